package org.countsas.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The real data that some tests read. They are too large for the repository and lie beside it, in {@code ../shared/data}
 * seen from the project's root. A test that asks for them where they are absent is aborted, with a message that says so:
 * it neither passes nor fails.
 */
public final class SharedData {
    private static final Path FOLDER = Path.of("..", "shared", "data");

    private SharedData() {}

    /** The Administrative Project Review of 2024: a folder with five tables as published, each in a ZIP. */
    public static Path rs2024() {
        return present(FOLDER.resolve("rs-2024"));
    }

    /** The statutory budget by line item: a folder with a JSON document, packed by gzip, for each of FY2017 to FY2026. */
    public static Path stateBudgets() {
        return present(FOLDER.resolve("state-budget"));
    }

    /** The statutory budget of a fiscal year by line item. */
    public static Path stateBudget(int fiscalYear) {
        return stateBudgets().resolve("mof-jikou-" + fiscalYear + ".json.gz");
    }

    /** The US public budget database, budget authority, FY2016 edition: a CSV in thousands of dollars. */
    public static Path usBudget() {
        return present(FOLDER.resolve("us-budget").resolve("budauth-fy2016.csv"));
    }

    /** The hand labels on {@link #rs2024()}: a CSV. */
    public static Path labels() {
        return present(FOLDER.resolve("labels").resolve("dev.csv"));
    }

    private static Path present(Path path) {
        if (!Files.exists(path)) {
            String message = "SKIPPED: the test needs " + path + " (seen from the project's root), which is not here";
            // Build tools show why a test was aborted only in their report files; a skip must be seen.
            System.err.println(message);
            Assumptions.abort(message);
        }
        return path;
    }
}
