/**
 * Policies as rule files: their language, the check that enforces it, and the compiled rule book. Apart from {@code evaluation}, the only
 * package that knows Drools.
 */
@NullMarked
package org.countsas.policy;

import org.jspecify.annotations.NullMarked;
