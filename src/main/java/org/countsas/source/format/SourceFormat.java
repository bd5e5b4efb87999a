package org.countsas.source.format;

import java.util.List;
import java.util.Set;

/**
 * A format in which budget items are published. An implementation has a public constructor without parameters and the annotation
 * {@code @AutoService(SourceFormat.class)}, by which it is found: there is no list of formats to maintain. Implementations are immutable
 * and thread-safe.
 */
public interface SourceFormat {

    /**
     * How a format recognises its files. Every file is offered to the formats in this order, so that surer evidence comes before more
     * general evidence; formats with the same evidence are sorted by class name.
     */
    enum Evidence {
        /** A beginning that only this format has: a magic number, the first keys of a document. */
        BEGINNING,
        /** The syntax, such as JSON, whatever its content. */
        SYNTAX,
        /** The columns of a table. */
        COLUMNS,
        /** That it is a table. */
        TABLE
    }

    /** How this format recognises its files. */
    Evidence evidence();

    /**
     * Whether a file is in this format. Nothing may be noted in the reading.
     *
     * @throws org.countsas.problem.ProblemException if the file cannot be read far enough to tell
     */
    boolean recognises(InputFile file);

    /** The name endings, in lower case and without the dot, of the files of this format to pick from a folder. */
    Set<String> endings();

    /** What people call the files that this format reads, for messages; none if another format uses the same name. */
    List<String> names();

    /** Begins a reading in which at least one file is in this format. */
    FormatReader open(ReadingContext context);
}
