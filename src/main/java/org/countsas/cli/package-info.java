/** The command line. Knows everything; nothing knows it. */
@NullMarked
package org.countsas.cli;

import org.jspecify.annotations.NullMarked;
