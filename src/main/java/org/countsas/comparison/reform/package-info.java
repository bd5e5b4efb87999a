/** Reforms: a definition written as another one and a series of edits. They make new definitions and never change their base. */
@NullMarked
package org.countsas.comparison.reform;

import org.jspecify.annotations.NullMarked;
