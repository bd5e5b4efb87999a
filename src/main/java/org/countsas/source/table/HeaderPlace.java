package org.countsas.source.table;

/**
 * Where the header of a table is. Immutable and thread-safe.
 *
 * @param row  its first line in a text file, or its first row in a sheet, from 1; 0 for the first that is not blank
 * @param rows how many rows it has that are not blank, at least one
 */
public record HeaderPlace(int row, int rows) {
    /** One row: the first that is not blank. */
    public static final HeaderPlace FIRST = new HeaderPlace(0, 1);
}
