package org.countsas.question.bundle;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.audit.bundle.BundleWriter;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.ledger.LedgerEntry;
import org.countsas.audit.ledger.LedgerWriter;
import org.countsas.definition.Definition;
import org.countsas.definition.Titles;
import org.countsas.output.Language;
import org.countsas.problem.ProblemException;
import org.countsas.question.Classification;
import org.countsas.report.bundle.BundleReport;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Records a {@link Classification}. Decisions are written as they arrive; nothing is visible at the destination before all of it is there.
 * Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class RunRecorder implements AutoCloseable {
    private final Classification classification;
    private final RunPlace place;
    private final Instant time;
    /** Where the ledger keeps what is not yet in it; null if the bundle has its own place. */
    private final @Nullable Path incoming;

    private final Path target;
    private final BundleWriter writer;

    /**
     * A run that was recorded.
     *
     * @param run   its id
     * @param added what the ledger says about it; null if it is in none
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Recorded(String run, @Nullable LedgerEntry added) {
        /** What the ledger says about it; empty if it is in none. */
        public Optional<LedgerEntry> entry() {
            return Optional.ofNullable(added);
        }
    }

    /**
     * Begins a record.
     *
     * @param time     when the run was made
     * @param program  name and version of the program that makes it
     * @param language of the page for people
     * @throws ProblemException if the place cannot be written to, or already exists
     */
    public RunRecorder(Classification classification, RunPlace place, Instant time, String program, Language language) {
        this.classification = classification;
        this.place = place;
        this.time = time;
        Path bundle = place.bundle();
        if (bundle == null) {
            Path folder = requireNonNull(place.ledger()).resolve("incoming");
            this.incoming = folder;
            this.target = folder.resolve(ProcessHandle.current().pid() + ".zip");
        } else {
            this.incoming = null;
            this.target = bundle;
        }
        Selection selection = classification.selection();
        RunHeader header = new RunHeader(
                time, program, classification.asOf(), selection.fiscalYear(), selection.stage(), selection.currency());
        this.writer = BundleWriter.begin(
                target,
                header,
                classification.countsAs().rules().folder(),
                classification.definitions().stream().map(Definition::id).toList(),
                new BundleReport(
                        header, Titles.of(classification.countsAs().rules(), classification.definitions(), language)));
    }

    /** Takes the decisions about an item, one under each definition. */
    public void add(List<Decision> decisions) {
        writer.add(decisions.get(0).item(), decisions);
    }

    /**
     * Completes the record.
     *
     * @throws ProblemException if it cannot be written, or the ledger does not take it
     */
    public Recorded finish() {
        Selection selection = classification.selection();
        SigningKey key = place.key();
        String run = (key == null
                        ? writer.finishUnsigned(selection.rejected())
                        : writer.finish(selection.rejected(), key))
                .run();
        Path ledger = place.ledger();
        return new Recorded(
                run, ledger == null ? null : new LedgerWriter(ledger, requireNonNull(key)).add(target, time));
    }

    /** Abandons what was begun but not finished. */
    @Override
    public void close() {
        writer.close();
        if (incoming != null) {
            target.toFile().delete();
            incoming.toFile().delete(); // which others may still use, in which case it stays
        }
    }
}
