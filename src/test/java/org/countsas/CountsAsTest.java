package org.countsas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.concurrent.OrderedParallel;
import org.countsas.definition.Definition;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsAsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final SmallRules RULES = SmallRules.complete()
            .withRules(
                    "shipbuilding",
                    RuleFileText.named("Ships"),
                    RuleFileText.named("Ships with crews")
                            .ifItem("mentions(\"seafarer\")")
                            .rejects())
            .with("definitions/all.yaml", """
                    definition: all
                    title: {en: All, ja: 全}
                    status: in-force
                    source: areas
                    currency: JPY
                    blocks: [{id: related, label: {en: Related, ja: 関連}}]
                    policies: [{policy: shipbuilding, block: related}]
                    """);
    private static final CountsAs COUNTS_AS = CountsAs.of(RULES.folder(), CompilationCache.none());
    private static final Definition ALL = COUNTS_AS.definitions().get("all");

    @TempDir
    private Path temporary;

    @Test
    void one_item_a_stream_and_a_list_are_decided_alike() {
        List<BudgetItem> items = items(1_234);
        List<Decision> one =
                items.stream().map(item -> COUNTS_AS.classify(item, ALL, DAY)).toList();
        List<Decision> streamed = COUNTS_AS.classify(items.stream(), ALL, DAY).toList();
        Findings findings =
                COUNTS_AS.evaluate(items.stream().map(BudgetItem::programme).toList(), done -> {});

        assertThat(streamed).isEqualTo(one);
        assertThat(new Adjudicator(ALL, DAY).decide(items, findings)).isEqualTo(one);
        assertThat(one).extracting(Decision::item).isEqualTo(items);
        assertThat(one.stream()
                        .filter(decision -> decision.outcome() == Outcome.COUNTED)
                        .count())
                .isEqualTo(412);
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        List<BudgetItem> items = items(2_500);
        List<Programme> programmes = items.stream().map(BudgetItem::programme).toList();
        List<List<Decision>> decided = new ArrayList<>();
        for (int threads : new int[] {1, 2, 7}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                decided.add(new Adjudicator(ALL, DAY)
                        .decide(
                                items,
                                pool.submit(() -> COUNTS_AS.evaluate(programmes, done -> {}))
                                        .join()));
            } finally {
                pool.shutdown();
            }
        }
        assertThat(decided.get(1)).isEqualTo(decided.get(0));
        assertThat(decided.get(2)).isEqualTo(decided.get(0));
    }

    @Test
    void progress_adds_up_to_the_number_of_programmes() {
        AtomicInteger done = new AtomicInteger();
        COUNTS_AS.evaluate(items(1_777).stream().map(BudgetItem::programme).toList(), done::addAndGet);
        assertThat(done).hasValue(1_777);
    }

    @Test
    void a_stream_without_end_is_decided_as_it_comes() {
        AtomicInteger read = new AtomicInteger();
        Stream<BudgetItem> endless = Stream.iterate(0, i -> i + 1).map(i -> {
            read.incrementAndGet();
            return item(i);
        });
        Iterator<Decision> decisions = COUNTS_AS.classify(endless, ALL, DAY).iterator();
        for (int i = 0; i < 1_200; i++) {
            assertThat(decisions.next().item().id()).isEqualTo(String.valueOf(i));
        }
        assertThat(read.get()).isBetween(1_200, 2_000);
    }

    @Test
    void several_definitions_decide_a_stream_as_each_decides_alone() {
        Definition other = new Definition(
                "other",
                ALL.title(),
                ALL.status(),
                ALL.fromOrNull(),
                ALL.untilOrNull(),
                ALL.sources(),
                ALL.currency(),
                ALL.gdpOrNull(),
                ALL.targets(),
                ALL.plans(),
                ALL.blocks(),
                List.of());
        List<BudgetItem> items = items(3_456);

        List<List<Decision>> decided =
                COUNTS_AS.classify(items.stream(), List.of(ALL, other), DAY).toList();

        assertThat(decided.stream().map(decisions -> decisions.get(0)))
                .isEqualTo(COUNTS_AS.classify(items.stream(), ALL, DAY).toList());
        assertThat(decided.stream().map(decisions -> decisions.get(1)))
                .isEqualTo(COUNTS_AS.classify(items.stream(), other, DAY).toList());
        assertThat(decided).allMatch(decisions -> decisions.size() == 2);
    }

    @Test
    void on_all_processors_too_no_more_is_read_than_is_soon_consumed() {
        AtomicInteger read = new AtomicInteger();
        Stream<BudgetItem> endless = Stream.iterate(0, i -> i + 1).map(i -> {
            read.incrementAndGet();
            return item(i);
        });
        Iterator<List<Decision>> decisions =
                COUNTS_AS.classify(endless, List.of(ALL), DAY).iterator();
        for (int i = 0; i < 5_200; i++) {
            assertThat(decisions.next().get(0).item().id()).isEqualTo(String.valueOf(i));
        }
        assertThat(read.get())
                .isBetween(5_200, 5_200 + 500 * (Runtime.getRuntime().availableProcessors() + 3));
    }

    @Test
    void what_goes_wrong_on_another_thread_is_told_as_it_is() {
        IllegalArgumentException wrong = new IllegalArgumentException("no such item");
        Stream<Integer> mapped = OrderedParallel.map(
                IntStream.range(0, 100).boxed(),
                i -> {
                    if (i == 60) {
                        throw wrong;
                    }
                    return i;
                },
                7);
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> mapped.forEachOrdered(seen::add)).isSameAs(wrong);
        assertThat(seen).isEqualTo(IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void closing_the_result_closes_the_source() {
        AtomicBoolean closed = new AtomicBoolean();
        try (Stream<Decision> decisions =
                COUNTS_AS.classify(items(3).stream().onClose(() -> closed.set(true)), ALL, DAY)) {
            assertThat(decisions.count()).isEqualTo(3);
        }
        assertThat(closed).isTrue();
        closed.set(false);
        COUNTS_AS
                .classify(items(3).stream().onClose(() -> closed.set(true)), List.of(ALL), DAY)
                .close();
        assertThat(closed).isTrue();
    }

    @Test
    void nothing_gives_nothing() {
        assertThat(COUNTS_AS.classify(Stream.empty(), ALL, DAY)).isEmpty();
        assertThat(COUNTS_AS.classify(Stream.empty(), List.of(ALL), DAY)).isEmpty();
        assertThat(new Adjudicator(ALL, DAY).decide(List.of(), COUNTS_AS.evaluate(List.of(), done -> {})))
                .isEmpty();
    }

    @Test
    void items_of_one_programme_share_its_findings() {
        Programme programme = Programme.builder("1").name("船").build();
        BudgetItem initial = new BudgetItem(programme, 2024, Stage.INITIAL, 100, "JPY");
        BudgetItem executed = new BudgetItem(programme, 2023, Stage.EXECUTED, -7, "JPY");
        Findings findings = COUNTS_AS.evaluate(List.of(programme), done -> {});
        assertThat(new Adjudicator(ALL, DAY).decide(List.of(initial, executed), findings))
                .extracting(decision -> decision.counted().central())
                .containsExactly(100L, -7L);
        assertThat(findings.of(programme))
                .singleElement()
                .extracting(finding -> finding.rule().name())
                .isEqualTo("Ships");
    }

    @Test
    void findings_are_asked_for_the_very_programme_that_was_evaluated() {
        Findings findings =
                COUNTS_AS.evaluate(List.of(Programme.builder("1").name("船").build()), done -> {});
        Programme equal = Programme.builder("1").name("船").build();
        assertThatThrownBy(() -> findings.of(equal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the programme 1 was not evaluated");
    }

    @Test
    void a_folder_of_rules_is_loaded_with_its_definitions() throws Exception {
        for (Map.Entry<String, byte[]> file : RULES.bytes().entrySet()) {
            Files.createDirectories(temporary.resolve(file.getKey()).getParent());
            Files.write(temporary.resolve(file.getKey()), file.getValue());
        }
        CountsAs loaded = CountsAs.load(temporary);
        assertThat(loaded.rules().folder().digest())
                .isEqualTo(COUNTS_AS.rules().folder().digest());
        assertThat(loaded.definitions().all()).isEqualTo(COUNTS_AS.definitions().all());
        assertThat(loaded.classify(item(0), ALL, DAY).outcome()).isEqualTo(Outcome.COUNTED);
    }

    @Test
    void all_that_is_wrong_with_the_rules_is_told_before_anything_is_decided() {
        assertThatThrownBy(() -> CountsAs.of(
                        SmallRules.complete()
                                .withRule(RuleFileText.named("A")
                                        .ifItem("names(\"shp\")")
                                        .with("cite", "x"))
                                .folder(),
                        CompilationCache.none()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void a_missing_argument_is_named() {
        BudgetItem item = item(0);
        Map<String, Runnable> calls = Map.of(
                "folder", () -> CountsAs.load(missing()),
                "cache", () -> CountsAs.of(RULES.folder(), missing()),
                "item", () -> COUNTS_AS.classify(CountsAsTest.<BudgetItem>missing(), ALL, DAY),
                "items", () -> COUNTS_AS.classify(CountsAsTest.<Stream<BudgetItem>>missing(), ALL, DAY),
                "definition", () -> COUNTS_AS.classify(item, missing(), DAY),
                "definitions", () -> COUNTS_AS.classify(Stream.of(item), CountsAsTest.<List<Definition>>missing(), DAY),
                "asOf", () -> COUNTS_AS.classify(Stream.of(item), List.of(ALL), missing()),
                "programmes", () -> COUNTS_AS.evaluate(missing()),
                "progress", () -> COUNTS_AS.evaluate(List.of(), missing()));
        calls.forEach((name, call) -> assertThatThrownBy(call::run)
                .as(name)
                .isInstanceOf(NullPointerException.class)
                .hasMessage(name));
    }

    /** Null, as a caller may give it who does not check. */
    @SuppressWarnings("NullAway")
    private static <T> T missing() {
        return null;
    }

    private static List<BudgetItem> items(int count) {
        return IntStream.range(0, count).mapToObj(CountsAsTest::item).toList();
    }

    /** Of six in a row, one is a ship with seafarers, two are ships, one is a balloon and two are nothing of the kind. */
    private static BudgetItem item(int i) {
        String name = List.of("船の建造", "船と船員", "風船", "ships", "道路", "橋").get(i % 6);
        return new BudgetItem(Programme.builder(String.valueOf(i)).name(name).build(), 2024, Stage.INITIAL, i, "JPY");
    }
}
