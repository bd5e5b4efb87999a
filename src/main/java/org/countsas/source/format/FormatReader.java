package org.countsas.source.format;

/** Reads the files of one format in one reading. Not thread-safe. */
public interface FormatReader {

    /**
     * Takes a file that the format recognised. Its items may be added now, or after all files have been taken.
     *
     * @throws org.countsas.problem.ProblemException if the file cannot be used at all; a row that cannot be used is rejected
     */
    void read(InputFile file);

    /**
     * Adds what could not be added before all files were taken; called once, after the last of them.
     *
     * @throws org.countsas.problem.ProblemException if the files cannot be used together
     */
    default void finish() {}
}
