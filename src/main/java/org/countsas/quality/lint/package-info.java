/**
 * Finds rules and terms that cannot matter: rules that never hold, rules that another one makes needless, counts that are always defeated,
 * terms and phrases that change nothing. Every finding is proved over all possible items, and comes with an item or a phrase that was
 * actually evaluated.
 */
@NullMarked
package org.countsas.quality.lint;

import org.jspecify.annotations.NullMarked;
