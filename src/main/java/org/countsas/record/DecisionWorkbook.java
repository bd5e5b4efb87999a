package org.countsas.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.adjudication.total.Breakdown;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.item.Programme;
import org.countsas.item.SourceAttributes;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.output.WorkbookChart;
import org.countsas.output.WorkbookColumn;
import org.countsas.output.WorkbookColumn.Kind;
import org.countsas.output.WorkbookFile;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;

/**
 * Decisions as a workbook for people: everything by its name in their language, shares in per cent, a sheet of sums by area and ministry ready
 * for a pivot table, and charts of what counts. One decision after another; of the decisions only the sums and the distinct texts are kept in
 * memory. Not thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class DecisionWorkbook implements AutoCloseable {
    private static final int MOST_BARS = 20;
    private static final int ID = 10;
    private static final int SHORT = 14;
    private static final int MIDDLE = 24;
    private static final int WIDE = 50;
    private static final int WIDEST = 80;

    private final RuleBook rules;
    private final Definition definition;
    private final Language language;
    private final DecisionWords words;
    private final Breakdown sums;
    private final WorkbookFile workbook;
    private String currency = "";

    /**
     * Begins a workbook.
     *
     * @param rules      those that decide: they have the names of areas and sources
     * @param definition the definition that decides
     * @throws IOException if there is no room for it
     */
    public DecisionWorkbook(RuleBook rules, Definition definition, Language language) throws IOException {
        this.rules = rules;
        this.definition = definition;
        this.language = language;
        this.words = new DecisionWords(language);
        this.sums = new Breakdown(definition);
        this.workbook = new WorkbookFile(decisionColumns(), text("sheet.decisions"));
    }

    private List<WorkbookColumn> decisionColumns() {
        return List.of(
                column("item", Kind.PLAIN, ID),
                column("name", Kind.PLAIN, WIDE),
                column("ministry", Kind.PLAIN, MIDDLE),
                column("bureau", Kind.PLAIN, MIDDLE),
                column("fiscalYear", Kind.PLAIN, ID),
                column("stage", Kind.PLAIN, SHORT),
                column("amount", Kind.NUMBER, MIDDLE),
                column("currency", Kind.PLAIN, ID),
                column("definition", Kind.PLAIN, MIDDLE),
                column("outcome", Kind.PLAIN, SHORT),
                column("block", Kind.PLAIN, MIDDLE),
                column("area", Kind.PLAIN, MIDDLE),
                column("alsoCountsIn", Kind.PLAIN, MIDDLE),
                column("share", Kind.PERCENT, SHORT),
                column("share.low", Kind.PERCENT, SHORT),
                column("share.high", Kind.PERCENT, SHORT),
                column("counted", Kind.NUMBER, MIDDLE),
                column("counted.low", Kind.NUMBER, MIDDLE),
                column("counted.high", Kind.NUMBER, MIDDLE),
                column("decidedBy", Kind.PLAIN, WIDE),
                column("strength", Kind.PLAIN, SHORT),
                column("basis", Kind.PLAIN, SHORT),
                column("citation", Kind.PLAIN, WIDE),
                column("reason", Kind.PLAIN, WIDEST),
                column("defeated", Kind.PLAIN, WIDE),
                column("page", Kind.LINK, WIDE));
    }

    private WorkbookColumn column(String key, Kind kind, int width) {
        return new WorkbookColumn(text("column." + key), kind, width);
    }

    /**
     * Adds a decision.
     *
     * @throws IOException         if the disk is full
     * @throws ArithmeticException if a sum does not fit a long
     */
    public void add(Decision decision) throws IOException {
        sums.add(decision);
        currency = decision.item().currency();
        Programme programme = decision.item().programme();
        Optional<Rule> rule =
                decision.decisive().map(decisive -> decisive.finding().rule());
        List<Object> row = new ArrayList<>(List.of(
                decision.item().id(),
                programme.name(),
                programme.ministry(),
                programme.bureau(),
                (long) decision.item().fiscalYear(),
                language.text("stage." + decision.item().stage().id()),
                decision.item().amount(),
                currency,
                decision.definition(),
                words.of(decision.outcome()),
                block(decision.block().orElse("")),
                area(decision.area().orElse("")),
                decision.alsoCountsIn().stream().map(this::area).collect(joining())));
        row.addAll(List.of(
                (long) decision.share().central(),
                (long) decision.share().low(),
                (long) decision.share().high(),
                decision.counted().central(),
                decision.counted().low(),
                decision.counted().high(),
                rule.map(Rule::name).orElse(""),
                rule.map(Rule::strength).map(words::of).orElse(""),
                rule.map(Rule::basis).map(words::of).orElse(""),
                rule.map(Rule::citations).orElse(List.of()).stream()
                        .map(this::source)
                        .collect(joining()),
                rule.map(decisive -> language.label(decisive.reasonFor(programme)))
                        .orElse(""),
                decision.findings().stream()
                        .filter(finding -> finding.standing() == Standing.DEFEATED)
                        .map(WeighedFinding::finding)
                        .map(finding ->
                                language.label(rules.ruleTitle(finding.rule().name())))
                        .collect(joining()),
                programme.attributes().getOrDefault(SourceAttributes.OFFICIAL_PAGE, "")));
        workbook.row(row);
    }

    private Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(text("and"));
    }

    /**
     * Completes the workbook and writes it.
     *
     * @throws IOException if it cannot be written
     */
    public void finish(OutputStream out) throws IOException {
        List<Breakdown.Part> parts = sums.parts();
        workbook.sheet(
                List.of(
                        column("outcome", Kind.PLAIN, SHORT),
                        column("block", Kind.PLAIN, MIDDLE),
                        column("area", Kind.PLAIN, MIDDLE),
                        column("ministry", Kind.PLAIN, MIDDLE),
                        column("items", Kind.NUMBER, ID),
                        column("amount", Kind.NUMBER, MIDDLE),
                        column("counted", Kind.NUMBER, MIDDLE),
                        column("counted.low", Kind.NUMBER, MIDDLE),
                        column("counted.high", Kind.NUMBER, MIDDLE)),
                text("sheet.sums"));
        for (Breakdown.Part part : parts) {
            workbook.row(List.of(
                    words.of(part.outcome()),
                    block(part.block()),
                    area(part.area()),
                    part.ministry(),
                    (long) part.items(),
                    part.amount(),
                    part.counted().central(),
                    part.counted().low(),
                    part.counted().high()));
        }
        chart("area", part -> area(part.area()), parts, false);
        chart("ministry", Breakdown.Part::ministry, parts, true);
        workbook.finish(out);
    }

    /** A sheet with what counts by a key, and its chart; none if nothing counts. */
    private void chart(
            String by, Function<Breakdown.Part, String> key, List<Breakdown.Part> parts, boolean largestFirst)
            throws IOException {
        Map<String, long[]> rows = new LinkedHashMap<>();
        for (Breakdown.Part part : parts) {
            if (part.outcome() == Outcome.COUNTED) {
                long[] row = rows.computeIfAbsent(key.apply(part), each -> new long[4]);
                row[0] += part.items();
                row[1] = Math.addExact(row[1], part.counted().central());
                row[2] = Math.addExact(row[2], part.counted().low());
                row[3] = Math.addExact(row[3], part.counted().high());
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        List<Map.Entry<String, long[]>> sorted = new ArrayList<>(rows.entrySet());
        if (largestFirst) {
            sorted.sort(Comparator.<Map.Entry<String, long[]>>comparingLong(row -> -row.getValue()[1])
                    .thenComparing(Map.Entry::getKey));
        }
        String sheet = text("sheet." + by);
        workbook.sheet(
                List.of(
                        column(by, Kind.PLAIN, WIDE),
                        column("items", Kind.NUMBER, ID),
                        column("counted", Kind.NUMBER, MIDDLE),
                        column("counted.low", Kind.NUMBER, MIDDLE),
                        column("counted.high", Kind.NUMBER, MIDDLE)),
                sheet);
        List<WorkbookChart.Bar> bars = new ArrayList<>();
        for (Map.Entry<String, long[]> row : sorted) {
            long[] values = row.getValue();
            workbook.row(List.of(row.getKey(), values[0], values[1], values[2], values[3]));
            if (bars.size() < MOST_BARS) {
                bars.add(new WorkbookChart.Bar(row.getKey(), values[1]));
            }
        }
        workbook.chart(new WorkbookChart(
                text("chart." + by, language.label(definition.title())),
                sheet,
                0,
                2,
                bars,
                new WorkbookChart.Unit(
                        language.unit(currency),
                        language == Language.JA && currency.equals("JPY") ? "hundredMillions" : "billions")));
    }

    private String block(String id) {
        return definition.blocks().stream()
                .filter(block -> block.id().equals(id))
                .map(Block::label)
                .map(language::label)
                .findFirst()
                .orElse(id);
    }

    private String area(String id) {
        return rules.policy(id).map(Policy::title).map(language::label).orElse(id);
    }

    private String source(String id) {
        return language.label(rules.sourceTitle(id));
    }

    private String text(String key, Object... values) {
        return Texts.of(DecisionWorkbook.class, language).text(key, values);
    }

    /** Abandons the workbook, unless it is finished. */
    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
