/** What decisions are about: programmes, and the budget items that fund them, as published. */
@NullMarked
package org.countsas.item;

import org.jspecify.annotations.NullMarked;
