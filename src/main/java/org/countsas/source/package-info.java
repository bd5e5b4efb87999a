/**
 * Reads budget items from what ministries publish: tables, JSON Lines, the export of the Administrative Project Review. Nothing is dropped
 * silently: every row read gives an item, is a named repeat or breakdown, is left out by a mapping profile, or is rejected with a reason.
 *
 * <p>Start with {@link org.countsas.source.Sources#read}; {@link org.countsas.source.result.Reading#select()} picks one fiscal year and
 * stage. Below it, each format has its own room ({@code jsonlines}, {@code mapping} for tables with any columns, {@code review}), and no
 * room knows another; {@code format} says what a format is. What formats share is below them: {@code file} (bytes), {@code table} (rows of
 * cells), {@code profile} (what a person states about a table), {@code cell} (single values and the items made from them), {@code total}
 * (rows that sum up others), {@code result}.
 */
@NullMarked
package org.countsas.source;

import org.jspecify.annotations.NullMarked;
