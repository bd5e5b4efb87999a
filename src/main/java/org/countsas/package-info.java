/** The entry point for programs that embed the library: {@link org.countsas.CountsAs}. */
@NullMarked
package org.countsas;

import org.jspecify.annotations.NullMarked;
