package org.countsas.report.explanation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.explanation.ConditionResult;
import org.countsas.explanation.ConditionSentences;
import org.countsas.explanation.NearMissGroup;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.SpreadsheetText;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.output.VisibleText;
import org.countsas.policy.book.RuleBook;

/** The items that nearly count, by what they miss: for a terminal, as JSON and as CSV. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class NearMissReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The value of {@code "schema"}. */
    private static final String SCHEMA = "near-misses-1";

    private static final int GROUPS = 25;
    private static final int ITEMS = 3;
    private static final int NAME_WIDTH = 60;
    /** A group with more items than this, and more than one in this many, is not a near miss: what it lacks is what the rule is about. */
    private static final int FEW = 50;

    private static final int ONE_IN = 100;

    private final List<NearMissGroup> groups;
    private final Definition definition;
    private final int most;
    private final int decided;
    private final String currency;
    private final RuleBook rules;
    private final Language language;

    /**
     * @param groups  the groups, the largest first
     * @param most    how many conditions an item was allowed to miss
     * @param decided how many items were decided
     */
    public NearMissReport(
            List<NearMissGroup> groups,
            Definition definition,
            int most,
            int decided,
            String currency,
            RuleBook rules,
            Language language) {
        this.groups = List.copyOf(groups);
        this.definition = definition;
        this.most = most;
        this.decided = decided;
        this.currency = currency;
        this.rules = rules;
        this.language = language;
    }

    /** The lines for a terminal: the groups that would count most, each with its largest items. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        long items = groups.stream()
                .flatMap(group -> group.items().stream())
                .map(BudgetItem::id)
                .distinct()
                .count();
        lines.add(text(
                "misses.head",
                definition.id(),
                language.number(items),
                language.number(most),
                language.number(groups.size())));
        lines.add(text("misses.overlap"));
        List<NearMissGroup> narrow = groups.stream()
                .filter(group -> group.items().size() <= Math.max(FEW, decided / ONE_IN))
                .toList();
        for (NearMissGroup group : narrow.subList(0, Math.min(GROUPS, narrow.size()))) {
            lines.add("");
            lines.add(text(
                            group.items().size() == 1 ? "misses.group.one" : "misses.group",
                            language.number(group.items().size()),
                            language.amount(group.amount(), currency),
                            title(group.policy()),
                            String.join(text("misses.and"), facts(group, language)))
                    + (group.yield() == group.amount()
                            ? ""
                            : text("misses.yield", language.amount(group.yield(), currency))));
            TextTable table = new TextTable(true, false, false, true);
            largest(group)
                    .limit(ITEMS)
                    .forEach(item -> table.row(
                            item.id(),
                            TextTable.cut(item.programme().name(), NAME_WIDTH),
                            TextTable.cut(item.programme().ministry(), NAME_WIDTH),
                            language.amount(item.amount(), currency)));
            lines.addAll(table.lines("    "));
            if (group.items().size() > ITEMS) {
                lines.add("    "
                        + text("misses.items", language.number(group.items().size() - ITEMS)));
            }
        }
        if (narrow.size() > GROUPS || narrow.size() < groups.size()) {
            lines.add("");
        }
        if (narrow.size() > GROUPS) {
            lines.add(text("misses.more", language.number(narrow.size() - GROUPS)));
        }
        if (narrow.size() < groups.size()) {
            lines.add(text(
                    "misses.broad",
                    language.number(groups.size() - narrow.size()),
                    language.number(Math.max(FEW, decided / ONE_IN))));
        }
        return lines;
    }

    /**
     * A JSON object with every group and item, in the shape of the JSON Schema {@code /org/countsas/explanation/near-misses-1.schema.json} on
     * the class path.
     */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("definition", definition.id());
        json.put("maxConditions", most);
        json.put("currency", currency);
        ArrayNode array = json.putArray("groups");
        for (NearMissGroup group : groups) {
            ObjectNode each = array.addObject();
            each.put("policy", group.policy());
            ArrayNode missed = each.putArray("missedBy");
            List<String> english = facts(group, Language.EN);
            List<String> japanese = facts(group, Language.JA);
            for (int i = 0; i < english.size(); i++) {
                missed.addObject()
                        .put("source", sources(group).get(i))
                        .put("en", english.get(i))
                        .put("ja", japanese.get(i));
            }
            each.put("items", group.items().size());
            each.put("amount", group.amount());
            each.put("yield", group.yield());
            ArrayNode items = each.putArray("item");
            largest(group)
                    .forEach(item -> items.addObject()
                            .put("id", item.id())
                            .put("name", item.programme().name())
                            .put("amount", item.amount()));
        }
        return PrettyJson.of(json);
    }

    /** A CSV row for each item of each group, with a header. It is made for terminals: a row is one line, whatever its texts contain. */
    public String csv() {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        csv.writeRecord(
                "definition",
                "group",
                "policy",
                "missedBy",
                "source",
                "groupItems",
                "groupAmount",
                "groupYield",
                "id",
                "name",
                "ministry",
                "bureau",
                "amount",
                "currency");
        int number = 0;
        for (NearMissGroup group : groups) {
            number++;
            for (BudgetItem item : largest(group).toList()) {
                csv.writeRecord(Stream.of(
                                definition.id(),
                                String.valueOf(number),
                                group.policy(),
                                String.join("; ", facts(group, language)),
                                String.join("; ", sources(group)),
                                String.valueOf(group.items().size()),
                                String.valueOf(group.amount()),
                                String.valueOf(group.yield()),
                                item.id(),
                                item.programme().name(),
                                item.programme().ministry(),
                                item.programme().bureau(),
                                String.valueOf(item.amount()),
                                item.currency())
                        .map(VisibleText::line)
                        .map(SpreadsheetText::marked)
                        .toList());
            }
        }
        return text.toString();
    }

    /** How it is, and how it would have to be. */
    private List<String> facts(NearMissGroup group, Language in) {
        ConditionSentences sentences = new ConditionSentences(rules, in);
        List<String> facts = new ArrayList<>();
        for (ConditionResult leaf : group.missing()) {
            facts.add(leaf.met() ? sentences.of(leaf.condition()) : sentences.contraryOf(leaf.condition()));
        }
        group.join().ifPresent(join -> facts.add(sentences.contraryOf(join.join())));
        return facts;
    }

    private static List<String> sources(NearMissGroup group) {
        return Stream.concat(
                        group.missing().stream()
                                .map(leaf -> leaf.condition().source().text()),
                        group.join().stream()
                                .map(join -> join.join().condition().source().text()))
                .map(text -> text.replaceAll("\\s+", " "))
                .collect(Collectors.toList());
    }

    private static Stream<BudgetItem> largest(NearMissGroup group) {
        return group.items().stream()
                .sorted(Comparator.comparingLong(BudgetItem::amount).reversed().thenComparing(BudgetItem::id));
    }

    private String title(String policy) {
        return rules.policy(policy).map(known -> language.label(known.title())).orElse(policy);
    }

    private String text(String key, Object... values) {
        return Texts.of(NearMissReport.class, language).text(key, values);
    }
}
