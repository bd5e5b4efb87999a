package org.countsas.comparison.reform;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countsas.definition.Adoption;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;

/** Checks that an edit has something to change, and that nothing is missing. Immutable and thread-safe. */
final class EditChecks {
    private final Donors donors;
    private final RuleBook book;

    EditChecks(Donors donors, RuleBook book) {
        this.donors = donors;
        this.book = book;
    }

    /**
     * Checks one edit.
     *
     * @param definition the base after the edits before this one
     * @throws ProblemException {@code NO_SUCH_POLICY}, {@code UNKNOWN_DEFINITION} or {@code REFORM_POLICY}
     */
    void check(Edit edit, Definition definition, Definition base) {
        if (edit instanceof Edit.Add add) {
            checkAdded(add, definition, base);
        } else if (edit instanceof Edit.Remove remove) {
            checkAdopted(remove.policy(), definition, "give up");
            if (definition.adoptions().size() == 1) {
                throw new ProblemException(
                        Code.REFORM_POLICY,
                        Place.NONE,
                        "Without '" + remove.policy() + "' the definition adopts no policy, so nothing can count",
                        "Add another before it");
            }
        } else if (edit instanceof Edit.SetShare share) {
            checkAdopted(share.policy(), definition, "count at another share");
        } else if (edit instanceof Edit.SetOrder order) {
            order.policies().forEach(policy -> checkAdopted(policy, definition, "put in another place"));
        }
    }

    private void checkAdded(Edit.Add add, Definition definition, Definition base) {
        checkKnown(add.policy());
        if (definition.adoptionOf(add.policy()).isPresent()) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "The definition already adopts '" + add.policy() + "'",
                    add.share() == null
                            ? "Leave it out, or write share(" + add.policy() + "=…) for another share"
                            : "For another share write + share(" + add.policy() + "=" + ShareText.of(add.share())
                                    + ")");
        }
        Optional<Definition> donor = donors.donor(add, base);
        if (add.from() != null
                && donor.flatMap(from -> from.adoptionOf(add.policy())).isEmpty()) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "The definition '" + add.from() + "' does not adopt '" + add.policy() + "'",
                    "Leave out from=");
        }
        if (donor.isEmpty() && add.block() == null) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "No definition adopts '" + add.policy() + "', so its block is not known",
                    "Write " + add.policy() + "(block="
                            + definition.blocks().stream()
                                    .findFirst()
                                    .map(Block::id)
                                    .orElse("related") + ")");
        }
        Set<String> blocks = new TreeSet<>();
        definition.blocks().forEach(block -> blocks.add(block.id()));
        donor.ifPresent(from -> from.blocks().forEach(block -> blocks.add(block.id())));
        String block = add.block();
        if (block != null && !blocks.contains(block)) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "There is no block '" + block + "' in the definition",
                    Suggestion.fix(block, blocks));
        }
    }

    private void checkAdopted(String policy, Definition definition, String what) {
        if (definition.adoptionOf(policy).isEmpty()) {
            checkKnown(policy);
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "There is no '" + policy + "' in the definition to " + what,
                    Suggestion.fix(
                            policy,
                            definition.adoptions().stream()
                                    .map(Adoption::policy)
                                    .toList()));
        }
    }

    private void checkKnown(String policy) {
        if (book.policy(policy).isEmpty()) {
            book.policyNames().get(policy, Code.NO_SUCH_POLICY, "There is no policy '" + policy + "'");
        }
    }
}
