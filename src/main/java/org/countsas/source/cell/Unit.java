package org.countsas.source.cell;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit of amounts: yen, thousands of yen and so on. */
public final class Unit {
    /** A unit in brackets at the end of a column's name: 金額（百万円）, 予算額（単位：千円）, 当初予算[億円]. */
    private static final Pattern IN_NAME =
            Pattern.compile("(?<name>.+?)[(\\[](?:単位[:：]?)?(?<unit>円|千円|万円|百万円|億円|兆円)[)\\]]");

    /** The currency of Japanese budgets (ISO 4217). */
    public static final String YEN = "JPY";

    private Unit() {}

    /** The multiple that a Japanese word stands for, with or without 円, or empty. */
    public static Optional<BigDecimal> ofWord(String word) {
        return switch (word) {
            case "円", "千円", "万円", "百万円", "億円", "兆円", "千", "万", "百万", "億", "兆" -> Optional.of(ofSuffix(word));
            default -> Optional.empty();
        };
    }

    static BigDecimal ofSuffix(String word) {
        return switch (word.replace("円", "")) {
            case "千" -> BigDecimal.valueOf(1_000);
            case "万" -> BigDecimal.valueOf(10_000);
            case "百万" -> BigDecimal.valueOf(1_000_000);
            case "億" -> BigDecimal.valueOf(100_000_000);
            case "兆" -> BigDecimal.valueOf(1_000_000_000_000L);
            default -> BigDecimal.ONE;
        };
    }

    /** A column's name, separated from the unit that it states. */
    public record Named(String name, BigDecimal unit) {}

    /** The parts of a column's name that states a unit, or empty. */
    public static Optional<Named> inName(String column) {
        Matcher matcher = IN_NAME.matcher(
                Normalizer.normalize(column, Normalizer.Form.NFKC).strip());
        return matcher.matches()
                ? Optional.of(new Named(matcher.group("name").strip(), ofSuffix(matcher.group("unit"))))
                : Optional.empty();
    }
}
