/** Tables as rows of cells, whether they are delimited text or sheets of workbooks; and what their columns are usually called. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.table;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
