/** The language of rule files: tokens, grammar, the safe profile and the layout. */
@NullMarked
package org.countsas.policy.language;

import org.jspecify.annotations.NullMarked;
