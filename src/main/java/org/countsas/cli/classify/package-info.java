/** The command classify. */
@NullMarked
package org.countsas.cli.classify;

import org.jspecify.annotations.NullMarked;
