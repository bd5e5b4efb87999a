/** The commands compare, scenarios and targets. */
@NullMarked
package org.countsas.cli.compare;

import org.jspecify.annotations.NullMarked;
