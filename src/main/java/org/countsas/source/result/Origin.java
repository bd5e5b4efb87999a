package org.countsas.source.result;

import org.countsas.problem.Place;

/** The row of a file that an item comes from. */
public record Origin(String file, int row) {

    public Place place() {
        return Place.line(file, row);
    }
}
