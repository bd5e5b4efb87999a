/** What a definition makes of the findings: pure functions from findings to a decision. */
@NullMarked
package org.countsas.adjudication;

import org.jspecify.annotations.NullMarked;
