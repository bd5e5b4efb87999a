package org.countsas.comparison.reform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Amounts as reforms write them: {@code 600tn}, {@code 609.3tn} or {@code 1234567}. */
final class AmountText {
    private static final List<Unit> UNITS = List.of(new Unit(12, "tn"), new Unit(9, "bn"), new Unit(6, "m"));
    private static final List<Unit> JAPANESE_UNITS = List.of(new Unit(12, "兆"), new Unit(8, "億"), new Unit(4, "万"));
    private static final Map<String, String> JAPANESE_NAMES = Map.of("JPY", "円", "USD", "ドル", "EUR", "ユーロ");
    private static final int MOST_DECIMALS = 3;

    private AmountText() {}

    private record Unit(int zeros, String suffix) {}

    /** The shortest exact form. */
    static String of(long amount) {
        return in(UNITS, amount);
    }

    /** The shortest exact form in Japanese, with its currency: {@code 600兆円}. */
    static String japanese(long amount, String currency) {
        return in(JAPANESE_UNITS, amount) + JAPANESE_NAMES.getOrDefault(currency, currency);
    }

    private static String in(List<Unit> units, long amount) {
        for (Unit unit : units) {
            BigDecimal scaled =
                    BigDecimal.valueOf(amount).movePointLeft(unit.zeros()).stripTrailingZeros();
            if (scaled.compareTo(BigDecimal.ONE) >= 0 && scaled.scale() <= MOST_DECIMALS) {
                return scaled.toPlainString() + unit.suffix();
            }
        }
        return String.valueOf(amount);
    }
}
