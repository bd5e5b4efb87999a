/**
 * What reading results in: items by fiscal year and stage, files, rejected rows, rows left out and warnings; and how readers put it
 * together.
 */
@NullMarked
package org.countsas.source.result;

import org.jspecify.annotations.NullMarked;
