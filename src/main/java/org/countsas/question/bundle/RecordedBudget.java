package org.countsas.question.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.ItemLine;
import org.countsas.audit.bundle.Manifest;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RulesFolder;
import org.countsas.question.Budget;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;

/**
 * The items and the rules of a recorded run, to be asked about like any other budget. Everything was checked against the digests of the
 * bundle; whose run it is only its signature says. Immutable and thread-safe.
 *
 * @param budget      the items that the run decided; rows that it rejected are not among them, but in the bundle's {@code rejected.csv}
 * @param rules       the rules that decided
 * @param definitions the ids of the definitions under which it decided, at least one
 * @param asOf        the day on which rules had to be in force
 * @param rejected    how many rows gave no item
 */
@API(status = API.Status.EXPERIMENTAL)
public record RecordedBudget(Budget budget, RulesFolder rules, List<String> definitions, LocalDate asOf, int rejected) {
    private static final String MANIFEST = "manifest.json";

    public RecordedBudget {
        definitions = List.copyOf(definitions);
    }

    /** Whether a path looks like a bundle: a folder or a ZIP file with a manifest. */
    public static boolean isAt(Path path) {
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve(MANIFEST)) && Files.isRegularFile(path.resolve("checkpoint"));
        }
        if (!Files.isRegularFile(path) || !path.toString().endsWith(".zip")) {
            return false;
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.getEntry(MANIFEST) != null && zip.getEntry("checkpoint") != null;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a bundle.
     *
     * @throws org.countsas.problem.ProblemException if it is none, or was changed
     */
    public static RecordedBudget read(Path path) {
        try (Bundle bundle = Bundle.open(path);
                Stream<ItemLine> lines = bundle.items()) {
            Manifest manifest = bundle.manifest();
            List<BudgetItem> items = lines.map(ItemLine::item).toList();
            Budget budget = new Budget(
                    new Reading(items, List.of(), List.of(), List.of(), List.of(), List.of()),
                    new Selection(
                            manifest.fiscalYear(),
                            false,
                            manifest.stage(),
                            false,
                            manifest.currency(),
                            items,
                            0,
                            0,
                            List.of(),
                            List.of()));
            return new RecordedBudget(
                    budget, bundle.rules(), manifest.definitions(), manifest.asOf(), manifest.rejected());
        }
    }
}
