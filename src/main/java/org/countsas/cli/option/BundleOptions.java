package org.countsas.cli.option;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countsas.CountsAs;
import org.countsas.adjudication.Decision;
import org.countsas.audit.bundle.BundleWriter;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.ledger.LedgerEntry;
import org.countsas.audit.ledger.LedgerWriter;
import org.countsas.cli.console.Printer;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.report.bundle.BundleReport;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a run is recorded, and who signs for it. */
public final class BundleOptions {
    @Option(
            names = "--bundle",
            paramLabel = "PATH",
            description =
                    "Record the run here, so that others can verify it: a folder, or a ZIP file if the name ends in .zip.")
    private @Nullable Path bundle;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Private key (PEM) that signs the bundle; 'countsas keys new' makes one.")
    private @Nullable Path key;

    @Option(
            names = "--ledger",
            paramLabel = "DIR",
            description = "Add the run to this ledger, a log of runs that only grows; needs --key.")
    private @Nullable Path ledger;

    private @Nullable BundleWriter writer;
    private Language language = Language.EN;
    private Path target = Path.of("");
    private Instant time = Instant.EPOCH;
    private Optional<SigningKey> signer = Optional.empty();

    /** Begins what was asked for; before the work, so that whoever names a place that cannot be written to need not wait. */
    public void begin(
            CountsAs countsAs,
            List<Definition> definitions,
            Selection selection,
            LocalDate asOf,
            Instant now,
            Language spoken) {
        if (bundle == null && ledger == null) {
            if (key != null) {
                throw new ProblemException(
                        Code.UNKNOWN_OPTION,
                        Place.NONE,
                        "--key signs a bundle, and --bundle is missing",
                        "Name a place with --bundle");
            }
            return;
        }
        if (ledger != null && key == null) {
            throw new ProblemException(
                    Code.MISSING_KEY,
                    Place.file(ledger.toString()),
                    "What goes into a ledger is signed, and --key is missing",
                    "Name your private key with --key");
        }
        time = now;
        language = spoken;
        target = bundle != null
                ? bundle
                : requireNonNull(ledger)
                        .resolve("incoming")
                        .resolve(ProcessHandle.current().pid() + ".zip");
        signer = Optional.ofNullable(key).map(SigningKey::read);
        RunHeader header = new RunHeader(
                time, Version.text(), asOf, selection.fiscalYear(), selection.stage(), selection.currency());
        writer = BundleWriter.begin(
                target,
                header,
                countsAs.rules().folder(),
                definitions.stream().map(Definition::id).toList(),
                new BundleReport(header, language));
    }

    /** Adds what the definitions decide about an item. */
    public void add(BudgetItem item, List<Decision> decisions) {
        if (writer != null) {
            writer.add(item, decisions);
        }
    }

    /** Completes what was begun. */
    public void finish(Selection selection, Printer said, Printer err) {
        BundleWriter begun = writer;
        if (begun == null) {
            return;
        }
        String run = signer.map(key -> begun.finish(selection.rejected(), key))
                .orElseGet(() -> begun.finishUnsigned(selection.rejected()))
                .run();
        if (bundle != null) {
            said.line(
                    signer.isEmpty()
                            ? AuditWords.text(language, "recorded", bundle, run)
                            : AuditWords.text(language, "recorded.signed", bundle, run, signer.get()));
        }
        if (ledger != null) {
            LedgerEntry entry = new LedgerWriter(ledger, signer.orElseThrow()).add(target, time);
            said.line(AuditWords.added(entry, ledger, language));
        }
        if (signer.isEmpty()) {
            err.line(AuditWords.text(language, "unsigned"));
        }
    }

    /** Gives up what was begun and not finished. */
    public void close() {
        if (writer != null) {
            writer.close();
            if (bundle == null) {
                target.toFile().delete();
                requireNonNull(target.getParent()).toFile().delete(); // which others may still use, and then stays
            }
        }
    }
}
