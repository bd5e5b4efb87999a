package org.countsas.source.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads an entry under the amounts of a mapping profile and notes what is wrong with it. */
final class AmountColumnsReader {
    private static final Pattern YEARS = Pattern.compile("([0-9]{4})\\s*[-–]\\s*([0-9]{4})");

    private static final Pattern NEWEST = Pattern.compile("newest(?:-([0-9]{1,2}))?");

    private AmountColumnsReader() {}

    /** @param defaultUnit the unit if the entry does not state one; null if there is none */
    static Optional<AmountColumns> read(YamlNode node, @Nullable BigDecimal defaultUnit) {
        node.knowing("column", "yearColumns", "years", "fiscalYear", "stage", "unit", "where");
        Optional<YamlNode> column = node.get("column");
        Optional<YamlNode> years = node.get("yearColumns");
        if (column.isPresent() == years.isPresent()) {
            node.problem(
                    Code.BAD_PROFILE, "An entry of amounts needs either 'column' or 'yearColumns'", "Keep one of them");
            return Optional.empty();
        }
        Stage stage = node.get("stage").map(ProfileValues::stage).orElse(null);
        BigDecimal unit = node.get("unit").map(ProfileValues::unit).orElse(defaultUnit);
        List<RowConditions.Condition> where =
                node.get("where").map(RowConditionsReader::conditions).orElse(List.of());
        if (years.isPresent()) {
            return range(years.get()).map(range -> {
                refuse(node, "years", "'yearColumns' says which years already");
                refuse(node, "fiscalYear", "The names of the columns settle the fiscal year already");
                return new AmountColumns.ByYear(YearPattern.WHOLE, range, stage, unit, where);
            });
        }
        String name = column.orElseThrow().text();
        if (!YearPattern.isOne(name)) {
            refuse(node, "years", "The column's name has no '" + YearPattern.YEAR + "'");
            Integer year = node.get("fiscalYear").map(ProfileValues::fiscalYear).orElse(null);
            return Optional.of(new AmountColumns.One(name, year, stage, unit, where));
        }
        if (name.indexOf(YearPattern.YEAR) != name.lastIndexOf(YearPattern.YEAR)) {
            column.get().problem(Code.BAD_PROFILE, "'" + name + "' has several years", "Write {year} once");
            return Optional.empty();
        }
        refuse(node, "fiscalYear", "The names of the columns settle the fiscal year already");
        YearRange range = node.get("years").flatMap(AmountColumnsReader::range).orElse(YearRange.ALL);
        return Optional.of(new AmountColumns.ByYear(new YearPattern(name), range, stage, unit, where));
    }

    private static void refuse(YamlNode node, String key, String reason) {
        node.get(key).ifPresent(value -> value.problem(Code.BAD_PROFILE, reason, "Remove '" + key + "'"));
    }

    private static Optional<YearRange> range(YamlNode node) {
        if (!node.isMapping()) {
            Matcher range = YEARS.matcher(node.text().strip());
            if (range.matches()) {
                return Optional.of(new YearRange(bound(range.group(1)), bound(range.group(2))));
            }
            node.problem(
                    Code.BAD_PROFILE,
                    "'" + node.text() + "' is not a range of years",
                    "Write it as 1976-2016, or as {from: 1976, to: newest-4}");
            return Optional.empty();
        }
        node.knowing("from", "to");
        return Optional.of(new YearRange(
                node.get("from").map(AmountColumnsReader::bound).orElse(YearRange.ALL.from()),
                node.get("to").map(AmountColumnsReader::bound).orElse(YearRange.ALL.to())));
    }

    private static YearRange.Bound bound(YamlNode node) {
        String text = node.text().replaceAll("\\s", "");
        Matcher newest = NEWEST.matcher(text);
        if (newest.matches()) {
            return new YearRange.Bound(newest.group(1) == null ? 0 : Integer.parseInt(newest.group(1)), true);
        }
        if (!text.matches("[0-9]{4}")) {
            node.problem(Code.BAD_PROFILE, "'" + node.text() + "' is not a year", "Write it as 2016 or newest-4");
            return YearRange.ALL.from();
        }
        return bound(text);
    }

    private static YearRange.Bound bound(String year) {
        return new YearRange.Bound(Integer.parseInt(year), false);
    }
}
