/** What a government or an organisation chooses to count: named, dated definitions over the policies. */
@NullMarked
package org.countsas.definition;

import org.jspecify.annotations.NullMarked;
