package org.countsas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.output.Language;
import org.countsas.report.summary.SummaryText;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Selection;
import org.countsas.testing.Document;
import org.junit.jupiter.api.Test;

/** The README shows what really happens: its example runs here, and its excerpt is held against the main job's output. */
class ReadmeExampleTest {
    private static final Document README = Document.of("README.md");

    // @formatter:off
    private static void example() {
        // begin readme
        CountsAs countsAs = CountsAs.shipped();
        LocalDate day = LocalDate.of(2025, 4, 1);
        Definition definition = countsAs.definitions().inForceOn(day);

        Programme ports = Programme.builder("4220").ministry("国土交通省").bureau("港湾局").name("港湾整備事業").build();
        BudgetItem item = new BudgetItem(ports, 2024, Stage.INITIAL, 187_978_114_000L, "JPY");
        Decision decision = countsAs.classify(item, definition, day);

        System.out.println(decision.outcome() + " in " + decision.area().orElseThrow() + ", " + decision.share());
        System.out.println(decision.counted());
        System.out.println(decision.decisive().orElseThrow().finding().rule().reasonFor(ports).en());
        // end readme
    }
    // @formatter:on

    @Test
    void the_readme_has_one_java_example_and_it_is_the_code_that_runs_here() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/countsas/ReadmeExampleTest.java"));

        assertThat(README.blocks("java")).containsExactly(Document.marked(source, "readme"));
    }

    @Test
    void the_example_prints_what_the_readme_says() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example();
        } finally {
            System.setOut(before);
        }

        assertThat(README.blockAfter("It prints"))
                .isEqualTo(printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void the_excerpt_is_part_of_what_the_main_job_prints() {
        CountsAs countsAs = CountsAs.shipped();
        LocalDate day = LocalDate.of(2026, 1, 1);
        Definition definition = countsAs.definitions().inForceOn(day);
        Selection selection = Sources.read(List.of(Path.of("samples", "japan-fy2024.csv")), ReadOptions.DEFAULT)
                .select();
        List<Decision> decisions =
                countsAs.classify(selection.items().stream(), definition, day).toList();
        Summary summary = new Summary(
                definition,
                day,
                selection.fiscalYear(),
                selection.stage(),
                selection.currency(),
                decisions.size(),
                0,
                Totals.of(decisions, definition));

        String output = String.join("\n", SummaryText.of(summary, decisions, countsAs.rules(), Language.EN));

        assertThat(output).contains(README.blockAfter("./countsas classify samples/japan-fy2024.csv\n```"));
    }
}
