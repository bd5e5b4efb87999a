/** The command line. Knows everything; nobody knows it. */
@NullMarked
package org.countsas.cli;

import org.jspecify.annotations.NullMarked;
