package org.countsas.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countsas.CountsAs;
import org.countsas.adjudication.total.Summary;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.review.Ruling;
import org.countsas.audit.sampling.ErrorLimit;
import org.countsas.audit.sampling.Population;
import org.countsas.audit.sampling.SamplingMethod;
import org.countsas.audit.sampling.SamplingPlan;
import org.countsas.audit.verification.Replay;
import org.countsas.audit.worksheet.WorksheetFiles;
import org.countsas.cli.Console;
import org.countsas.evaluation.CompilationCache;
import org.countsas.explanation.Explanation;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.question.ExplanationQuestion.NearMissScope;
import org.countsas.question.bundle.AssessmentQuestion;
import org.countsas.question.bundle.BundleTitles;
import org.countsas.question.bundle.HistoryQuestion;
import org.countsas.question.bundle.NewReview;
import org.countsas.question.bundle.ReviewsQuestion;
import org.countsas.question.bundle.RunPlace;
import org.countsas.question.bundle.RunRecorder;
import org.countsas.question.bundle.SampleQuestion;
import org.countsas.question.bundle.VerificationQuestion;
import org.countsas.question.comparison.ComparisonQuestion;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.Measures;
import org.countsas.question.comparison.ScenarioQuestion;
import org.countsas.question.comparison.TargetQuestion;
import org.countsas.question.rules.RuleTestQuestion;
import org.countsas.report.Samples;
import org.countsas.report.comparison.ComparisonJson;
import org.countsas.report.comparison.OutlookJson;
import org.countsas.report.comparison.ScenariosJson;
import org.countsas.report.explanation.ExplanationJson;
import org.countsas.report.explanation.NearMissReport;
import org.countsas.report.history.HistoryReport;
import org.countsas.report.quality.RuleTestReport;
import org.countsas.report.quality.ScoreReport;
import org.countsas.report.review.ReviewReport;
import org.countsas.report.sampling.SamplingReport;
import org.countsas.report.summary.SummaryJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever one can ask in the shell one can ask from Java, and gets the same figures. */
class QuestionsTest {
    private static final LocalDate TODAY = LocalDate.parse(Console.TODAY);
    private static final Instant NOON = Instant.parse(Console.TODAY + "T12:00:00Z");
    private static final Path SAMPLE = Samples.JAPAN;
    private static final String PROPOSAL = "japan-2025-proposal";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private static CountsAs rules() {
        return Samples.countsAs();
    }

    private static Budget budget() {
        return Budget.read(List.of(SAMPLE));
    }

    private static EvaluatedBudget evaluated() {
        return new EvaluatedBudget(budget(), rules());
    }

    /** What the shell prints as JSON; it must have done its work. */
    private static JsonNode shell(Object... words) throws JsonProcessingException {
        List<Object> command = new ArrayList<>(Arrays.asList(words));
        command.add("--json");
        Console console = Console.run(command.toArray());
        assertThat(console.code()).as(console.err()).isZero();
        return JSON.readTree(console.out());
    }

    private static void isTheSame(String json, JsonNode printed) throws JsonProcessingException {
        JsonNode own = JSON.readTree(json);
        if (printed instanceof ObjectNode object && object.has("command")) {
            // The command that reproduces a result is the shell's own matter.
            object.remove("command");
            ((ObjectNode) own).remove("command");
        }
        assertThat(own).isEqualTo(printed);
    }

    @Test
    void classify() throws IOException {
        Classification classification = new Classification(
                rules(),
                budget().selection(),
                new DefinitionFinder(rules(), TODAY).definitions(List.of("japan-2022", PROPOSAL)),
                TODAY);
        Path own = folder.resolve("own");
        List<Summary> summaries;
        try (ClassificationFiles files = new ClassificationFiles(classification, own, Language.EN)) {
            summaries = classification.run(files::add).stream()
                    .map(Classification.Result::summary)
                    .toList();
            files.finish(summaries);
        }
        Path printed = folder.resolve("printed");
        isTheSame(
                SummaryJson.of(summaries),
                shell("classify", SAMPLE, "--definition", "japan-2022", "--definition", PROPOSAL, "--out", printed));

        for (String file :
                List.of("summary.json", "rejected.csv", "japan-2022/decisions.jsonl", PROPOSAL + "/decisions.csv")) {
            assertThat(own.resolve(file)).hasSameBinaryContentAs(printed.resolve(file));
        }
    }

