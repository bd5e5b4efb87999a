package org.countsas.audit.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countsas.adjudication.Decision;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.merkle.MerkleRoot;
import org.countsas.item.BudgetItem;
import org.countsas.policy.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.report.DecisionFiles;
import org.countsas.report.Language;
import org.countsas.source.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle, item by item; of the items that were written no more is kept in memory than the sums. The same run gives the same
 * bytes. Nothing is seen at the bundle's place until {@link #finish}, and nothing is left if {@link #close} comes before.
 *
 * <p>Not thread-safe.
 */
public final class BundleWriter implements AutoCloseable {
    private final Staging staging;
    private final RunHeader header;
    private final List<String> definitions;
    private final OutputStream items;
    private final List<Spool> spools = new ArrayList<>();
    private final BundleReport report;
    private @Nullable String last;
    private int count;

    /** The decisions of one definition. */
    private record Spool(Path file, OutputStream out, DefinitionTotals.Sum sum) {}

    private BundleWriter(Staging staging, RunHeader header, RulesFolder rules, List<String> definitions, Language language) throws IOException {
        this.staging = staging;
        this.header = header;
        this.definitions = definitions;
        this.report = new BundleReport(header, language);
        RulesFolder.of("rules", contentOf(rules)); // refuses names that a bundle cannot have
        for (String path : rules.paths()) {
            staging.write(Names.RULES + path, rules.bytes(path));
        }
        this.items = open(staging.folder().resolve(Names.ITEMS));
        for (int i = 0; i < definitions.size(); i++) {
            Path file = staging.folder().resolve(i == 0 ? Names.DECISIONS : Names.DECISIONS + "." + i);
            spools.add(new Spool(file, open(file), new DefinitionTotals.Sum(definitions.get(i))));
        }
    }

    private static Map<String, byte[]> contentOf(RulesFolder rules) {
        Map<String, byte[]> content = new java.util.TreeMap<>();
        rules.paths().forEach(path -> content.put(path, rules.bytes(path)));
        return content;
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    /**
     * Begins a bundle.
     *
     * @param target      where it shall be: a folder, or a ZIP file if the name ends in {@code .zip}; nothing may be there
     * @param rules       the exact rules that decide
     * @param definitions ids of the definitions, at least one, distinct
     * @param language    language of the report for people
     * @throws ProblemException {@code EXISTS} or {@code UNWRITABLE}
     */
    public static BundleWriter begin(Path target, RunHeader header, RulesFolder rules, List<String> definitions, Language language) {
        List<String> sorted = definitions.stream().sorted().distinct().toList();
        if (sorted.isEmpty() || sorted.size() != definitions.size()) {
            throw new IllegalArgumentException("one definition or several distinct ones, not " + definitions);
        }
        Staging staging = Staging.of(target);
        try {
            return new BundleWriter(staging, header, rules, sorted, language);
        } catch (IOException e) {
            staging.close();
            throw staging.failed(e);
        } catch (RuntimeException e) {
            staging.close();
            throw e;
        }
    }

    /**
     * Adds an item and what each definition decides about it.
     *
     * @param item      its id must follow that of the item before, by UTF-16 code units as {@link String#compareTo} has it
     * @param decisions one of each definition, in any order
     * @throws IllegalArgumentException if the order, the item's year, stage or currency, or the decisions are not as said
     * @throws ProblemException         if the item or a decision cannot be written, or the disk is full
     */
    public void add(BudgetItem item, List<Decision> decisions) {
        check(item, decisions);
        try {
            byte[] line = line(item.id(), ItemJson.of(item));
            Hash digest = Hash.sha256(line);
            items.write(line);
            items.write('\n');
            for (Decision decision : decisions) {
                Spool spool = spools.get(definitions.indexOf(decision.definition()));
                var json = DecisionLine.json(decision, digest);
                spool.out().write(line(item.id(), json));
                spool.out().write('\n');
                DecisionLine written = DecisionLine.of(json);
                spool.sum().add(written);
                report.add(item, written);
            }
            count++;
        } catch (IOException e) {
            throw staging.failed(e);
        } catch (ArithmeticException e) {
            throw new ProblemException(Code.TOO_LARGE, Place.NONE, "The amounts add up to more than a bundle can hold exactly, " + CanonicalJson.LARGEST, "Check the unit of the amounts");
        }
    }

    private void check(BudgetItem item, List<Decision> decisions) {
        if (last != null && last.compareTo(item.id()) >= 0) {
            throw new IllegalArgumentException("the item " + item.id() + " does not come after " + last);
        }
        if (item.fiscalYear() != header.fiscalYear() || item.stage() != header.stage() || !item.currency().equals(header.currency())) {
            throw new IllegalArgumentException("the item " + item.id() + " is of another year, stage or currency than the run");
        }
        if (!decisions.stream().map(Decision::definition).sorted().toList().equals(definitions) || !decisions.stream().allMatch(decision -> decision.item().equals(item))) {
            throw new IllegalArgumentException("the decisions about " + item.id() + " are not one of each of " + definitions);
        }
        last = item.id();
    }

    private static byte[] line(String id, com.fasterxml.jackson.databind.JsonNode json) {
        try {
            return CanonicalJson.bytes(json);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Code.NOT_CANONICAL, Place.NONE, "The item '" + id + "' cannot be written to a bundle: it has " + e.getMessage(), "Correct its text or amount");
        }
    }

