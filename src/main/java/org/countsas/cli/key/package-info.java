/** The commands keys new and keys show. */
@NullMarked
package org.countsas.cli.key;

import org.jspecify.annotations.NullMarked;
