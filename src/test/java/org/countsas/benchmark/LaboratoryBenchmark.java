package org.countsas.benchmark;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.total.Totals;
import org.countsas.comparison.change.Comparer;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.game.CooperativeGame;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reforms;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.comparison.scenario.Scenarios;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Selection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What combinations and comparisons cost beside classifying once, on the real items of 2024 where they are at hand and on the sample
 * otherwise. Single shots of a fresh JVM are what the command sees, so the first iterations are reported too.
 *
 * <p>Run {@link #main} on the test class path; the file name does not end in "Test", so no build runs it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 7)
public class LaboratoryBenchmark {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private CountsAs countsAs;
    private Reforms reforms;
    private List<BudgetItem> items;
    private List<Programme> programmes;
    private Findings findings;
    private List<Edit.Add> additions;
    private CooperativeGame game;

    @Setup
    public void read() {
        countsAs = CountsAs.shipped();
        reforms = new Reforms(countsAs.definitions(), countsAs.rules());
        Path real = Path.of("..", "shared", "data", "rs-2024");
        Path input = real.toFile().exists() ? real : Path.of("samples", "japan-fy2024.csv");
        Selection selection = Sources.read(List.of(input), ReadOptions.DEFAULT).select(2024, Stage.INITIAL);
        items = selection.items();
        programmes = items.stream().map(BudgetItem::programme).toList();
        findings = countsAs.evaluate(programmes, done -> {});
        additions = List.of(
                        "space",
                        "aviation",
                        "energy-protection",
                        "transport-protection",
                        "communications-protection",
                        "shipbuilding",
                        "disaster-prevention",
                        "technology-protection")
                .stream()
                .map(Edit.Add::new)
                .toList();
        Random random = new Random(20);
        Map<Integer, Long> dividends = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            dividends.put(
                    random.nextInt(1 << 20) & random.nextInt(1 << 20) & random.nextInt(1 << 20),
                    random.nextLong() >> 20);
        }
        game = CooperativeGame.ofDividends(20, dividends, 0);
    }

    /** Evaluation, one adjudication and sums: what classify does once the input is read. */
    @Benchmark
    public Object classifyOnce() {
        Definition definition = countsAs.definitions().get("japan-2025-proposal");
        return Totals.of(
                new Adjudicator(definition, DAY).decide(items, countsAs.evaluate(programmes, done -> {})), definition);
    }

    /** Evaluation and a whole comparison of two definitions, attribution and items included. */
    @Benchmark
    public Object compareTwo() {
        Findings fresh = countsAs.evaluate(programmes, done -> {});
        List<ComparisonInput> subjects = List.of("japan-2022", "japan-2025-proposal").stream()
                .map(id -> new ComparisonInput(id, reforms.apply(new Reform(id, List.of())), fresh, "rules"))
                .toList();
        return new Comparer(items, items, DAY, List.of()).compare(subjects, reforms);
    }

    /** 256 combinations with Shapley values, overlaps and ways to each target, after evaluation. */
    @Benchmark
    public Object combinations256() {
        Scenarios scenarios =
                Scenarios.of(new Reform("japan-2022", List.of()), additions, reforms, items, findings, DAY);
        Definition base = scenarios.base().definition();
        return List.of(
                scenarios.all(),
                ScenarioReport.of(scenarios, Level.of(base, base.targets()), DAY, 2024, Stage.INITIAL, "JPY"));
    }

    /** The totals of 2^20 combinations from three thousand dividends. */
    @Benchmark
    public Object combinations2To20() {
        return game.values();
    }

    /** The Shapley values of twenty policies. */
    @Benchmark
    public Object shapleyOfTwenty() {
        return game.shapley();
    }

    /** Runs all of them. */
    public static void main(String[] arguments) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(LaboratoryBenchmark.class.getSimpleName())
                        .jvmArgs("-Xmx2g")
                        .build())
                .run();
    }
}
