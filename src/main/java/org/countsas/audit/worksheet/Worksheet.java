package org.countsas.audit.worksheet;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.audit.sampling.Sample;
import org.countsas.audit.sampling.SamplingMethod;
import org.countsas.audit.sampling.SamplingPlan;
import org.countsas.audit.sampling.SamplingUnit;
import org.countsas.audit.sampling.StratifyBy;

/**
 * A sample for an auditor to fill in: the parameters by which anyone can draw it again, and a row for each item. All cells are text without
 * line breaks.
 *
 * <p>Immutable and thread-safe.
 *
 * @param parameters by name, in the order in which they are written
 * @param rows       cells in the order of {@link #COLUMNS}
 */
@API(status = API.Status.EXPERIMENTAL)
public record Worksheet(Map<String, String> parameters, List<Row> rows) {
    /** The first parameter of every worksheet. */
    static final String FORMAT = "countsas-worksheet-1";
    /** Columns that the auditor must not change. */
    static final List<String> GIVEN =
            List.of("item", "name", "ministry", "decision", "area", "amount", "counted", "evidence");
    /** Columns that the auditor fills in. */
    static final List<String> OPEN = List.of("audited_outcome", "audited_area", "audited_counted", "note");
    /** All columns. */
    static final List<String> COLUMNS = columns();

    /** A cell of a spreadsheet holds 32,767 characters; people read fewer. */
    private static final int LONGEST_TEXT = 1_000;

    /**
     * A row.
     *
     * @param number the line in a text file or row in a sheet, from 1; 0 in a worksheet that was not read from a file
     * @param cells  as many as there are columns
     */
    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        String cell(String column) {
            return cells.get(COLUMNS.indexOf(column));
        }
    }

    public Worksheet {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        rows = List.copyOf(rows);
    }

    /**
     * The worksheet of a sample, to be filled in.
     *
     * @param bundle     SHA-256 of the bundle's manifest, which has the digests of everything else
     * @param definition id of the definition whose decisions were drawn from
     * @param source     whose decisions were drawn from
     * @param facts      the facts about every item of the sample, by id
     */
    static Worksheet of(
            Sample sample, String bundle, String definition, DecisionSource source, Map<String, ItemFacts> facts) {
        SamplingPlan plan = sample.plan();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("format", FORMAT);
        parameters.put("bundle", bundle);
        parameters.put("definition", definition);
        parameters.put("decisions", source.id());
        parameters.put("reviews", String.valueOf(source.reviews()));
        parameters.put("last_review", source.last());
        parameters.put("method", plan.method().id());
        parameters.put("population", plan.population().id());
        parameters.put("confidence", plan.confidence().stripTrailingZeros().toPlainString() + "%");
        parameters.put("tolerable", plan.tolerable().toString());
        parameters.put("expected", plan.expected().toString());
        parameters.put("seed", "#" + plan.seed()); // the sign keeps spreadsheets from rounding a long number
        parameters.put(
                "strata",
                String.join(" ", plan.strata().stream().map(StratifyBy::id).toList()));
        if (plan.method() == SamplingMethod.ELUSION) {
            parameters.put("resemblance", sample.resemblance());
        }
        parameters.put("items", String.valueOf(sample.population().items()));
        parameters.put("book_value", String.valueOf(sample.population().bookValue()));
        parameters.put("interval", String.valueOf(sample.design().interval()));
        parameters.put("sample", String.valueOf(sample.drawn().size()));
        return new Worksheet(
                parameters,
                sample.drawn().stream()
                        .map(drawn -> row(
                                drawn.unit(),
                                requireNonNull(facts.get(drawn.unit().id()))))
                        .toList());
    }

    private static Row row(SamplingUnit unit, ItemFacts facts) {
        return new Row(
                0,
                List.of(
                        plain(unit.id()),
                        plain(facts.name()),
                        plain(facts.ministry()),
                        unit.outcome().name(),
                        requireNonNullElse(unit.area(), ""),
                        String.valueOf(unit.amount()),
                        String.valueOf(unit.counted()),
                        plain(facts.evidence()),
                        "",
                        "",
                        "",
                        ""));
    }

    /** One line without what a workbook cannot hold, so that a spreadsheet program returns it unchanged. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .map(codePoint -> Character.isWhitespace(codePoint)
                                || Character.isSpaceChar(codePoint)
                                || Character.isISOControl(codePoint)
                        ? ' '
                        : codePoint)
                .filter(codePoint -> !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                        && (codePoint & 0xFFFE) != 0xFFFE)
                .limit(LONGEST_TEXT)
                .forEach(plain::appendCodePoint);
        return plain.toString().replaceAll(" +", " ").strip();
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(GIVEN);
        columns.addAll(OPEN);
        return List.copyOf(columns);
    }
}
