package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.container.StagingFolder;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.merkle.MerkleRoot;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.record.DecisionFiles;
import org.countsas.source.result.RejectedRow;

/**
 * Writes a bundle, item by item, in any order. Of the items added, only the sums, their ids, and eight bytes for each line are kept in
 * memory. The lines wait on the disk until {@link #finish} puts them into the bundle's order. The same run gives the same bytes. Nothing is
 * visible at the bundle's place before that, and nothing is left if {@link #close} comes first.
 *
 * <p>Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class BundleWriter implements AutoCloseable {
    private final StagingFolder staging;
    private final RunHeader header;
    private final List<String> definitions;
    private final List<String> ids = new ArrayList<>();
    private final TemporaryLines items;
    /** The decisions of each definition, and their sums. */
    private final List<TemporaryLines> decided = new ArrayList<>();

    private final List<DefinitionTotals.Sum> sums = new ArrayList<>();
    private final RunReport report;

    private BundleWriter(
            StagingFolder staging, RunHeader header, RulesFolder rules, List<String> definitions, RunReport report)
            throws IOException {
        this.staging = staging;
        this.header = header;
        this.definitions = definitions;
        this.report = report;
        RulesFolder.of("rules", contentOf(rules)); // refuses names that a bundle cannot have
        for (String path : rules.paths()) {
            staging.write(BundleFiles.RULES + path, rules.bytes(path));
        }
        this.items = new TemporaryLines(staging.folder().resolve(BundleFiles.ITEMS + ".unsorted"));
        for (int i = 0; i < definitions.size(); i++) {
            decided.add(new TemporaryLines(staging.folder().resolve(BundleFiles.DECISIONS + "." + i + ".unsorted")));
            sums.add(new DefinitionTotals.Sum(definitions.get(i)));
        }
    }

    private static Map<String, byte[]> contentOf(RulesFolder rules) {
        Map<String, byte[]> content = new TreeMap<>();
        rules.paths().forEach(path -> content.put(path, rules.bytes(path)));
        return content;
    }

    /**
     * Begins a bundle.
     *
     * @param target      where to write it: a folder, or a ZIP file if the name ends in {@code .zip}; nothing may exist there
     * @param rules       the exact rules that decide
     * @param definitions ids of the definitions, at least one, distinct
     * @param report      the page for people that the bundle will hold
     * @throws ProblemException         {@code EXISTS} or {@code UNWRITABLE}
     * @throws IllegalArgumentException if there is no definition, or one is there twice
     */
    public static BundleWriter begin(
            Path target, RunHeader header, RulesFolder rules, List<String> definitions, RunReport report) {
        List<String> sorted = definitions.stream().sorted().distinct().toList();
        if (sorted.isEmpty() || sorted.size() != definitions.size()) {
            throw new IllegalArgumentException("one definition or several distinct ones, not " + definitions);
        }
        StagingFolder staging = StagingFolder.of(target);
        try {
            return new BundleWriter(staging, header, rules, sorted, report);
        } catch (IOException e) {
            staging.close();
            throw staging.failed(e);
        } catch (RuntimeException e) {
            staging.close();
            throw e;
        }
    }

    /**
     * Adds an item and each definition's decision about it.
     *
     * @param item      of the run's year, stage and currency; its id must not be that of another
     * @param decisions one by each definition, in any order
     * @throws IllegalArgumentException if the item or the decisions are not as described
     * @throws ProblemException         if the item or a decision cannot be written, or the disk is full
     */
    public void add(BudgetItem item, List<Decision> decisions) {
        check(item, decisions);
        try {
            byte[] line = line(item.id(), ItemJson.of(item));
            Hash digest = Hash.sha256(line);
            items.add(line);
            for (Decision decision : decisions) {
                int definition = definitions.indexOf(decision.definition());
                var json = RecordedDecision.json(decision, digest);
                decided.get(definition).add(line(item.id(), json));
                DecisionLine written = DecisionLine.of(json);
                sums.get(definition).add(written);
                report.add(item, written);
            }
            ids.add(item.id());
        } catch (IOException e) {
            throw staging.failed(e);
        } catch (ArithmeticException e) {
            throw tooMuch();
        }
    }

    private static ProblemException tooMuch() {
        return new ProblemException(
                Code.TOO_LARGE,
                Place.NONE,
                "The amounts add up to more than a bundle can hold exactly, " + CanonicalJson.LARGEST,
                "Check the unit of the amounts");
    }

    private void check(BudgetItem item, List<Decision> decisions) {
        if (item.fiscalYear() != header.fiscalYear()
                || item.stage() != header.stage()
                || !item.currency().equals(header.currency())) {
            throw new IllegalArgumentException(
                    "the item " + item.id() + " is of another year, stage or currency than the run");
        }
        if (!decisions.stream().map(Decision::definition).sorted().toList().equals(definitions)
                || !decisions.stream().allMatch(decision -> decision.item().equals(item))) {
            throw new IllegalArgumentException(
                    "the decisions about " + item.id() + " are not one of each of " + definitions);
        }
    }

    private static byte[] line(String id, JsonNode json) {
        try {
            return CanonicalJson.bytes(json);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Code.NOT_CANONICAL,
                    Place.NONE,
                    "The item '" + id + "' cannot be written to a bundle: it has " + e.getMessage(),
                    "Correct its text or amount");
        }
    }

    /**
     * Completes the bundle, signs it and puts it into its place.
     *
     * @param rejected rows that gave no item, in any order
     * @return what the bundle says about itself
     * @throws IllegalArgumentException if two items have the same id
     * @throws ProblemException         if the disk is full
     */
    public Manifest finish(List<RejectedRow> rejected, SigningKey key) {
        return complete(rejected, text -> SignedNote.sign(text, key));
    }

    /**
     * Completes the bundle like {@link #finish}, but does not sign it. An unsigned bundle never passes verification.
     *
     * @param rejected rows that gave no item, in any order
     * @return what the bundle says about itself
     * @throws IllegalArgumentException if two items have the same id
     * @throws ProblemException         if the disk is full
     */
    public Manifest finishUnsigned(List<RejectedRow> rejected) {
        return complete(rejected, SignedNote::unsigned);
    }

    private Manifest complete(List<RejectedRow> rejected, Function<String, SignedNote> signer) {
        try {
            List<DefinitionTotals> totals =
                    sums.stream().map(DefinitionTotals.Sum::total).toList();
            MerkleRoot root = inOrder(order());
            DecisionFiles.recordRejected(
                    staging.folder(),
                    rejected.stream()
                            .map(RejectedRow::recorded)
                            .sorted(Comparator.comparing(RejectedRow::file)
                                    .thenComparing(RejectedRow::row)
                                    .thenComparing(row -> row.problem().toString()))
                            .toList());
            staging.write(
                    BundleFiles.REPORT, report.html(totals, rejected.size()).getBytes(StandardCharsets.UTF_8));
            List<FileEntry> files = new ArrayList<>();
            for (Map.Entry<String, Path> file : staging.files().entrySet()) {
                try (InputStream content = Files.newInputStream(file.getValue())) {
                    files.add(FileEntry.of(file.getKey(), content));
                }
            }
            Manifest manifest = new Manifest(
                    header.time(),
                    header.product(),
                    header.asOf(),
                    header.fiscalYear(),
                    header.stage(),
                    header.currency(),
                    definitions,
                    ids.size(),
                    rejected.size(),
                    Math.toIntExact(root.size()),
                    root.root(),
                    totals,
                    files);
            byte[] bytes = manifest.bytes();
            SignedNote note =
                    signer.apply(Bundle.checkpoint(manifest, Hash.sha256(bytes)).text());
            staging.write(BundleFiles.MANIFEST, bytes);
            staging.write(BundleFiles.CHECKPOINT, note.written().getBytes(StandardCharsets.UTF_8));
            staging.publish();
            return manifest;
        } catch (IOException e) {
            throw staging.failed(e);
        } catch (ArithmeticException e) {
            throw tooMuch();
        }
    }

    /** The numbers of the items, ordered by their ids as {@link String#compareTo} orders them. */
    private int[] order() {
        int[] order = IntStream.range(0, ids.size())
                .boxed()
                .sorted(Comparator.comparing(ids::get))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 1; i < order.length; i++) {
            if (ids.get(order[i]).equals(ids.get(order[i - 1]))) {
                throw new IllegalArgumentException("the item " + ids.get(order[i]) + " was added twice");
            }
        }
        return order;
    }

    /** Writes the items, then the decisions of one definition after another, and builds the tree over the decisions. */
    private MerkleRoot inOrder(int[] order) throws IOException {
        try (OutputStream out = open(BundleFiles.ITEMS)) {
            items.drainTo(out, order, line -> {});
        }
        MerkleRoot root = new MerkleRoot();
        try (OutputStream out = open(BundleFiles.DECISIONS)) {
            for (TemporaryLines lines : decided) {
                lines.drainTo(out, order, root::add);
            }
        }
        return root;
    }

    private OutputStream open(String path) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(staging.folder().resolve(path)), 1 << 16);
    }

    /** Abandons the bundle, unless it is finished. */
    @Override
    public void close() {
        try {
            items.close();
            for (TemporaryLines lines : decided) {
                lines.close();
            }
        } catch (IOException e) {
            throw staging.failed(e);
        } finally {
            staging.close();
        }
    }
}
