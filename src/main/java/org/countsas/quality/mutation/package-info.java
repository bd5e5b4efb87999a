/** Mutation testing of rules: small changes that a test ought to notice, and those that no test does. */
@NullMarked
package org.countsas.quality.mutation;

import org.jspecify.annotations.NullMarked;
