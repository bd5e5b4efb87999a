/** Options that several commands share, one class each. */
@NullMarked
package org.countsas.cli.option;

import org.jspecify.annotations.NullMarked;
