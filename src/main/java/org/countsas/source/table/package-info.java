/** Tables as rows of cells, whether delimited text or sheets of workbooks, and what their columns are usually called. */
@NullMarked
package org.countsas.source.table;

import org.jspecify.annotations.NullMarked;
