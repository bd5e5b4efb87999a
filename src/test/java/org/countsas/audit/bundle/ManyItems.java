package org.countsas.audit.bundle;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countsas.CountsAs;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Totals;
import org.countsas.audit.verification.Check;
import org.countsas.audit.verification.Replay;
import org.countsas.audit.verification.Verification;
import org.countsas.audit.verification.Verifier;
import org.countsas.definition.Definition;
import org.countsas.evaluation.CompilationCache;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.output.Language;
import org.countsas.record.DecisionWriter;
import org.countsas.report.bundle.BundleReport;

/** A run over items that are made as they are asked for: whoever lets them go needs little memory. */
final class ManyItems {
    static final String HEAP = "32m";
    private static final int ITEMS = 10_000;
    private static final String TEXT = "この事業は、庁舎の壁と床を直し、庭の木を切る。".repeat(45);

    private ManyItems() {}

    /** {@code let-go FOLDER CACHE}: the run; {@code keep FOLDER CACHE}: the same, and keeps the decisions. The cache has the compiled rules. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        List<Object> kept = new ArrayList<>();
        CompilationCache cache = CompilationCache.in(Path.of(arguments[2]));
        CountsAs countsAs = CountsAs.of(TestRuns.rules(), cache);
        List<Definition> definitions = List.of(countsAs.definitions().get("one"));
        Totals.Sum sum = new Totals.Sum(definitions.get(0));
        Path bundle = folder.resolve("run");
        try (BundleWriter writer = BundleWriter.begin(
                        bundle,
                        TestRuns.HEADER,
                        countsAs.rules().folder(),
                        definitions.stream().map(Definition::id).toList(),
                        new BundleReport(TestRuns.HEADER, Language.EN));
                DecisionWriter files = DecisionWriter.begin(folder, countsAs.rules(), definitions.get(0), Language.EN);
                Stream<List<Decision>> decided = countsAs.classify(
                        IntStream.range(0, ITEMS).mapToObj(ManyItems::item), definitions, TestRuns.AS_OF)) {
            decided.forEachOrdered(decisions -> {
                writer.add(decisions.get(0).item(), decisions);
                files.add(decisions.get(0));
                sum.add(decisions.get(0));
                if (arguments[0].equals("keep")) {
                    kept.add(decisions);
                }
            });
            files.finish();
            writer.finish(List.of(), TestRuns.KEY);
        }
        Verification verification = Verifier.verify(bundle, TestRuns.TRUSTED, Replay.with(cache));
        System.out.println(requireNonNull(verification.manifest()).items() + " items, "
                + sum.totals().items() + " in the sums, "
                + requireNonNull(verification.manifest()).treeSize() + " lines, verified: " + verification.ok()
                + ", replayed: " + verification.passed().contains(Check.REPLAY));
    }

    /** Of ten items, one is a port. Each has a text of its own, of some two thousand bytes. */
    private static BudgetItem item(int i) {
        Programme programme = Programme.builder(String.valueOf(i))
                .ministry("国土交通省")
                .name(i % 10 == 0 ? "港 " + i : "庁舎 " + i)
                .overview(i + TEXT)
                .build();
        return new BudgetItem(programme, 2024, Stage.INITIAL, i, "JPY");
    }
}
