package org.countsas.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.item.Programme;
import org.countsas.vocabulary.BilingualText;

/** Decisions as rows of a table: the same columns in CSV and XLSX. Amounts are longs, everything else is text. */
@API(status = API.Status.INTERNAL)
public final class DecisionTable {
    /** The names of the columns. */
    public static final List<String> COLUMNS = List.of(
            "item",
            "name",
            "ministry",
            "bureau",
            "fiscalYear",
            "stage",
            "amount",
            "currency",
            "definition",
            "outcome",
            "block",
            "area",
            "alsoCountsIn",
            "shareLowBp",
            "shareCentralBp",
            "shareHighBp",
            "countedLow",
            "countedCentral",
            "countedHigh",
            "decidedBy",
            "strength",
            "basis",
            "citation",
            "reason",
            "defeated");

    private DecisionTable() {}

    /**
     * The row of a decision.
     *
     * @param language {@code en} or {@code ja}, for the reason
     */
    public static List<Object> row(Decision decision, String language) {
        Programme programme = decision.item().programme();
        Optional<WeighedFinding> decisive = decision.decisive();
        return List.of(
                decision.item().id(),
                programme.name(),
                programme.ministry(),
                programme.bureau(),
                (long) decision.item().fiscalYear(),
                decision.item().stage().id(),
                decision.item().amount(),
                decision.item().currency(),
                decision.definition(),
                decision.outcome().name(),
                decision.block().orElse(""),
                decision.area().orElse(""),
                String.join("; ", decision.alsoCountsIn()),
                (long) decision.share().low(),
                (long) decision.share().central(),
                (long) decision.share().high(),
                decision.counted().low(),
                decision.counted().central(),
                decision.counted().high(),
                decisive.map(finding -> finding.finding().rule().name()).orElse(""),
                decisive.map(finding -> lower(finding.finding().rule().strength()))
                        .orElse(""),
                decisive.map(finding -> lower(finding.finding().rule().basis())).orElse(""),
                decisive.map(finding ->
                                String.join("; ", finding.finding().rule().citations()))
                        .orElse(""),
                decisive.map(finding -> finding.finding().rule().reasonFor(programme))
                        .map((BilingualText reason) -> reason.in(language))
                        .orElse(""),
                names(decision, Standing.DEFEATED));
    }

    private static String names(Decision decision, Standing standing) {
        return decision.findings().stream()
                .filter(finding -> finding.standing() == standing)
                .map(finding -> finding.finding().rule().name())
                .collect(Collectors.joining("; "));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}
