/**
 * Policies as rule files: their language, the check that keeps them to it, and the compiled rule book. Beside
 * {@code evaluation}, this is the only package that knows Drools.
 */
@NullMarked
package org.countsas.policy;

import org.jspecify.annotations.NullMarked;
