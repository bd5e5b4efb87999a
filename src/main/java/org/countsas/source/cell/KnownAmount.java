package org.countsas.source.cell;

import org.countsas.item.Stage;

/**
 * An amount that a row states. Immutable and thread-safe.
 *
 * @param fiscalYear its fiscal year
 * @param stage      its stage
 * @param value      in whole units of the currency
 * @param currency   ISO 4217
 */
public record KnownAmount(int fiscalYear, Stage stage, long value, String currency) {}
