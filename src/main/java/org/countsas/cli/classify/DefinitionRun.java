package org.countsas.cli.classify;

import java.nio.file.Path;
import java.time.LocalDate;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Definition;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.record.DecisionWriter;
import org.countsas.report.summary.Highlights;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;

/** What becomes of the decisions of one definition as they come: sums, the few that the summary names, and files if they are wanted. */
final class DefinitionRun implements AutoCloseable {
    private final Definition definition;
    private final Totals.Sum sum;
    private final Highlights highlights = new Highlights();
    private final @Nullable DecisionWriter files;

    /** @param folder where files of the decisions shall be; null if there shall be none */
    DefinitionRun(Definition definition, @Nullable Path folder, Language language) {
        this.definition = definition;
        this.sum = new Totals.Sum(definition);
        if (folder == null) {
            this.files = null;
        } else {
            AtomicFile.createFolder(folder);
            this.files = DecisionWriter.begin(folder, language.id());
        }
    }

    /** Takes a decision. */
    void add(Decision decision) {
        try {
            sum.add(decision);
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
        highlights.add(decision);
        if (files != null) {
            files.add(decision);
        }
    }

    /** Completes the files. */
    void finish() {
        if (files != null) {
            files.finish();
        }
    }

    Summary summary(Selection selection, LocalDate asOf) {
        int rejected = selection.rejected().size();
        return new Summary(
                definition,
                asOf,
                selection.fiscalYear(),
                selection.stage(),
                selection.currency(),
                selection.items().size() + rejected,
                rejected,
                totals());
    }

    private Totals totals() {
        try {
            return sum.totals();
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Code.TOO_LARGE,
                Place.NONE,
                "The amounts add up to more than can be counted exactly, " + Long.MAX_VALUE,
                "Check the unit of the amounts");
    }

    Highlights highlights() {
        return highlights;
    }

    @Override
    public void close() {
        if (files != null) {
            files.close();
        }
    }
}
