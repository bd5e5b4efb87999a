/** Why a rule holds or does not, why an item counts or does not, and the smallest change that would reverse the decision. */
@NullMarked
package org.countsas.explanation;

import org.jspecify.annotations.NullMarked;
