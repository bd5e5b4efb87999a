package org.countsas.adjudication;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.countsas.policy.rule.Share;
import org.jspecify.annotations.Nullable;

/**
 * What a definition decides about an item, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item         the item
 * @param definition   the definition's id
 * @param outcome      what is decided
 * @param blockOrNull  the block; null unless COUNTED
 * @param areaOrNull   the primary area, a policy's id; for REVIEW the area in question; null for NOT_COUNTED
 * @param alsoCountsIn further areas in which the item would count, in the definition's order; the yen count once, in the area
 * @param share        the share that counts; for REVIEW the share that the question would decide
 * @param counted      how much counts; for REVIEW only the upper bound
 * @param findings     every finding with what became of it, by rule name
 */
@API(status = API.Status.EXPERIMENTAL)
public record Decision(
        BudgetItem item,
        String definition,
        Outcome outcome,
        @Nullable String blockOrNull,
        @Nullable String areaOrNull,
        List<String> alsoCountsIn,
        Share share,
        Counted counted,
        List<WeighedFinding> findings) {

    public Decision {
        alsoCountsIn = List.copyOf(alsoCountsIn);
        findings = List.copyOf(findings);
    }

    /** The block, if the item counts. */
    public Optional<String> block() {
        return Optional.ofNullable(blockOrNull);
    }

    /** The primary area, or for REVIEW the area in question; a policy's id. */
    public Optional<String> area() {
        return Optional.ofNullable(areaOrNull);
    }

    /** The finding that decided; empty if there was none for or against the item. */
    public Optional<WeighedFinding> decisive() {
        return findings.stream()
                .filter(finding -> finding.standing() == Standing.DECISIVE)
                .findFirst();
    }
}
