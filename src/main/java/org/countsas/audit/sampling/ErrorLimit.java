package org.countsas.audit.sampling;

import java.math.BigDecimal;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How much error is tolerable or expected: a percentage of the population or an amount. Exact.
 *
 * @param value   0 to 100 per cent, or units of the currency
 * @param percent whether the value is a percentage
 */
@API(status = API.Status.EXPERIMENTAL)
public record ErrorLimit(BigDecimal value, boolean percent) {
    /** No error. */
    public static final ErrorLimit NONE = new ErrorLimit(BigDecimal.ZERO, true);

    /** Reads {@code "0.5%"} or {@code "50000000"}; empty if the text is neither. */
    public static Optional<ErrorLimit> parse(String text) {
        String stripped = text.strip();
        boolean percent = stripped.endsWith("%");
        String number = percent ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
        if (!number.matches(percent ? "\\d{1,3}(\\.\\d{1,6})?" : "\\d{1,18}")) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number);
        return percent && value.compareTo(BigDecimal.valueOf(100)) > 0
                ? Optional.empty()
                : Optional.of(new ErrorLimit(value, percent));
    }

    /** The limit in units of what the total is in. */
    BigDecimal of(BigDecimal total) {
        return percent ? total.multiply(value).movePointLeft(2) : value;
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return value.signum() == 0 ? "0%" : value.stripTrailingZeros().toPlainString() + (percent ? "%" : "");
    }
}