    @Test
    void explain() throws IOException {
        RuleBook book = rules().rules();
        Explanation explanation = new ExplanationQuestion(
                        "1732",
                        "japan-2022 + space",
                        TODAY,
                        List.of("Information-gathering satellites"),
                        new NearMissScope.OfPolicy("shipbuilding"),
                        true)
                .answer(budget(), book);
        isTheSame(
                ExplanationJson.of(explanation, book),
                shell(
                        "explain",
                        SAMPLE,
                        "--item",
                        "1732",
                        "--definition",
                        "japan-2022 + space",
                        "--rule",
                        "information-gathering satellites",
                        "--why-not",
                        "shipbuilding",
                        "--what-if"));
        isTheSame(
                ExplanationJson.of(ExplanationQuestion.about("1732", TODAY).answer(budget(), book), book),
                shell("explain", SAMPLE, "--item", "1732"));
    }

    @Test
    void near_misses() throws IOException {
        RuleBook book = rules().rules();
        Budget budget = budget();
        NearMissQuestion.Answer answer =
                new NearMissQuestion(PROPOSAL, TODAY, null, 2).answer(budget.selection(), book);
        isTheSame(
                new NearMissReport(
                                answer.groups(),
                                answer.definition(),
                                2,
                                budget.selection().items().size(),
                                "JPY",
                                book,
                                Language.EN)
                        .json(),
                shell("near-misses", SAMPLE, "--definition", PROPOSAL, "--max-conditions", 2));
    }

