/** Tables as rows of cells, whether they are delimited text or sheets of workbooks; and what their columns are usually called. */
@NullMarked
package org.countsas.source.table;

import org.jspecify.annotations.NullMarked;
