package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.output.Language;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison says of each area, read back from everything that it writes: the same to the yen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresAgreeTest {
    private static final List<String> DEFINITIONS = List.of("japan-2022", "japan-2025-proposal");

    private Path folder;
    private Console console;
    private JsonNode json;
    /** By definition, then area: low, central, high. */
    private final Map<String, Map<String, List<Long>>> expected = new LinkedHashMap<>();

    @BeforeAll
    void compare(@TempDir Path temporary) throws IOException {
        folder = temporary;
        console = Console.run(
                "compare",
                "samples/japan-fy2024.csv",
                "--definition",
                DEFINITIONS.get(0),
                "--definition",
                DEFINITIONS.get(1),
                "--out",
                folder,
                "--xlsx",
                folder.resolve("one.xlsx"),
                "--report",
                folder.resolve("page.html"));
        assertThat(console.code()).as(console.err()).isZero();
        json = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("compare.json").toFile());
        for (JsonNode side : json.get("sides")) {
            Map<String, List<Long>> areas = new LinkedHashMap<>();
            for (JsonNode area : side.get("areas")) {
                JsonNode counted = area.get("counted");
                areas.put(
                        area.get("key").textValue(),
                        List.of(
                                counted.get("low").longValue(),
                                counted.get("central").longValue(),
                                counted.get("high").longValue()));
            }
            expected.put(side.get("definition").textValue(), areas);
        }
        assertThat(expected.get("japan-2022")).hasSize(6);
        assertThat(expected.get("japan-2025-proposal")).hasSize(14);
    }

    @Test
    void the_areas_of_the_JSON_sum_to_its_totals() {
        for (JsonNode side : json.get("sides")) {
            List<Long> sums = new ArrayList<>(List.of(0L, 0L, 0L));
            expected.get(side.get("definition").textValue()).values().forEach(counted -> {
                for (int i = 0; i < 3; i++) {
                    sums.set(i, sums.get(i) + counted.get(i));
                }
            });
            JsonNode counted = side.get("counted");
            assertThat(sums)
                    .containsExactly(
                            counted.get("low").longValue(),
                            counted.get("central").longValue(),
                            counted.get("high").longValue());
        }
    }

    @Test
    void the_CSV_says_the_same() throws IOException {
        Map<String, Map<String, List<Long>>> read = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(folder.resolve("compare-sums.csv"))) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("by").equals("area")) {
                    read.computeIfAbsent(row.getField("definition"), definition -> new LinkedHashMap<>())
                            .put(
                                    row.getField("key"),
                                    List.of(
                                            Long.valueOf(row.getField("countedLow")),
                                            Long.valueOf(row.getField("countedCentral")),
                                            Long.valueOf(row.getField("countedHigh"))));
                }
            }
        }
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void both_workbooks_say_the_same() throws IOException {
        for (String name : List.of("compare.xlsx", "one.xlsx")) {
            Map<String, Map<String, List<Long>>> read = new LinkedHashMap<>();
            try (InputStream in = Files.newInputStream(folder.resolve(name));
                    ReadableWorkbook workbook = new ReadableWorkbook(in)) {
                Sheet sheet = workbook.findSheet("sums").orElseThrow();
                for (Row row : sheet.read()) {
                    if (row.getCellText(1).equals("area")) {
                        read.computeIfAbsent(row.getCellText(0), definition -> new LinkedHashMap<>())
                                .put(row.getCellText(2), List.of(number(row, 5), number(row, 6), number(row, 7)));
                    }
                }
            }
            assertThat(read).as(name).isEqualTo(expected);
        }
    }

    @Test
    void the_page_says_the_same() throws IOException {
        String page = Files.readString(folder.resolve("page.html"));
        String section = page.substring(page.indexOf("<h2>Areas under each definition</h2>"));
        section = section.substring(0, section.indexOf("</section>"));
        List<List<Long>> read = new ArrayList<>();
        Matcher row = Pattern.compile("<tr><th scope=\"row\">.*?</tr>").matcher(section);
        while (row.find()) {
            List<Long> values = new ArrayList<>();
            Matcher value = Pattern.compile("<data value=\"(-?\\d+)\">").matcher(row.group());
            while (value.find()) {
                values.add(Long.valueOf(value.group(1)));
            }
            read.add(List.of(
                    values.get(2), values.get(1), values.get(3))); // after the number of items: central, low, high
        }
        List<List<Long>> all = new ArrayList<>();
        expected.values().forEach(areas -> all.addAll(areas.values()));
        assertThat(read).isEqualTo(all);
    }

    @Test
    void the_terminal_says_the_same() {
        List<String> lines = console.out().lines().toList();
        int head = lines.indexOf(lines.stream()
                .filter(line -> line.matches("  Area\\s+A\\s+B\\s+B - A"))
                .findFirst()
                .orElseThrow());
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (String line : lines.subList(head + 1, head + 15)) {
            Matcher numbers = Pattern.compile("\\s{2,}([\\d,.]+)\\s+([\\d,.]+)\\s+[+-]?[\\d,.]+$")
                    .matcher(line);
            assertThat(numbers.find()).as(line).isTrue();
            first.add(numbers.group(1));
            second.add(numbers.group(2));
        }
        assertThat(first.stream().filter(amount -> !amount.equals("0.00")))
                .containsExactlyInAnyOrderElementsOf(shown("japan-2022"));
        assertThat(second).containsExactlyInAnyOrderElementsOf(shown("japan-2025-proposal"));
    }

    private List<String> shown(String definition) {
        return expected.get(definition).values().stream()
                .map(counted -> Language.EN.digits(counted.get(1), "JPY"))
                .toList();
    }

    private static long number(Row row, int cell) {
        return row.getCellAsNumber(cell).orElseThrow().longValueExact();
    }
}
