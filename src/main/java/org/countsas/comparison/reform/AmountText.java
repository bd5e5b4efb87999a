package org.countsas.comparison.reform;

import java.math.BigDecimal;
import java.util.List;

/** Amounts as reforms write them: {@code 600tn}, {@code 609.3tn} or {@code 1234567}. */
final class AmountText {
    private static final List<Unit> UNITS = List.of(new Unit(12, "tn"), new Unit(9, "bn"), new Unit(6, "m"));
    private static final int MOST_DECIMALS = 3;

    private AmountText() {}

    private record Unit(int zeros, String suffix) {}

    /** The shortest exact form. */
    static String of(long amount) {
        for (Unit unit : UNITS) {
            BigDecimal scaled =
                    BigDecimal.valueOf(amount).movePointLeft(unit.zeros()).stripTrailingZeros();
            if (scaled.compareTo(BigDecimal.ONE) >= 0 && scaled.scale() <= MOST_DECIMALS) {
                return scaled.toPlainString() + unit.suffix();
            }
        }
        return String.valueOf(amount);
    }
}
