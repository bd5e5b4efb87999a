package org.countsas.source.cell;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit of amounts: yen, thousands of yen and so on. */
public final class Unit {
    /** A unit in brackets at the end of a column's name: 金額（百万円）, 予算額（単位：千円）, 当初予算[億円]. */
    private static final Pattern IN_NAME =
            Pattern.compile("(?<name>.+?)[(\\[](?:単位[:：]?)?(?<unit>円|千円|万円|百万円|億円|兆円)[)\\]]");

    /** A unit in words within a title: （単位：百万円）, in millions of dollars, £ million. */
    private static final Pattern IN_TITLE = Pattern.compile("単位[:：]?(?<unit>円|千円|万円|百万円|億円|兆円)(?![^)\\]、,。].)");

    private static final Pattern IN_ENGLISH = Pattern.compile(
            "(?:\\bIN |[$€£¥] ?|\\b(?:USD|EUR|GBP|JPY|DOLLARS|EUROS?|POUNDS?|YEN) )(?<unit>THOUSAND|MILLION|BILLION)S?\\b");

    /** A unit and nothing else: 百万円, （千円）, 単位：億円. */
    private static final Pattern ALONE = Pattern.compile("[(\\[<]?(?:単位[:：]?)?(?<unit>円|千円|万円|百万円|億円|兆円)[)\\]>]?");

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

    /**
     * A unit that a title or note states for a whole table.
     *
     * @param text the unit's words
     * @param unit the multiple of the currency's unit
     */
    public record Stated(String text, BigDecimal unit) {}

    /** The unit that a title or note states for a whole table; empty if it states none. */
    public static Optional<Stated> inTitle(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC);
        Optional<Stated> alone = alone(cell);
        if (alone.isPresent()) {
            return alone;
        }
        Matcher japanese = IN_TITLE.matcher(text.replaceAll("\\s", ""));
        if (japanese.find()) {
            return Optional.of(new Stated(japanese.group("unit"), ofSuffix(japanese.group("unit"))));
        }
        Matcher english = IN_ENGLISH.matcher(text.toUpperCase(Locale.ROOT));
        if (!english.find()) {
            return Optional.empty();
        }
        String word = english.group("unit");
        BigDecimal unit = BigDecimal.TEN.pow(word.equals("THOUSAND") ? 3 : word.equals("MILLION") ? 6 : 9);
        return Optional.of(new Stated(word.toLowerCase(Locale.ROOT) + "s", unit));
    }

    /** The unit, if a cell says that and nothing else; a bare 円 counts too. */
    public static Optional<Stated> alone(String cell) {
        Matcher alone =
                ALONE.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("\\s", ""));
        return alone.matches()
                ? Optional.of(new Stated(alone.group("unit"), ofSuffix(alone.group("unit"))))
                : Optional.empty();
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
