package org.countsas.workbench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.countsas.acceptance.Review;
import org.countsas.audit.key.KeyRing;
import org.countsas.evaluation.CompilationCache;
import org.countsas.question.Budget;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.report.Samples;
import org.countsas.testing.SharedData;
import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Binding;
import org.countsas.workbench.rules.RuleFiles;

/** Workbenches for tests, on free ports. */
public final class Benches {
    /** The day of all tests. */
    public static final LocalDate DAY = Review.DAY;

    private static Workspace sample;
    private static Workspace review;

    private Benches() {}

    /** The sample of Japan, evaluated once. */
    public static synchronized Workspace sample() {
        if (sample == null) {
            sample = of(Samples.JAPAN);
        }
        return sample;
    }

    /** The Administrative Project Review of 2024, evaluated once; aborts the test where the data are absent. */
    public static synchronized Workspace review() {
        if (review == null) {
            review = of(SharedData.rs2024());
        }
        return review;
    }

    /** An input under the rules of the project. */
    public static Workspace of(Path input) {
        return new Workspace(new EvaluatedBudget(Budget.read(List.of(input)), Samples.countsAs()), "japan-2022", DAY);
    }

    /** A workbench whose failures are kept. */
    public static Bench start(Workspace workspace) {
        return start(workspace, false);
    }

    public static Bench start(Workspace workspace, boolean readOnly) {
        return start(workspace, readOnly, new RuleFiles(null, "rules"));
    }

    public static Bench start(Workspace workspace, boolean readOnly, RuleFiles rules) {
        List<Throwable> failures = new ArrayList<>();
        Workbench workbench = Workbench.start(
                workspace,
                new Workbench.Settings(
                        Binding.local(0),
                        readOnly,
                        "samples/japan-fy2024.csv",
                        KeyRing.of(),
                        rules,
                        CompilationCache.none(),
                        null),
                failures::add);
        return new Bench(workbench, failures);
    }

    /**
     * A running workbench.
     *
     * @param failures what failed in CountsAs itself
     */
    public record Bench(Workbench workbench, List<Throwable> failures) implements AutoCloseable {
        public Wire wire() {
            return new Wire(workbench.port());
        }

        @Override
        public void close() {
            workbench.close();
        }
    }
}
