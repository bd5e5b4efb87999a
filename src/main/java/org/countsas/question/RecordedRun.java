package org.countsas.question;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.ItemLine;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.merkle.Hash;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.record.CsvTable;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.file.RecordedRuns;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.Reading;
import org.countsas.source.result.RejectedRow;
import org.countsas.source.result.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A recorded run as an input: its items, and the rules, definitions and day by which they were decided. Whatever one may ask of a budget one
 * may ask of it. Its bytes were checked against their digests; whether someone you trust signed it is another question.
 *
 * <p>Immutable and thread-safe.
 *
 * @param run         the run's id
 * @param itemsDigest SHA-256 of all items: two runs with the same decided about the same items
 * @param reading     the items, and the rows that gave none
 * @param rules       the rules that decided
 * @param definitions ids of the definitions, sorted, at least one
 * @param asOf        the day on which rules had to be in force
 */
@API(status = API.Status.EXPERIMENTAL)
public record RecordedRun(
        String run, Hash itemsDigest, Reading reading, RulesFolder rules, List<String> definitions, LocalDate asOf) {

    public RecordedRun {
        definitions = List.copyOf(definitions);
    }

    /** Whether a path is that of a bundle: a folder or a ZIP file. */
    public static boolean isBundle(Path path) {
        return RecordedRuns.isOne(path);
    }

    /**
     * Reads a bundle.
     *
     * @param bundle a folder or a ZIP file
     * @throws ProblemException if it is not a bundle, or was changed after the run
     */
    public static RecordedRun read(Path bundle) {
        try (Bundle opened = Bundle.open(bundle)) {
            Manifest manifest = opened.manifest();
            Hash items = manifest.files().stream()
                    .filter(file -> file.path().equals(BundleFiles.ITEMS))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            Code.BUNDLE_FILES,
                            Place.file(bundle.toString()),
                            "The bundle has no items",
                            "Ask for a new copy of the whole bundle"))
                    .sha256();
            return new RecordedRun(
                    manifest.run(), items, reading(opened), opened.rules(), manifest.definitions(), manifest.asOf());
        }
    }

    /**
     * What files and folders hold, or the items of a bundle.
     *
     * @param options how to read tables; a bundle is not read otherwise for them
     * @throws ProblemException if they cannot be read, or a bundle is one of several inputs
     */
    public static Reading reading(List<Path> inputs, ReadOptions options) {
        return inputs.size() == 1 && isBundle(inputs.get(0))
                ? read(inputs.get(0)).reading()
                : Sources.read(inputs, options);
    }

    /**
     * The definition to ask about.
     *
     * @param named null for the only one of the run
     * @throws ProblemException {@code UNKNOWN_DEFINITION} if none is named and there are several
     */
    public String definition(@Nullable String named) {
        if (named != null) {
            return named;
        }
        if (definitions.size() > 1) {
            throw new ProblemException(
                    Code.UNKNOWN_DEFINITION,
                    Place.NONE,
                    "The bundle has several definitions",
                    "Name one with --definition: " + String.join(", ", definitions));
        }
        String only = definitions.get(0);
        if (!isAmongRules(only)) {
            throw new ProblemException(
                    Code.UNKNOWN_DEFINITION,
                    Place.NONE,
                    "The run was decided under '" + only + "', which its rules do not state",
                    "Name a definition or a reform with --definition");
        }
        return only;
    }

    /** A reform has a definition of its own, which is in no file. */
    private boolean isAmongRules(String definition) {
        Pattern states = Pattern.compile("(?m)^definition:\\s*[\"']?" + Pattern.quote(definition) + "[\"']?\\s*$");
        return rules.paths().stream()
                .filter(path -> path.startsWith("definitions/"))
                .anyMatch(path -> states.matcher(new String(rules.bytes(path), StandardCharsets.UTF_8))
                        .find());
    }

    private static Reading reading(Bundle bundle) {
        List<BudgetItem> items;
        try (Stream<ItemLine> lines = bundle.items()) {
            items = lines.map(ItemLine::item).toList();
        }
        return new Reading(
                items,
                rejected(bundle),
                List.of(),
                List.of(),
                List.of(ReadFile.unread(bundle.place(BundleFiles.ITEMS).toString(), "bundle")),
                List.of());
    }

    private static List<RejectedRow> rejected(Bundle bundle) {
        List<RejectedRow> rejected = new ArrayList<>();
        Place file = bundle.place(BundleFiles.REJECTED);
        Scope scope = Scope.of(bundle.manifest().fiscalYear(), bundle.manifest().stage());
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .detectBomHeader(true)
                .ofCsvRecord(new ByteArrayInputStream(bundle.content(BundleFiles.REJECTED)), StandardCharsets.UTF_8)) {
            rows.stream().skip(1).forEach(row -> rejected.add(rejected(row, scope, file)));
        } catch (CsvParseException e) {
            throw broken(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rejected;
    }

    private static RejectedRow rejected(CsvRecord row, Scope scope, Place file) {
        if (row.getFieldCount() != CsvTable.REJECTED_COLUMNS.size()
                || !row.getField(1).matches("[0-9]{1,9}")) {
            throw broken(file);
        }
        int line = Integer.parseInt(row.getField(1));
        Place place = Place.line(row.getField(0), line);
        String id = row.getField(3);
        Problem problem = new Problem(
                Arrays.stream(Code.values())
                        .filter(code -> code.id().equals(row.getField(4)))
                        .findFirst()
                        .orElse(Code.BROKEN_ROW),
                row.getField(2).isEmpty() ? place : place.field(row.getField(2)),
                row.getField(5),
                row.getField(6));
        return new RejectedRow(
                problem,
                problem,
                new Origin(row.getField(0), line),
                new Scope(id.isEmpty() ? null : id, scope.fiscalYear(), scope.stage()));
    }

    private static ProblemException broken(Place file) {
        return new ProblemException(
                Code.BUNDLE_BROKEN, file, "This is no table of rejected rows", "Ask for a new copy of the bundle");
    }
}
