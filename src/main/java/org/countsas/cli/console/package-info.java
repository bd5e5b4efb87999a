/** What commands share of the process they run in: streams, progress, notices. */
@NullMarked
package org.countsas.cli.console;

import org.jspecify.annotations.NullMarked;
