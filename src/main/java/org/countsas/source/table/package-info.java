/** Tables as rows of cells, whatever they are written in: delimited text or workbooks. */
@NullMarked
package org.countsas.source.table;

import org.jspecify.annotations.NullMarked;
