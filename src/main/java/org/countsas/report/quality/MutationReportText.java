package org.countsas.report.quality;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.quality.coverage.Coverage.Ratio;
import org.countsas.quality.mutation.Mutant;
import org.countsas.quality.mutation.MutationKind;
import org.countsas.quality.mutation.MutationReport;
import org.countsas.quality.mutation.MutationReport.Verdict;

/** The results of mutants of rules, as text and as JSON. */
public final class MutationReportText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 100;
    private static final int WIDTH = 100;

    private MutationReportText() {}

    /** The survivors by rule or concept with their places, the score of each kind, and the score. */
    public static List<String> text(MutationReport report, long seed, Language language) {
        List<String> lines = new ArrayList<>();
        Map<String, List<Mutant>> byOwner = new LinkedHashMap<>();
        report.survivors().stream()
                .limit(SHOWN)
                .forEach(mutant -> byOwner.computeIfAbsent(mutant.owner(), owner -> new ArrayList<>())
                        .add(mutant));
        byOwner.forEach((owner, mutants) -> {
            lines.add(owner);
            mutants.forEach(mutant -> lines.add("  " + survivor(mutant, language)));
        });
        if (report.survivors().size() > SHOWN) {
            lines.add(Texts.of(MutationReportText.class, language)
                    .text("mutation.more", language.number(report.survivors().size() - (long) SHOWN)));
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        TextTable table = new TextTable(false, true, true, true);
        table.row(
                Texts.of(MutationReportText.class, language).text("mutation.table.kind"),
                Texts.of(MutationReportText.class, language).text("mutation.table.killed"),
                Texts.of(MutationReportText.class, language).text("mutation.table.survived"),
                Texts.of(MutationReportText.class, language).text("mutation.table.score"));
        for (MutationKind kind : MutationKind.values()) {
            Ratio score = report.score(kind);
            if (score.whole() > 0) {
                table.row(
                        kind.id(),
                        language.number(score.part()),
                        language.number(score.whole() - score.part()),
                        language.percent(score.percent() + " %"));
            }
        }
        lines.addAll(table.lines("  "));
        lines.add(Texts.of(MutationReportText.class, language)
                .text(
                        "mutation.head",
                        language.number(report.verdicts().size()),
                        language.number(report.all()),
                        language.number(report.score().part()),
                        language.number(report.survivors().size()),
                        String.valueOf(report.score().percent())));
        if (report.verdicts().size() < report.all()) {
            lines.add(Texts.of(MutationReportText.class, language)
                    .text(
                            "mutation.cut",
                            language.number(
                                    report.all() - (long) report.verdicts().size()),
                            String.valueOf(seed)));
        }
        return lines;
    }

    private static String survivor(Mutant mutant, Language language) {
        String after = mutant.after().isEmpty()
                ? Texts.of(MutationReportText.class, language).text("mutation.dropped")
                : mutant.after();
        return Texts.of(MutationReportText.class, language)
                .text(
                        "mutation.survivor",
                        mutant.place(),
                        mutant.kind().id(),
                        TextTable.cut(mutant.before(), WIDTH),
                        TextTable.cut(after, WIDTH));
    }

    /** All mutants as JSON, each with the test that kills it. */
    public static String json(MutationReport report, long seed) {
        ObjectNode json = JSON.createObjectNode();
        json.put("mutants", report.all())
                .put("tried", report.verdicts().size())
                .put("killed", report.score().part())
                .put("score", report.score().percent())
                .put("seed", seed);
        ArrayNode kinds = json.putArray("kinds");
        for (MutationKind kind : MutationKind.values()) {
            Ratio score = report.score(kind);
            if (score.whole() > 0) {
                kinds.addObject()
                        .put("kind", kind.id())
                        .put("tried", score.whole())
                        .put("killed", score.part())
                        .put("score", score.percent());
            }
        }
        ArrayNode verdicts = json.putArray("verdicts");
        for (Verdict verdict : report.verdicts()) {
            Mutant mutant = verdict.mutant();
            RuleTestReport.place(
                            verdicts.addObject()
                                    .put(mutant instanceof Mutant.OfRule ? "rule" : "concept", mutant.owner())
                                    .put("kind", mutant.kind().id()),
                            mutant.place())
                    .put("before", mutant.before())
                    .put("after", mutant.after())
                    .put("killedBy", verdict.killedBy().orElse(null));
        }
        return json.toPrettyString();
    }

    /** Says that a figure is below the required one. */
    public static String below(double percent, double atLeast, Language language) {
        return Texts.of(MutationReportText.class, language)
                .text("mutation.short", String.valueOf(percent), String.valueOf(atLeast));
    }
}
