/**
 * Reads budget items from what ministries publish: tables, JSON Lines, the export of the Administrative Project Review.
 * Nothing is dropped silently: every row read is an item's, a named repeat or breakdown, or rejected with a reason.
 *
 * <p>{@link org.countsas.source.Sources#read} is the way in; {@link org.countsas.source.result.Reading#select} picks one fiscal
 * year and stage.
 */
@NullMarked
package org.countsas.source;

import org.jspecify.annotations.NullMarked;
