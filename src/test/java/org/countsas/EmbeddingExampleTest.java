package org.countsas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.audit.bundle.BundleWriter;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.verification.Check;
import org.countsas.audit.verification.Replay;
import org.countsas.audit.verification.Verification;
import org.countsas.audit.verification.Verifier;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.definition.Definition;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Findings;
import org.countsas.explanation.Explanation;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.output.Language;
import org.countsas.question.Budget;
import org.countsas.question.ExplanationQuestion;
import org.countsas.question.comparison.ComparisonQuestion;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.Measures;
import org.countsas.question.comparison.ScenarioQuestion;
import org.countsas.report.bundle.BundleReport;
import org.countsas.testing.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the embedding page is the code that runs here. */
class EmbeddingExampleTest {
    private static final Document PAGE = Document.of("src/site/markdown/embedding.md");

    // @formatter:off
    private static void example(CountsAs countsAs) {
        // begin items
        Programme fund = Programme.builder("1732")
                .ministry("文部科学省")
                .bureau("研究開発局")
                .name("国立研究開発法人宇宙航空研究開発機構運営費交付金に必要な経費")
                .build();
        BudgetItem initial = new BudgetItem(fund, 2024, Stage.INITIAL, 122_397_995_000L, "JPY");
        BudgetItem doubled = new BudgetItem(fund, 2025, Stage.INITIAL, 244_795_990_000L, "JPY");
        // end items
        // begin decisions
        LocalDate day = LocalDate.of(2025, 4, 1);
        Findings findings = countsAs.evaluate(List.of(fund), progress -> {});

        for (Definition definition : countsAs.definitions().all()) {
            for (Decision decision : new Adjudicator(definition, day).decide(List.of(initial, doubled), findings)) {
                System.out.println(definition.id() + " " + decision.item().fiscalYear() + " " + decision.outcome() + " " + decision.counted().central());
            }
        }
        // end decisions
    }

    private static void questions(CountsAs countsAs, LocalDate day) {
        // begin questions
        Budget budget = Budget.read(List.of(Path.of("samples/japan-fy2024.csv")));
        EvaluatedBudget evaluated = new EvaluatedBudget(budget, countsAs);

        Comparison comparison = new ComparisonQuestion(List.of("japan-2022", "japan-2022 + space"), Measures.OF_DEFINITIONS, day)
                .answer(evaluated)
                .comparison();
        comparison.results().forEach(result -> System.out.println(result.reformed().expression() + " " + result.counted().central()));

        ScenarioReport scenarios = new ScenarioQuestion("japan-2022", "space,shipbuilding", Measures.OF_DEFINITIONS, day).answer(evaluated);
        System.out.println(scenarios.scenarios().size() + " combinations");

        Explanation explanation = ExplanationQuestion.about("1732", day).answer(budget, countsAs.rules());
        System.out.println(explanation.decision().outcome() + " " + explanation.decision().area().orElse(""));
        // end questions
    }

    private static void record(CountsAs countsAs, BudgetItem initial, LocalDate day, Path folder, SigningKey key) {
        // begin record
        RunHeader header = new RunHeader(Instant.parse("2025-04-01T00:00:00Z"), "my program 1.0", day, 2024, Stage.INITIAL, "JPY");
        Path bundle = folder.resolve("run.zip");
        try (BundleWriter writer = BundleWriter.begin(bundle, header, countsAs.rules().folder(), List.of("japan-2022"), new BundleReport(header, Language.EN))) {
            Definition definition = countsAs.definitions().get("japan-2022");
            writer.add(initial, List.of(countsAs.classify(initial, definition, day)));
            writer.finish(List.of(), key);
        }
        Verification verification = Verifier.verify(bundle, KeyRing.of(key.publicHalf()), Replay.with(CompilationCache.none()));
        System.out.println(verification.ok() + " " + verification.passed().contains(Check.REPLAY));
        // end record
    }
    // @formatter:on

    @Test
    void the_page_shows_the_code_that_runs_here() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/countsas/EmbeddingExampleTest.java"));

        assertThat(PAGE.blocks("java"))
                .containsExactly(
                        Document.marked(source, "items"),
                        Document.marked(source, "decisions"),
                        Document.marked(source, "record"),
                        Document.marked(source, "questions"));
    }

    @Test
    void the_code_prints_what_the_page_says() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example(CountsAs.shipped());
        } finally {
            System.setOut(before);
        }

        assertThat(PAGE.blockAfter("prints\n"))
                .isEqualTo(printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void the_questions_have_the_answers_that_the_page_shows() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            questions(CountsAs.shipped(), LocalDate.of(2025, 4, 1));
        } finally {
            System.setOut(before);
        }

        assertThat(PAGE.blockAfter("They print\n"))
                .isEqualTo(printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void a_run_is_recorded_and_verified_as_the_page_says(@TempDir Path folder) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            BudgetItem item = new BudgetItem(
                    Programme.builder("1732").ministry("文部科学省").name("宇宙").build(),
                    2024,
                    Stage.INITIAL,
                    122_397_995_000L,
                    "JPY");
            record(CountsAs.shipped(), item, LocalDate.of(2025, 4, 1), folder, SigningKey.generate(new SecureRandom()));
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("true true");
        assertThat(PAGE.text()).contains("the result is `true true`");
    }
}
