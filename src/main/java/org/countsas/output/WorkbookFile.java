package org.countsas.output;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apiguardian.api.API;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An XLSX workbook written row by row: the same bytes for the same rows, at any time and place. For long sheets some thousand rows are kept
 * in memory, from which the columns get their widths, and for the rest only the distinct texts. Not thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class WorkbookFile implements AutoCloseable {
    /** The most characters that a cell of a workbook can hold: ECMA-376, as implemented by spreadsheet programs. */
    private static final int LONGEST_CELL = 32_767;
    /** A time without a time zone. A ZIP can state no earlier year, and Java writes the first moment of that year with its zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int ROWS_IN_MEMORY = 10_000;
    private static final int BASIS_POINTS = 4;
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");
    /** Limits of spreadsheet programs for the links of a sheet and the length of one. */
    private static final int MOST_LINKS = 65_530;

    private static final int LONGEST_LINK = 2_079;
    private static final String LINK_COLOR = "0563C1";

    private final Path scratch;
    private final OutputStream first;
    private final Workbook workbook;
    private final Map<Integer, WorkbookChart> charts = new TreeMap<>();
    private List<WorkbookColumn> columns;
    private Worksheet sheet;
    private int sheets = 1;
    private int rows;
    private int links;

    /** Begins a workbook, and in it a sheet of plain columns. */
    public WorkbookFile(String name, List<String> columns) throws IOException {
        this(columns.stream().map(WorkbookColumn::plain).toList(), name);
    }

    /** Begins a workbook, and in it a sheet for people, which they may filter by its columns. */
    public WorkbookFile(List<WorkbookColumn> columns, String name) throws IOException {
        this.columns = List.copyOf(columns);
        this.scratch = Files.createTempFile("countsas", ".xlsx");
        scratch.toFile().deleteOnExit(); // if the process is asked to end, nothing closes this
        this.first = Files.newOutputStream(scratch);
        this.workbook = new Workbook(first, "CountsAs", "1.0");
        this.sheet = workbook.newWorksheet(name);
        header();
    }

    /** Ends a sheet and begins the next, of plain columns. */
    void sheet(String name, List<String> columns) throws IOException {
        sheet(columns.stream().map(WorkbookColumn::plain).toList(), name);
    }

    /** Ends a sheet and begins the next, for people, which they may filter by its columns. */
    public void sheet(List<WorkbookColumn> next, String name) throws IOException {
        end();
        columns = List.copyOf(next);
        sheet = workbook.newWorksheet(name);
        sheets++;
        links = 0;
        header();
    }

    private void end() throws IOException {
        if (rows > 1 && columns.stream().anyMatch(column -> column.kind() != WorkbookColumn.Kind.PLAIN)) {
            sheet.setAutoFilter(0, 0, rows - 1, columns.size() - 1);
        }
        sheet.finish();
    }

    private void header() {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column).heading());
            sheet.style(0, column).bold().set();
            if (columns.get(column).width() > 0) {
                sheet.width(column, columns.get(column).width());
            }
        }
        sheet.freezePane(0, 1);
        rows = 1;
    }

    /** Shows a chart of this sheet beside its rows. */
    public void chart(WorkbookChart chart) {
        charts.put(sheets, chart);
    }

    /** Adds a row to the sheet: longs are numbers, which its column shows in its way; everything else is text. */
    public void row(List<Object> values) throws IOException {
        for (int column = 0; column < values.size(); column++) {
            WorkbookColumn.Kind kind = columns.get(column).kind();
            if (values.get(column) instanceof Long number) {
                sheet.value(
                        rows,
                        column,
                        kind == WorkbookColumn.Kind.PERCENT ? BigDecimal.valueOf(number, BASIS_POINTS) : number);
                if (!kind.format().isEmpty()) {
                    sheet.style(rows, column).format(kind.format()).set();
                }
                continue;
            }
            String text = fitting(String.valueOf(values.get(column)));
            if (kind == WorkbookColumn.Kind.LINK && leadsSomewhere(text) && links < MOST_LINKS) {
                links++;
                sheet.hyperlink(rows, column, HyperLink.external(text, text));
                sheet.style(rows, column).fontColor(LINK_COLOR).underlined().set();
            } else {
                sheet.value(rows, column, text);
            }
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    /** Addresses come from strangers: they lead to pages of the web and nowhere else. */
    private static boolean leadsSomewhere(String text) {
        if (text.length() > LONGEST_LINK || !ADDRESS.matcher(text).matches()) {
            return false;
        }
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String fitting(String text) {
        if (text.length() <= LONGEST_CELL) {
            return text;
        }
        // A character outside the basic plane must not be cut in half.
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL);
    }

    /** Completes the workbook and writes it, repacked: the library writes its creation time into it and offers no way to leave it out. */
    public void finish(OutputStream out) throws IOException {
        end();
        workbook.finish();
        first.close();
        Map<String, byte[]> ofCharts = ChartParts.of(charts);
        try (ZipFile read = new ZipFile(scratch.toFile())) {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (ZipEntry part : Collections.list(read.entries())) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(NO_TIME);
                zip.putNextEntry(copy);
                if (part.getName().equals("docProps/core.xml")) {
                    rewrite(read, part, zip, text -> text.replaceAll("<dcterms:created.*?</dcterms:created>", ""));
                } else if (part.getName().equals("[Content_Types].xml")) {
                    rewrite(read, part, zip, text -> ChartParts.withTypes(text, charts.keySet()));
                } else if (isOfChart(part.getName())) {
                    rewrite(read, part, zip, ChartParts::withDrawing);
                } else {
                    read.getInputStream(part).transferTo(zip);
                }
            }
            for (Map.Entry<String, byte[]> part : ofCharts.entrySet()) {
                ZipEntry added = new ZipEntry(part.getKey());
                added.setTimeLocal(NO_TIME);
                zip.putNextEntry(added);
                zip.write(part.getValue());
            }
            zip.finish();
        }
    }

    private boolean isOfChart(String part) {
        return charts.keySet().stream().anyMatch(number -> part.equals("xl/worksheets/sheet" + number + ".xml"));
    }

    private static void rewrite(ZipFile read, ZipEntry part, ZipOutputStream zip, UnaryOperator<String> change)
            throws IOException {
        String text = new String(read.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        zip.write(change.apply(text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        first.close();
        Files.deleteIfExists(scratch);
    }
}
