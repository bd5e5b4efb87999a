package org.countsas.quality.mutation;

import java.util.List;
import java.util.Optional;
import org.countsas.quality.coverage.Coverage.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * The results of mutants.
 *
 * @param verdicts the result of each mutant that was tried, in the order of the files
 * @param all      how many mutants there are; more than verdicts if the run was limited
 */
public record MutationReport(List<Verdict> verdicts, int all) {
    public MutationReport {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * The result of a mutant.
     *
     * @param mutant         the mutant
     * @param killedByOrNull the name of the first test that fails with it, or the place of the first phrase; null if it survives
     */
    public record Verdict(Mutant mutant, @Nullable String killedByOrNull) {
        /** The name of the first test that fails with it, or the place of the first phrase; empty if it survives. */
        public Optional<String> killedBy() {
            return Optional.ofNullable(killedByOrNull);
        }
    }

    /** Mutants that no test notices, in the order of the files. */
    public List<Mutant> survivors() {
        return verdicts.stream()
                .filter(verdict -> verdict.killedBy().isEmpty())
                .map(Verdict::mutant)
                .toList();
    }

    /** The mutation score: the proportion of tried mutants that a test notices. */
    public Ratio score() {
        return new Ratio(
                verdicts.stream()
                        .filter(verdict -> verdict.killedBy().isPresent())
                        .count(),
                verdicts.size());
    }

    /** The mutation score of one kind. */
    public Ratio score(MutationKind kind) {
        List<Verdict> ofKind = verdicts.stream()
                .filter(verdict -> verdict.mutant().kind() == kind)
                .toList();
        return new Ratio(
                ofKind.stream()
                        .filter(verdict -> verdict.killedBy().isPresent())
                        .count(),
                ofKind.size());
    }
}
