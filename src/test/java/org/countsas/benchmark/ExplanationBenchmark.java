package org.countsas.benchmark;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.countsas.CountsAs;
import org.countsas.definition.Definition;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.RuleEngine;
import org.countsas.explanation.Explainer;
import org.countsas.explanation.Explanation;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.vocabulary.Scanner;
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
 * What an explanation costs beside what deciding costs, on the real items of 2024 where they are at hand and on the sample
 * otherwise. Each call takes the next item of a seeded order; times are of one item, or of 500 where that is said.
 *
 * <p>Run {@link #main} on the test class path; the file name does not end in "Test", so no build runs it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ExplanationBenchmark {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private RuleBook book;
    private RuleEngine engine;
    private Explainer explainer;
    private Definition definition;
    private List<BudgetItem> items;
    private List<Item> scanned;
    private List<Rule> rules;
    private int next;

    @Setup
    public void read() {
        CountsAs countsAs = CountsAs.shipped();
        book = countsAs.rules();
        rules = book.rules();
        engine = RuleEngine.of(book, CompilationCache.none());
        explainer = new Explainer(book);
        definition = countsAs.definitions().get("japan-2025-proposal");
        Path real = Path.of("..", "shared", "data", "rs-2024");
        Path input = real.toFile().exists() ? real : Path.of("samples", "japan-fy2024.csv");
        items = new ArrayList<>(
                Sources.read(List.of(input), ReadOptions.DEFAULT).select().items());
        Collections.shuffle(items, new Random(4));
        Scanner scanner = book.vocabulary().scanner();
        scanned = items.stream()
                .map(item -> new Item(item.programme(), scanner.scan(item.programme())))
                .toList();
    }

    private int next() {
        next = (next + 1) % items.size();
        return next;
    }

    /** All rules on one scanned item in plain Java, each ending at its first condition that decides. */
    @Benchmark
    public int rulesInPlainJavaOneItem() {
        Item item = scanned.get(next());
        int held = 0;
        for (Rule rule : rules) {
            held += rule.holds(item, book.facilities()) ? 1 : 0;
        }
        return held;
    }

    /** All rules on one item by the engine, scanning and findings included. */
    @Benchmark
    public Object engineOneItem() {
        return engine.evaluate(List.of(items.get(next()).programme()));
    }

    /** The same for 500 items in one session. */
    @Benchmark
    public Object engineFiveHundredItems() {
        int from = next() % Math.max(1, items.size() - 500);
        List<Programme> programmes = items.subList(from, Math.min(items.size(), from + 500)).stream()
                .map(BudgetItem::programme)
                .toList();
        return engine.evaluate(programmes);
    }

    /** The trees of all rules on one item, scanning included. */
    @Benchmark
    public Object treesOneItem() {
        return explainer.rules(items.get(next()).programme());
    }

    /** The scan of one item alone, to be taken off from what includes it. */
    @Benchmark
    public Object scanOneItem() {
        return book.vocabulary().scanner().scan(items.get(next()).programme());
    }

    /** The decision and its trees, as explain answers without further questions. */
    @Benchmark
    public Object explainDecision() {
        return explainer.explain(items.get(next()), definition, DAY);
    }

    /** Everything: the decision, why not and what if. */
    @Benchmark
    public Explanation explainEverything() {
        BudgetItem item = items.get(next());
        return explainer
                .explain(item, definition, DAY)
                .withNearMisses(explainer.nearMisses(item, definition, DAY, policy -> true, 3))
                .withCounterfactuals(explainer.counterfactuals(item, definition, DAY));
    }

    /** Runs all of them. */
    public static void main(String[] arguments) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(ExplanationBenchmark.class.getSimpleName())
                        .jvmArgs("-Xmx2g")
                        .build())
                .run();
    }
}
