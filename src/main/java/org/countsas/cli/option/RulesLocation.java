package org.countsas.cli.option;

import java.nio.file.Path;
import org.countsas.CountsAs;
import org.countsas.candidate.DismissedTerms;
import org.countsas.candidate.DismissedTermsFile;
import org.countsas.evaluation.CompilationCache;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where rules are: in the folder that was named, or else in the run that is asked about, or else beside the command, or else in the library.
 *
 * @param named    null if none was named
 * @param recorded the rules of a run; null if none is asked about
 * @param byDrools whether Drools matches the rules instead of the plan made from them
 */
public record RulesLocation(@Nullable Path named, @Nullable RulesFolder recorded, boolean byDrools) {

    /** Rules that are asked about without a run, matched by the plan made from them. */
    public RulesLocation(@Nullable Path named) {
        this(named, null, false);
    }

    /** The folder. */
    public RulesFolder folder() {
        if (named != null) {
            return RulesFolder.of(named);
        }
        if (recorded != null) {
            return recorded;
        }
        Path beside = besideCommand();
        return beside == null ? RulesFolder.shipped() : RulesFolder.of(beside, "rules");
    }

    /**
     * The path of the folder, for commands that write to it.
     *
     * @throws ProblemException if these are the rules of the library
     */
    public Path path() {
        Path path = named != null ? named : besideCommand();
        if (path == null) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE, Place.NONE, "The shipped rules cannot be changed", "Name a folder of rules");
        }
        return path;
    }

    /** The path of the folder; null if these are the rules of the library, which cannot be changed. */
    public @Nullable Path writable() {
        return named != null ? named : besideCommand();
    }

    /**
     * The proposed terms that were dismissed; none beside the rules of the library.
     *
     * @throws ProblemException if the file that holds them is wrong
     */
    public DismissedTerms dismissedTerms() {
        Path path = named != null ? named : recorded != null ? null : besideCommand();
        return path == null ? DismissedTerms.NONE : DismissedTermsFile.read(path);
    }

    /** The checked rules; nothing is compiled. */
    public RuleBook book() {
        return RuleBookReader.read(folder());
    }

    /** The rules, ready to decide. */
    public CountsAs load() {
        CountsAs countsAs = CountsAs.of(folder(), cache());
        return byDrools ? countsAs.byDrools() : countsAs;
    }

    /** Where compiled rules are kept between runs. */
    public static CompilationCache cache() {
        String cache = System.getProperty("countsas.cache");
        return cache == null ? CompilationCache.none() : CompilationCache.in(Path.of(cache));
    }

    private static @Nullable Path besideCommand() {
        String beside = System.getProperty("countsas.rules");
        return beside == null ? null : Path.of(beside);
    }
}
