/** Folders of rules, and the rule book that is read from one. */
@NullMarked
package org.countsas.policy.book;

import org.jspecify.annotations.NullMarked;
