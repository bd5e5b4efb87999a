/**
 * What rules may have missed: items that do not count, ranked by how much they resemble those that do, and what one more term of the
 * vocabulary would change. It proposes to a person and never decides.
 */
@NullMarked
package org.countsas.candidate;

import org.jspecify.annotations.NullMarked;
