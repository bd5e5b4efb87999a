/** The commands explain and near-misses. */
@NullMarked
package org.countsas.cli.explain;

import org.jspecify.annotations.NullMarked;
