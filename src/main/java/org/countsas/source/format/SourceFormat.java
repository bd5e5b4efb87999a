package org.countsas.source.format;

import java.util.List;
import java.util.Set;

/**
 * A format in which budget items are published. An implementation has a public constructor without parameters and the annotation
 * {@code @AutoService(SourceFormat.class)}, by which it is found: no list of formats is to be kept. Implementations are immutable and
 * thread-safe.
 */
public interface SourceFormat {

    /**
     * By what a format recognises its files. Every file is offered to the formats in this order, so that the surer goes before the more
     * general one; formats of the same evidence follow one another by the name of their class.
     */
    enum Evidence {
        /** What only this format begins with: a magic number, the first keys of a document. */
        BEGINNING,
        /** The syntax, such as JSON, whatever is said in it. */
        SYNTAX,
        /** The columns of a table. */
        COLUMNS,
        /** That it is a table. */
        TABLE
    }

    /** By what this format recognises its files. */
    Evidence evidence();

    /**
     * Whether a file is in this format. Nothing may be noted in the reading.
     *
     * @throws org.countsas.problem.ProblemException if the file cannot be read far enough to tell
     */
    boolean recognises(InputFile file);

    /** The endings of names, in lower case and without the dot, by which files of this format are picked from a folder. */
    Set<String> endings();

    /** What people call the files that this format reads, for messages; none if they call them as another format does. */
    List<String> names();

    /** Begins a reading in which at least one file is in this format. */
    FormatReader open(ReadingContext context);
}
