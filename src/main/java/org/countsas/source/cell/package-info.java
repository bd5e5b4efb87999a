/** What single cells say (amounts with their unit, fiscal years, stages, lists), and the item that a row's cells form together. */
@NullMarked
package org.countsas.source.cell;

import org.jspecify.annotations.NullMarked;
