/**
 * What one may ask about a budget and about rules. A question is a record of plain arguments; its answer is plain data, the same for the
 * shell, for a page and for a program. Knows no terminal and no command options.
 */
@NullMarked
package org.countsas.question;

import org.jspecify.annotations.NullMarked;
