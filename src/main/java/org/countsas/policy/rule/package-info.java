/** Policies and rules as data: effect, strength, scope, share, basis and citation. */
@NullMarked
package org.countsas.policy.rule;

import org.jspecify.annotations.NullMarked;
