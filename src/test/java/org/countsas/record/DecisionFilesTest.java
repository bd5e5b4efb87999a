package org.countsas.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countsas.adjudication.Decision;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.report.Decisions;
import org.countsas.report.Samples;
import org.countsas.source.result.Origin;
import org.countsas.source.result.RejectedRow;
import org.countsas.source.result.Scope;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionFilesTest {
    @TempDir
    private Path folder;

    private List<NamedCsvRecord> csv(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(folder.resolve(name), StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        }
    }

    @Test
    void theThreeFilesTellTheSameDecisions() throws IOException {
        List<Decision> decisions = Samples.decisions(Samples.JAPAN, "japan-2025-proposal", Decisions.DAY);
        DecisionFiles.write(
                folder, decisions, Samples.countsAs().rules(), Samples.definition("japan-2025-proposal"), Language.EN);

        List<NamedCsvRecord> csv = csv("decisions.csv");
        List<JsonNode> json = Files.readAllLines(folder.resolve("decisions.jsonl")).stream()
                .map(DecisionFilesTest::parse)
                .toList();
        List<Row> sheet;
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("decisions.xlsx").toFile())) {
            sheet = workbook.getFirstSheet().read();
        }
        assertThat(csv).hasSameSizeAs(decisions);
        assertThat(json).hasSameSizeAs(decisions);
        assertThat(sheet).hasSize(decisions.size() + 1);
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            assertThat(csv.get(i).getField("item")).isEqualTo(decision.item().id());
            assertThat(json.get(i).get("item").textValue())
                    .isEqualTo(decision.item().id());
            assertThat(csv.get(i).getField("outcome"))
                    .isEqualTo(decision.outcome().name())
                    .isEqualTo(json.get(i).get("outcome").textValue());
            assertThat(csv.get(i).getField("area"))
                    .isEqualTo(decision.area().orElse(""))
                    .isEqualTo(json.get(i).get("area").asText("").replace("null", ""));
            assertThat(csv.get(i).getField("countedCentral"))
                    .isEqualTo(String.valueOf(decision.counted().central()))
                    .isEqualTo(json.get(i).at("/counted/central").asText());
            Row row = sheet.get(i + 1);
            assertThat(row.getCellText(0)).isEqualTo(decision.item().id());
            assertThat(row.getCellText(1)).isEqualTo(csv.get(i).getField("name"));
            assertThat(row.getCellText(6)).isEqualTo(csv.get(i).getField("amount"));
            assertThat(row.getCellText(16)).isEqualTo(csv.get(i).getField("countedCentral"));
            assertThat(row.getCellText(23)).isEqualTo(csv.get(i).getField("reason"));
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JsonMapper.builder().build().readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theEvidenceOfTheSampleIsWhatStandsAtItsPlaceInThePublishedText() {
        for (Decision decision : Samples.decisions(Samples.JAPAN, "japan-2025-proposal", Decisions.DAY)) {
            DecisionJson.of(decision)
                    .get("findings")
                    .forEach(finding -> finding.get("evidence").forEach(evidence -> {
                        if (!evidence.get("field").isNull()
                                && !evidence.get("field").textValue().startsWith("attributes.")) {
                            String text = org.countsas.item.Field.valueOf(evidence.get("field")
                                            .textValue()
                                            .replaceAll("([A-Z])", "_$1")
                                            .toUpperCase(java.util.Locale.ROOT))
                                    .textsOf(decision.item().programme())
                                    .get(evidence.get("part").intValue());
                            assertThat(text.substring(
                                            evidence.get("start").intValue(),
                                            evidence.get("end").intValue()))
                                    .isEqualTo(evidence.get("value").textValue());
                        }
                    }));
        }
    }

    @Test
    void textsWithSeparatorsQuotesAndLineBreaksSurviveTheCsv() throws IOException {
        Problem problem = new Problem(
                Code.BAD_AMOUNT, Place.line("a,\"b\".csv", 7).field("金額"), "'1,5' is\nno amount", "Write \"1.5\"");
        RejectedRow row = new RejectedRow(problem, problem, new Origin("a,\"b\".csv", 7), Scope.ofProgramme("1;2"));
        DecisionFiles.writeRejected(folder, List.of(row));

        assertThat(csv("rejected.csv"))
                .singleElement()
                .satisfies(record -> assertThat(record.getFields())
                        .containsExactly(
                                "a,\"b\".csv", "7", "金額", "1;2", "S009", "'1,5' is\nno amount", "Write \"1.5\""));
    }

    @Test
    void textFilesAreUtf8WithLineFeedsAndTheTableHasAByteOrderMarkForSpreadsheetPrograms() throws IOException {
        DecisionFiles.write(
                folder,
                List.of(Decisions.counted("護衛艦", 5, "fleet")),
                Samples.countsAs().rules(),
                Decisions.definition(),
                Language.EN);

        assertThat(Files.readString(folder.resolve("decisions.csv")))
                .startsWith("\uFEFFitem,name,")
                .endsWith("\n")
                .doesNotContain("\r");
        assertThat(Files.readString(folder.resolve("decisions.jsonl")))
                .startsWith("{\"item\":\"護衛艦\",")
                .endsWith("}\n")
                .doesNotContain("\r");
    }
}
