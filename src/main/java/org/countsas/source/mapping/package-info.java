/** The format of tables with one row for each item: what their columns mean, by their names or by a mapping profile. */
@NullMarked
package org.countsas.source.mapping;

import org.jspecify.annotations.NullMarked;