    /**
     * Completes the bundle and puts it in its place.
     *
     * @param rejected rows that gave no item, in any order
     * @param key      what signs; without it the bundle is unsigned, and no check of it ever ends well
     * @return what the bundle says of itself
     */
    public Manifest finish(List<RejectedRow> rejected, Optional<SigningKey> key) {
        try {
            items.close();
            for (Spool spool : spools) {
                spool.out().close();
            }
            MerkleRoot root = join();
            DecisionFiles.writeRejected(staging.folder(), rejected.stream().map(RejectedRow::recorded).sorted(Comparator.comparing(RejectedRow::file).thenComparing(RejectedRow::row)
                    .thenComparing(row -> row.problem().toString())).toList());
            List<DefinitionTotals> totals = spools.stream().map(spool -> spool.sum().total()).toList();
            staging.write(Names.REPORT, report.html(totals, rejected.size()).getBytes(StandardCharsets.UTF_8));
            List<FileEntry> files = new ArrayList<>();
            for (Map.Entry<String, Path> file : staging.files().entrySet()) {
                files.add(staging.entry(file.getKey(), file.getValue()));
            }
            Manifest manifest = new Manifest(header.time(), header.product(), header.asOf(), header.fiscalYear(), header.stage(), header.currency(), definitions, count,
                    rejected.size(), Math.toIntExact(root.size()), root.root(), totals, files);
            byte[] bytes = manifest.bytes();
            String text = Bundle.checkpoint(manifest, Hash.sha256(bytes)).text();
            SignedNote note = key.map(signer -> SignedNote.sign(text, signer)).orElseGet(() -> SignedNote.unsigned(text));
            staging.write(Names.MANIFEST, bytes);
            staging.write(Names.CHECKPOINT, note.written().getBytes(StandardCharsets.UTF_8));
            staging.publish();
            return manifest;
        } catch (IOException e) {
            throw staging.failed(e);
        }
    }

    /** Puts the decisions of all definitions one after another into one file, and builds the tree over its lines. */
    private MerkleRoot join() throws IOException {
        MerkleRoot root = new MerkleRoot();
        try (OutputStream all = new BufferedOutputStream(Files.newOutputStream(spools.get(0).file(), java.nio.file.StandardOpenOption.APPEND), 1 << 16)) {
            for (int i = 0; i < spools.size(); i++) {
                Path file = spools.get(i).file();
                try (Lines lines = new Lines(Files.newInputStream(file), Place.file(file.toString()))) {
                    int left = count;
                    for (byte[] line = left-- == 0 ? null : lines.next(); line != null; line = left-- == 0 ? null : lines.next()) {
                        root.add(line);
                        if (i > 0) {
                            all.write(line);
                            all.write('\n');
                        }
                    }
                }
                if (i > 0) {
                    Files.delete(file);
                }
            }
        }
        return root;
    }

    /** Gives up the bundle, unless it is finished. */
    @Override
    public void close() {
        try {
            items.close();
            for (Spool spool : spools) {
                spool.out().close();
            }
        } catch (IOException e) {
            throw staging.failed(e);
        } finally {
            staging.close();
        }
    }
}
