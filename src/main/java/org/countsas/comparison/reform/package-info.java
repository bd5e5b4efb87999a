/** Reforms: a definition written as another one and a stack of edits. They make new definitions and never touch their base. */
@NullMarked
package org.countsas.comparison.reform;

import org.jspecify.annotations.NullMarked;
