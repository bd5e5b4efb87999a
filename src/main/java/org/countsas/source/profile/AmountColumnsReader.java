package org.countsas.source.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.yaml.YamlNode;

/** Reads an entry under the amounts of a mapping profile and notes what is wrong with it. */
final class AmountColumnsReader {
    private static final Pattern YEARS = Pattern.compile("([0-9]{4})\\s*[-–]\\s*([0-9]{4})");

    private AmountColumnsReader() {}

    /** @param defaultUnit the unit if the entry does not state one */
    static Optional<AmountColumns> read(YamlNode node, BigDecimal defaultUnit) {
        node.knowing("column", "yearColumns", "fiscalYear", "stage", "unit", "where");
        Optional<YamlNode> column = node.get("column");
        Optional<YamlNode> years = node.get("yearColumns");
        if (column.isPresent() == years.isPresent()) {
            node.problem(
                    Code.BAD_PROFILE, "An entry of amounts needs either 'column' or 'yearColumns'", "Keep one of them");
            return Optional.empty();
        }
        Integer year = node.get("fiscalYear").map(ProfileValues::fiscalYear).orElse(null);
        Stage stage = node.get("stage").map(ProfileValues::stage).orElse(null);
        BigDecimal unit = node.get("unit").map(ProfileValues::unit).orElse(defaultUnit);
        List<RowConditions.Condition> where =
                node.get("where").map(RowConditionsReader::conditions).orElse(List.of());
        if (column.isPresent()) {
            return Optional.of(new AmountColumns.One(column.get().text(), year, stage, unit, where));
        }
        Matcher range = YEARS.matcher(years.orElseThrow().text().strip());
        if (!range.matches()) {
            years.get()
                    .problem(
                            Code.BAD_PROFILE,
                            "'" + years.get().text() + "' is not a range of years",
                            "Write it as 1976-2016");
            return Optional.empty();
        }
        node.get("fiscalYear")
                .ifPresent(value -> value.problem(
                        Code.BAD_PROFILE,
                        "The names of the columns already give the fiscal year",
                        "Remove 'fiscalYear'"));
        return Optional.of(new AmountColumns.ByYear(
                Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)), stage, unit, where));
    }
}
