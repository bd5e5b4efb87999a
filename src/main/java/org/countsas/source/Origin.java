package org.countsas.source;

import org.countsas.problem.Place;

/** The row of a file that an item comes from. */
record Origin(String file, int row) {

    Place place() {
        return Place.line(file, row);
    }
}
