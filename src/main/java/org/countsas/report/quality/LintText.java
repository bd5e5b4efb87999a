package org.countsas.report.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.countsas.item.BudgetItem;
import org.countsas.item.Field;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.quality.lint.LintFinding;
import org.countsas.quality.lint.LintFinding.Witness;
import org.countsas.quality.lint.LintReport;
import org.countsas.quality.lint.Overlap;
import org.countsas.quality.lint.Overlap.Contested;
import org.countsas.quality.lint.Overlaps;
import org.jspecify.annotations.Nullable;

/** What lint found, for people and as JSON. */
public final class LintText {
    private static final int EXAMPLES = 3;
    private static final int NAME_WIDTH = 60;

    private LintText() {}

    /** Each finding with what shows it, then the sum, then the overlaps where data were given. */
    public static List<String> text(LintReport report, @Nullable Overlaps overlaps, RuleBook book, Language language) {
        List<String> lines = new ArrayList<>();
        for (LintFinding finding : report.findings()) {
            lines.add(text(finding, language));
            finding.witness().ifPresent(witness -> lines.add("    " + shown(witness, language)));
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(Texts.of(LintText.class, language)
                .text(
                        report.passed() ? "lint.passed" : "lint.failed",
                        language.number(report.findings().size()),
                        language.number(report.rules()),
                        language.number(report.concepts())));
        if (report.undecided() > 0) {
            lines.add(Texts.of(LintText.class, language).text("lint.undecided", language.number(report.undecided())));
        }
        if (overlaps != null) {
            overlaps(overlaps, book, language, lines);
        }
        return lines;
    }

    private static String text(LintFinding finding, Language language) {
        String because =
                finding.because().stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        return Texts.of(LintText.class, language)
                .text(
                        "lint." + finding.kind().id(),
                        finding.place(),
                        finding.owner(),
                        finding.text().replaceAll("\\s+", " "),
                        because);
    }

    private static String shown(Witness witness, Language language) {
        if (witness instanceof LintFinding.Phrase phrase) {
            return Texts.of(LintText.class, language).text("lint.phrase", phrase.marked());
        }
        LintFinding.Item item = (LintFinding.Item) witness;
        String key = !item.defeated().isEmpty()
                ? "lint.item.defeated"
                : item.fires().isEmpty() ? "lint.item.not" : "lint.item.fires";
        return Texts.of(LintText.class, language)
                .text(key, "{" + LintTests.fields(item.programme()) + "}", item.definition(), item.asOf());
    }

    private static void overlaps(Overlaps overlaps, RuleBook book, Language language, List<String> lines) {
        lines.add("");
        lines.add(Texts.of(LintText.class, language)
                .text(
                        overlaps.all().isEmpty() ? "lint.overlaps.none" : "lint.overlaps",
                        overlaps.definition().id(),
                        language.number(overlaps.all().size())));
        for (Overlap overlap : overlaps.all()) {
            lines.add("");
            lines.add(Texts.of(LintText.class, language)
                    .text(
                            "lint.overlap",
                            title(overlap.counts(), book, language),
                            title(overlap.claims(), book, language),
                            language.number(overlap.contested().size()),
                            language.amount(overlap.amount(), overlaps.currency())));
            TextTable table = new TextTable(true, false, false, true);
            overlap.contested().stream().limit(EXAMPLES).forEach(contested -> {
                BudgetItem item = contested.decision().item();
                table.row(
                        item.id(),
                        TextTable.cut(item.programme().name(), NAME_WIDTH),
                        TextTable.cut(item.programme().ministry(), NAME_WIDTH),
                        language.amount(contested.amount(), overlaps.currency()));
            });
            lines.addAll(table.lines("    "));
        }
    }

    private static String title(String policy, RuleBook book, Language language) {
        return book.policy(policy).map(Policy::title).map(language::label).orElse(policy);
    }

    /** All of it as JSON, with every contested item. */
    public static String json(LintReport report, @Nullable Overlaps overlaps) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("passed", report.passed())
                .put("rules", report.rules())
                .put("concepts", report.concepts())
                .put("undecided", report.undecided());
        ArrayNode findings = json.putArray("findings");
        for (LintFinding finding : report.findings()) {
            ObjectNode node = RuleTestReport.place(
                    findings.addObject().put("kind", finding.kind().id()), finding.place());
            node.put(finding.kind().isOfRule() ? "rule" : "concept", finding.owner())
                    .put("text", finding.text());
            finding.because().forEach(node.putArray("because")::add);
            finding.witness().ifPresent(witness -> witness(witness, node.putObject("shownBy")));
        }
        if (overlaps != null) {
            overlaps(overlaps, json.putObject("overlaps"));
        }
        return PrettyJson.of(json);
    }

    private static void witness(Witness witness, ObjectNode node) {
        if (witness instanceof LintFinding.Phrase phrase) {
            node.put("phrase", phrase.marked());
            return;
        }
        LintFinding.Item item = (LintFinding.Item) witness;
        ObjectNode fields = node.putObject("item");
        for (Field field : Field.values()) {
            List<String> texts = field.textsOf(item.programme());
            if (field == Field.PLANS || field == Field.LAWS) {
                if (!texts.isEmpty()) {
                    texts.forEach(fields.putArray(field.id())::add);
                }
            } else {
                texts.forEach(text -> fields.put(field.id(), text));
            }
        }
        if (!item.programme().attributes().isEmpty()) {
            ObjectNode attributes = fields.putObject("attributes");
            item.programme().attributes().forEach(attributes::put);
        }
        node.put("definition", item.definition()).put("asOf", item.asOf().toString());
        item.fires().forEach(node.putArray("fires")::add);
        item.doesNotFire().forEach(node.putArray("doesNotFire")::add);
        item.defeated().forEach(node.putArray("defeated")::add);
    }

    private static void overlaps(Overlaps overlaps, ObjectNode node) {
        node.put("definition", overlaps.definition().id()).put("currency", overlaps.currency());
        ArrayNode pairs = node.putArray("pairs");
        for (Overlap overlap : overlaps.all()) {
            ObjectNode pair = pairs.addObject()
                    .put("counts", overlap.counts())
                    .put("claims", overlap.claims())
                    .put("items", overlap.contested().size())
                    .put("amount", overlap.amount());
            ArrayNode items = pair.putArray("contested");
            for (Contested contested : overlap.contested()) {
                BudgetItem item = contested.decision().item();
                items.addObject()
                        .put("id", item.id())
                        .put("name", item.programme().name())
                        .put("amount", contested.amount());
            }
        }
    }
}
