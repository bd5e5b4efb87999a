/** How good the rules are: decisions compared with labels that people made by reading the items. */
@NullMarked
package org.countsas.quality;

import org.jspecify.annotations.NullMarked;
