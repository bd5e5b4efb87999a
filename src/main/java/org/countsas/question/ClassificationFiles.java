package org.countsas.question;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Summary;
import org.countsas.definition.Definition;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.problem.ProblemException;
import org.countsas.question.filter.ItemFilter;
import org.countsas.record.DecisionFiles;
import org.countsas.record.DecisionWriter;
import org.countsas.report.summary.SummaryJson;

/**
 * The files of a {@link Classification}: the decisions of each definition, the rejected rows and the summary. Decisions are written as they
 * arrive; all files get their names when they are complete. Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ClassificationFiles implements AutoCloseable {
    private final Classification classification;
    private final Path folder;
    private final Predicate<Decision> listed;
    private final List<DecisionWriter> writers = new ArrayList<>();

    /** Begins files that have every decision. */
    public ClassificationFiles(Classification classification, Path folder, Language language) {
        this(classification, folder, language, ItemFilter.ALL);
    }

    /**
     * Begins the files.
     *
     * @param folder   is created; with several definitions the decisions of each go into a folder named by its id
     * @param language of the reasons
     * @param filter   which decisions the files have
     * @throws ProblemException if they cannot be written
     */
    public ClassificationFiles(Classification classification, Path folder, Language language, ItemFilter filter) {
        this.classification = classification;
        this.folder = folder;
        this.listed = filter.test(classification.countsAs().rules().vocabulary());
        AtomicFile.createFolder(folder);
        try {
            for (Definition definition : classification.definitions()) {
                Path own = classification.definitions().size() == 1 ? folder : folder.resolve(definition.id());
                AtomicFile.createFolder(own);
                writers.add(DecisionWriter.begin(own, classification.countsAs().rules(), definition, language));
            }
        } catch (ProblemException e) {
            close();
            throw e;
        }
    }

    /** Takes the decisions about an item, one under each definition; the filter says which of them are written. */
    public void add(List<Decision> decisions) {
        for (int i = 0; i < writers.size(); i++) {
            if (listed.test(decisions.get(i))) {
                writers.get(i).add(decisions.get(i));
            }
        }
    }

    /**
     * Completes the files.
     *
     * @throws ProblemException if they cannot be written
     */
    public void finish(List<Summary> summaries) {
        writers.forEach(DecisionWriter::finish);
        DecisionFiles.writeRejected(folder, classification.selection().rejected());
        String json = SummaryJson.withMeasures(
                summaries, classification.countsAs().rules().folder().digest());
        AtomicFile.write(
                folder.resolve("summary.json"), stream -> stream.write((json + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Abandons what was begun but not finished. */
    @Override
    public void close() {
        writers.forEach(DecisionWriter::close);
    }
}