    @Test
    void score() throws IOException {
        ScoreQuestion.Answer answer = ScoreQuestion.of(Samples.JAPAN_LABELS, PROPOSAL, TODAY)
                .answer(NewestItems.read(List.of(SAMPLE)), rules());
        isTheSame(
                ScoreReport.json(answer.score(), PROPOSAL),
                shell("score", SAMPLE, "--labels", Samples.JAPAN_LABELS, "--definition", PROPOSAL));
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void compare_scenarios_and_targets_from_one_evaluation() throws IOException {
        EvaluatedBudget evaluated = evaluated();
        Measures measures = new Measures("600tn", List.of(new BigDecimal("3")));
        isTheSame(
                ComparisonJson.of(
                        new ComparisonQuestion(List.of("japan-2022", "japan-2022 + space"), measures, TODAY)
                                .answer(evaluated)
                                .comparison(),
                        ""),
                shell(
                        "compare",
                        SAMPLE,
                        "--definition",
                        "japan-2022",
                        "--definition",
                        "japan-2022 + space",
                        "--gdp",
                        "600tn",
                        "--target",
                        "3 %"));
        isTheSame(
                ScenariosJson.of(
                        new ScenarioQuestion("japan-2022", "space, shipbuilding(share=50%)", measures, TODAY)
                                .answer(evaluated),
                        ""),
                shell(
                        "scenarios",
                        SAMPLE,
                        "--base",
                        "japan-2022",
                        "--policies",
                        "space, shipbuilding(share=50%)",
                        "--gdp",
                        "600tn",
                        "--target",
                        "3"));
        isTheSame(
                OutlookJson.of(
                        new TargetQuestion(List.of(PROPOSAL), List.of("shipbuilding"), measures, TODAY)
                                .answer(evaluated),
                        ""),
                shell(
                        "targets",
                        SAMPLE,
                        "--definition",
                        PROPOSAL,
                        "--solve-share",
                        "shipbuilding",
                        "--gdp",
                        "600tn",
                        "--target",
                        "3"));
    }

    @Test
    void what_lies_between_two_definitions_is_the_scenarios_of_what_one_adds() {
        EvaluatedBudget evaluated = evaluated();
        assertThat(new ComparisonQuestion(List.of("japan-2022", "japan-2022 + space"), Measures.OF_DEFINITIONS, TODAY)
                        .answer(evaluated)
                        .combinations()
                        .map(report -> report.scenarios().policies()))
                .contains(List.of("space"));
        assertThat(new ComparisonQuestion(List.of("japan-2022 + space", "japan-2022"), Measures.OF_DEFINITIONS, TODAY)
                        .answer(evaluated)
                        .combinations())
                .isEmpty();
    }

    @Test
    void rules_test() throws IOException {
        isTheSame(
                RuleTestReport.json(new RuleTestQuestion(null).answer(rules().rules())),
                shell("rules", "test", "--without-engine"));
        assertThat(new RuleTestQuestion(CompilationCache.none())
                        .answer(rules().rules())
                        .passed())
                .isTrue();
    }

    @Test
    void what_is_recorded_reviewed_and_sampled() throws IOException {
        Path keyFile = folder.resolve("key.pem");
        Path publicKey = folder.resolve("key.pub.pem");
        assertThat(Console.run("keys", "new", "--out", keyFile).code()).isZero();
        SigningKey key = SigningKey.read(keyFile);
        KeyRing trusted = KeyRing.of(key.publicHalf());
        Path bundle = folder.resolve("run.zip");
        Path ledger = folder.resolve("ledger");

        Classification classification = new Classification(
                rules(), budget().selection(), new DefinitionFinder(rules(), TODAY).definitions(List.of()), TODAY);
        RunRecorder.Recorded recorded;
        try (RunRecorder recorder = new RunRecorder(
                classification, new RunPlace(bundle, ledger, key), NOON, "countsas (not packaged)", Language.EN)) {
            classification.run(recorder::add);
            recorded = recorder.finish();
        }
        Path printed = folder.resolve("printed.zip");
        assertThat(Console.run("classify", SAMPLE, "--bundle", printed, "--key", keyFile)
                        .out())
                .contains("run " + recorded.run());
        assertThat(bundle).hasSameBinaryContentAs(printed);
        assertThat(recorded.entry()).isPresent();

        NewReview review = new NewReview("5092", null, Ruling.notCounted(), "sold", "A. Auditor");
        assertThat(review.record(bundle, NOON, key).recorded().appended().torn())
                .isNull();
        ReviewsQuestion.Answer reviews = new ReviewsQuestion(bundle, trusted, null).answer();
        isTheSame(
                new ReviewReport(reviews.currency(), Language.EN).json(reviews.reviews(), reviews.effective()),
                shell("reviews", bundle, "--key", publicKey));
        VerificationQuestion.Answer verified = new VerificationQuestion(
                        bundle, trusted, reviews.reviews().head(), Replay.with(CompilationCache.none()))
                .answer();
        assertThat(verified.verification().ok()).isTrue();
        assertThat(verified.reviews()).isPresent();

        isTheSame(
                new HistoryReport(new HistoryQuestion(ledger, "5092", null).answer(), Language.EN).json(),
                shell("history", ledger, "--item", "5092"));

        SamplingPlan plan = new SamplingPlan(
                SamplingMethod.MONETARY_UNIT,
                Population.COUNTED,
                new BigDecimal("95"),
                ErrorLimit.parse("10%").orElseThrow(),
                ErrorLimit.parse("0%").orElseThrow(),
                "7",
                List.of());
        SampleQuestion.Answer sample = new SampleQuestion(bundle, null, plan, true, trusted).answer();
        Path own = Files.createDirectories(folder.resolve("own"));
        WorksheetFiles.write(own, sample.worksheet());
        Console drawn = Console.run(
                "sample",
                bundle,
                "--tolerable",
                "10%",
                "--seed",
                "7",
                "--key",
                publicKey,
                "--out",
                folder.resolve("drawn"));
        assertThat(drawn.out())
                .startsWith(String.join(
                        System.lineSeparator(),
                        new SamplingReport(
                                        sample.definition(),
                                        sample.basis(),
                                        sample.currency(),
                                        BundleTitles.of(bundle, Language.EN))
                                .text(sample.sample())));
        assertThat(own.resolve("sample.csv"))
                .hasSameBinaryContentAs(folder.resolve("drawn").resolve("sample.csv"));

        Path filled = folder.resolve("filled.csv");
        Files.writeString(
                filled,
                Files.readString(own.resolve("sample.csv"))
                        .replaceAll(
                                "(?m),COUNTED,([a-z-]+),(\\d+),(\\d+),(.*),,,,$",
                                ",COUNTED,$1,$2,$3,$4,COUNTED,$1,$3,"));
        AssessmentQuestion.Answer assessed = new AssessmentQuestion(bundle, filled, trusted).answer();
        isTheSame(
                new SamplingReport(assessed.definition(), assessed.basis(), assessed.currency(), Language.EN)
                        .json(assessed.assessment()),
                shell("assess", bundle, "--worksheet", filled, "--key", publicKey));
        assertThat(assessed.laterReviews()).isZero();
    }
}
