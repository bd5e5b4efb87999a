package org.countsas.report.item;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.total.Breakdown;
import org.countsas.adjudication.total.ItemList;
import org.countsas.item.Programme;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.SpreadsheetText;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.output.VisibleText;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.record.DecisionJson;
import org.countsas.record.DecisionTable;
import org.countsas.record.DecisionWords;
import org.countsas.record.DecisionWorkbook;
import org.countsas.vocabulary.BilingualText;

/** A list of items with what is decided and how much they come to: for a terminal, as JSON and as CSV. Immutable and thread-safe. */
public final class ItemListReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The value of {@code "schema"}. */
    private static final String SCHEMA = "items-1";

    private static final String INDENT = "  ";
    /** What a terminal shows in a line, at least since the terminals that this width comes from. */
    private static final int LINE = 80;

    private static final int LONGEST_DECISION = 25;
    private static final int SHORTEST_NAME = 12;
    private static final int WIDE_NAME = 60;
    private static final int WIDE_OWNER = 30;

    private final ItemList list;
    private final RuleBook rules;
    private final Language language;
    private final DecisionWords words;

    /** @param rules that decided */
    public ItemListReport(ItemList list, RuleBook rules, Language language) {
        this.list = list;
        this.rules = rules;
        this.language = language;
        this.words = new DecisionWords(language);
    }

    /**
     * The lines for a terminal, in tables of at most 80 columns, and last the sums to the unit.
     *
     * @param filter what the list was asked to show, in words
     * @param limit  how many items to list, the first; the sums are always those of all
     */
    public List<String> text(List<String> filter, int limit) {
        return lines(filter, limit, false);
    }

    /** The same with every column, however wide they are together. */
    public List<String> wide(List<String> filter, int limit) {
        return lines(filter, limit, true);
    }

    private List<String> lines(List<String> filter, int limit, boolean wide) {
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "head",
                String.valueOf(list.fiscalYear()),
                language.text("stage." + list.stage().id()),
                list.definition().id(),
                language.label(list.definition().title())));
        lines.add(text("head.day", list.asOf().toString(), language.unit(list.currency())));
        lines.add(filter.isEmpty() ? text("shown.all") : text("shown", String.join(text("and"), filter)));
        lines.add("");
        List<Decision> listed = list.decisions();
        if (listed.isEmpty()) {
            lines.add(text("none"));
            return lines;
        }
        List<Decision> first = listed.subList(0, Math.min(limit, listed.size()));
        lines.addAll((wide ? wideTable(first) : table(first)).lines(INDENT));
        if (first.size() < listed.size()) {
            lines.add(INDENT + text("more", language.number(listed.size() - first.size())));
        }
        lines.add("");
        lines.add(text("sum.items", language.number(listed.size()), language.number(list.decided())));
        lines.add(text("sum.amount", exact(list.totals().amount())));
        Counted counted = list.totals().counted();
        lines.add(text("sum.counted", exact(counted.central()), exact(counted.low()), exact(counted.high())));
        if (list.totals().review().items() > 0) {
            lines.add(text(
                    "sum.review",
                    language.number(list.totals().review().items()),
                    exact(list.totals().review().high())));
        }
        return lines;
    }

    private TextTable table(List<Decision> listed) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            text("column.item"), "", text("column.decision"), text("column.amount"), text("column.counted")
        });
        for (Decision decision : listed) {
            rows.add(new String[] {
                decision.item().id(),
                "",
                TextTable.cut(decided(decision), LONGEST_DECISION),
                digits(decision.item().amount()),
                digits(decision.counted().central())
            });
        }
        // The name has what the others leave.
        int left = LINE - INDENT.length() - INDENT.length() * (rows.get(0).length - 1);
        for (int column = 0; column < rows.get(0).length; column++) {
            int at = column;
            left -= rows.stream()
                    .mapToInt(row -> TextTable.width(row[at]))
                    .max()
                    .orElse(0);
        }
        int name = Math.max(left, SHORTEST_NAME);
        TextTable table = new TextTable(true, false, false, true, true);
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            row[1] = i == 0
                    ? text("column.name")
                    : TextTable.cut(listed.get(i - 1).item().programme().name(), name);
            table.row(row);
        }
        return table;
    }

    private TextTable wideTable(List<Decision> listed) {
        TextTable table = new TextTable(true, false, false, false, false, false, false, false, true, true, true, true);
        table.row(
                text("column.item"),
                text("column.name"),
                text("column.ministry"),
                text("column.bureau"),
                text("column.decision"),
                text("column.rule"),
                text("column.basis"),
                text("column.strength"),
                text("column.amount"),
                text("column.counted"),
                text("column.low"),
                text("column.high"));
        for (Decision decision : listed) {
            Programme programme = decision.item().programme();
            Rule rule = decision.decisive()
                    .map(decisive -> decisive.finding().rule())
                    .orElse(null);
            table.row(
                    decision.item().id(),
                    TextTable.cut(programme.name(), WIDE_NAME),
                    TextTable.cut(programme.ministry(), WIDE_OWNER),
                    TextTable.cut(programme.bureau(), WIDE_OWNER),
                    decided(decision),
                    rule == null ? "" : language.label(rules.ruleTitle(rule.name())),
                    rule == null ? "" : words.of(rule.basis()),
                    rule == null ? "" : words.of(rule.strength()),
                    digits(decision.item().amount()),
                    digits(decision.counted().central()),
                    digits(decision.counted().low()),
                    digits(decision.counted().high()));
        }
        return table;
    }

    /** What is decided, in a few words: the area stands for what counts in it. */
    private String decided(Decision decision) {
        String area = decision.area()
                .map(id -> rules.policy(id)
                        .map(policy -> language.label(policy.title()))
                        .orElse(id))
                .orElse("");
        return switch (decision.outcome()) {
            case COUNTED -> area;
            case REVIEW -> text("review", area);
            case NOT_COUNTED -> words.of(Outcome.NOT_COUNTED);
        };
    }

    /**
     * A JSON object with every item, in the shape of the JSON Schema {@code /org/countsas/report/item/items-1.schema.json} on the class path. It
     * is the same in every language.
     *
     * @param filter what the list was asked to show, as ids by the names of the parts
     */
    public String json(Map<String, List<String>> filter) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("definition", list.definition().id());
        json.put("asOf", list.asOf().toString());
        json.put("fiscalYear", list.fiscalYear());
        json.put("stage", list.stage().id());
        json.put("currency", list.currency());
        ObjectNode asked = json.putObject("filter");
        filter.forEach((part, texts) -> texts.forEach(asked.withArrayProperty(part)::add));
        json.putObject("items").put("listed", list.decisions().size()).put("decided", list.decided());
        ObjectNode totals = json.putObject("totals");
        totals.put("amount", list.totals().amount());
        totals.set("counted", DecisionJson.of(list.totals().counted()));
        totals.put("reviewHigh", list.totals().review().high());
        Breakdown breakdown = new Breakdown(list.definition());
        list.decisions().forEach(breakdown::add);
        ArrayNode parts = json.putArray("parts");
        for (Breakdown.Part part : breakdown.parts()) {
            ObjectNode each = parts.addObject();
            each.put("outcome", part.outcome().name());
            each.put("block", part.block().isEmpty() ? null : part.block());
            each.put("area", part.area().isEmpty() ? null : part.area());
            each.put("ministry", part.ministry());
            each.put("items", part.items());
            each.put("amount", part.amount());
            each.set("counted", DecisionJson.of(part.counted()));
        }
        ArrayNode decisions = json.putArray("decisions");
        list.decisions().forEach(decision -> decisions.add(item(decision)));
        return PrettyJson.of(json);
    }

    private static ObjectNode item(Decision decision) {
        Programme programme = decision.item().programme();
        ObjectNode json = JSON.createObjectNode();
        json.put("item", programme.id());
        json.put("name", programme.name());
        json.put("ministry", programme.ministry());
        json.put("bureau", programme.bureau());
        json.put("amount", decision.item().amount());
        json.put("outcome", decision.outcome().name());
        json.put("block", decision.block().orElse(null));
        json.put("area", decision.area().orElse(null));
        decision.alsoCountsIn().forEach(json.putArray("alsoCountsIn")::add);
        json.set("share", DecisionJson.of(decision.share()));
        json.set("counted", DecisionJson.of(decision.counted()));
        decision.decisive()
                .map(decisive -> decisive.finding().rule())
                .ifPresentOrElse(
                        rule -> {
                            BilingualText reason = rule.reasonFor(programme);
                            ObjectNode decided = json.putObject("decidedBy");
                            decided.put("rule", rule.name());
                            decided.put("policy", rule.policy());
                            decided.put("effect", rule.effect().name());
                            decided.put("strength", rule.strength().name().toLowerCase(Locale.ROOT));
                            decided.put("basis", rule.basis().name().toLowerCase(Locale.ROOT));
                            rule.citations().forEach(decided.putArray("citation")::add);
                            decided.putObject("reason").put("en", reason.en()).put("ja", reason.ja());
                        },
                        () -> json.putNull("decidedBy"));
        return json;
    }

    /**
     * A CSV row for each item, with a header and the columns of {@code decisions.csv}. It is made for terminals: a row is one line, whatever its
     * texts contain.
     */
    public String csv() {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        csv.writeRecord(DecisionTable.COLUMNS);
        rows().forEach(row -> csv.writeRecord(row.stream()
                .map(cell -> cell instanceof String plain
                        ? SpreadsheetText.marked(VisibleText.line(plain))
                        : String.valueOf(cell))
                .toList()));
        return text.toString();
    }

    /**
     * Writes the list as a workbook for people, with its sums by area and ministry.
     *
     * @throws IOException if it cannot be written
     */
    void workbook(OutputStream out) throws IOException {
        try (DecisionWorkbook workbook = new DecisionWorkbook(rules, list.definition(), language)) {
            for (Decision decision : list.decisions()) {
                workbook.add(decision);
            }
            workbook.finish(out);
        }
    }

    /** The same rows, texts unchanged and numbers as longs. */
    public List<List<Object>> rows() {
        return list.decisions().stream()
                .map(decision -> DecisionTable.row(decision, language.id()))
                .toList();
    }

    private String digits(long amount) {
        return language.digits(amount, list.currency());
    }

    private String exact(long amount) {
        return language.exact(amount, list.currency());
    }

    private String text(String key, Object... values) {
        return Texts.of(ItemListReport.class, language).text(key, values);
    }
}
