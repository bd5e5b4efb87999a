/** Items written as JSON Lines. */
@NullMarked
package org.countsas.source.json;

import org.jspecify.annotations.NullMarked;
