package org.countsas.source.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Suggestion;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.cell.StageWords;
import org.countsas.source.cell.Unit;
import org.countsas.source.file.Encoding;
import org.countsas.source.table.HeaderPlace;
import org.countsas.source.table.NumberStyle;
import org.countsas.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads single values of mapping profiles; a wrong value is noted and read as the usual one. */
final class ProfileValues {
    private static final int LAST_HEADER_ROW = 1_000;
    private static final Pattern HEADER_ROWS = Pattern.compile("([0-9]{1,5})(?:\\s*[-–]\\s*([0-9]{1,5}))?");

    private ProfileValues() {}

    /** The unit of amounts, as a multiple of the currency's unit. */
    static BigDecimal unit(YamlNode node) {
        String text = node.text().strip();
        Optional<BigDecimal> word = Unit.ofWord(text);
        if (word.isPresent()) {
            return word.get();
        }
        if (!text.matches("[1-9][0-9_]{0,15}")) {
            node.problem(
                    Code.BAD_PROFILE,
                    "'" + text + "' is not a unit",
                    "Write 円, 千円, 百万円, 億円 or a whole number, such as 1000");
            return BigDecimal.ONE;
        }
        return new BigDecimal(text.replace("_", ""));
    }

    /** The currency of the whole table. */
    static String currency(YamlNode root) {
        return root.get("currency")
                .map(node -> {
                    if (!node.text().matches("[A-Z]{3}")) {
                        node.problem(
                                Code.BAD_PROFILE,
                                "'" + node.text() + "' is not a currency",
                                "Write its ISO 4217 code, such as JPY or USD");
                    }
                    return node.text();
                })
                .orElse(Unit.YEN);
    }

    /** The fiscal year; null if the value is not one. */
    static @Nullable Integer fiscalYear(YamlNode node) {
        OptionalInt year = FiscalYear.parse(node.text());
        if (year.isEmpty()) {
            node.problem(Code.BAD_PROFILE, "'" + node.text() + "' is not a fiscal year", "Write it as 2024 or 令和6年度");
            return null;
        }
        return year.getAsInt();
    }

    static Stage stage(YamlNode node) {
        Optional<Stage> stage = StageWords.parse(node.text());
        if (stage.isEmpty()) {
            node.problem(
                    Code.BAD_PROFILE,
                    "'" + node.text() + "' is not a stage of the budget cycle",
                    Suggestion.fix(node.text(), List.of("initial", "supplementary", "request", "executed")));
        }
        return stage.orElse(Stage.INITIAL);
    }

    /** What rows with the same id are. */
    static SameId sameId(YamlNode node) {
        return switch (node.text()) {
            case "sum" -> SameId.SUM;
            case "number" -> SameId.NUMBER;
            default -> {
                node.problem(
                        Code.BAD_PROFILE,
                        "'" + node.text() + "' does not say what rows with the same id are",
                        "Write sum if they are parts of one item, or number if they are different items");
                yield SameId.MISTAKE;
            }
        };
    }

    static Optional<Encoding> encoding(YamlNode node) {
        Optional<Encoding> known = Encoding.ofId(node.text());
        if (known.isEmpty()) {
            node.problem(Code.BAD_PROFILE, "'" + node.text() + "' is not an encoding", Encoding.fix(node.text()));
        }
        return known;
    }

    /** How the numbers of a locale are written. */
    static Optional<NumberStyle> numbers(YamlNode node) {
        Optional<NumberStyle> style = NumberStyle.of(node.text());
        if (style.isEmpty()) {
            node.problem(
                    Code.BAD_PROFILE,
                    "'" + node.text() + "' is not a locale whose numbers are known",
                    "Write its language tag, as de, fr or de-CH");
        }
        return style;
    }

    static Optional<Character> separator(YamlNode node) {
        String text = node.text().equals("tab") ? "\t" : node.text();
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            node.problem(Code.BAD_PROFILE, "'" + node.text() + "' is not a separator", "Write one character, or tab");
            return Optional.empty();
        }
        return Optional.of(text.charAt(0));
    }

    /** The rows of the header, as 3 or 3-4; empty if the value is neither. */
    static Optional<HeaderPlace> headerRow(YamlNode node) {
        Matcher rows = HEADER_ROWS.matcher(node.text().strip());
        if (rows.matches()) {
            int first = Integer.parseInt(rows.group(1));
            int last = rows.group(2) == null ? first : Integer.parseInt(rows.group(2));
            if (first >= 1 && last >= first && last <= LAST_HEADER_ROW) {
                return Optional.of(new HeaderPlace(first, last - first + 1));
            }
        }
        node.problem(
                Code.BAD_PROFILE, "'headerRow' must be a row from 1 to " + LAST_HEADER_ROW + ", or rows as 3-4", "");
        return Optional.empty();
    }
}
