/**
 * The files that a new policy begins with: rules, vocabulary, tests and the entry in the list of policies, sound from the first moment.
 * Nothing is written before everything was checked, tested and linted in memory.
 */
@NullMarked
package org.countsas.quality.scaffold;

import org.jspecify.annotations.NullMarked;
