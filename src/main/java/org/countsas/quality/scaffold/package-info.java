/**
 * The files that a new policy begins with: rules, vocabulary, tests and the entry in the list of policies, sound from the first moment.
 * Nothing is written before everything was checked, tested and linted in memory.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.quality.scaffold;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
