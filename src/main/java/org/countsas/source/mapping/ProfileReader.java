package org.countsas.source.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.cell.StageWords;
import org.countsas.source.cell.Unit;
import org.countsas.source.file.Encoding;
import org.countsas.source.table.DelimitedText;
import org.countsas.yaml.YamlNode;

/** Reads a mapping profile and notes everything that is wrong with it in one pass. Not thread-safe. */
final class ProfileReader {
    private static final Pattern YEARS = Pattern.compile("([0-9]{4})\\s*[-–]\\s*([0-9]{4})");

    private final Problems problems;

    ProfileReader(Problems problems) {
        this.problems = problems;
    }

    /** The profile; of no use if problems were noted. */
    Optional<Profile> read(String file, String text) {
        return YamlNode.read(file, text, problems).map(this::read);
    }

    private Profile read(YamlNode root) {
        root.knowing(
                "profile",
                "about",
                "encoding",
                "separator",
                "headerRow",
                "sheet",
                "columns",
                "idApartBy",
                "attributes",
                "amounts",
                "unit",
                "currency",
                "fiscalYear",
                "stage",
                "noAmount",
                "leaveOut");
        BigDecimal unit = root.get("unit").map(ProfileReader::unit).orElse(BigDecimal.ONE);
        Map<TableField, List<String>> columns = columns(root);
        List<String> single = columns.remove(TableField.AMOUNT);
        List<Profile.Amounts> amounts = new ArrayList<>();
        if (single != null) {
            single.forEach(column -> amounts.add(
                    new Profile.Amounts(Optional.of(column), 0, 0, OptionalInt.empty(), Optional.empty(), unit)));
        }
        root.items("amounts").forEach(node -> amounts(node, unit).ifPresent(amounts::add));
        OptionalInt year = root.get("fiscalYear").map(ProfileReader::fiscalYear).orElse(OptionalInt.empty());
        for (TableField field : List.of(TableField.ID, TableField.NAME)) {
            if (columns.getOrDefault(field, List.of()).isEmpty()) {
                root.get("columns")
                        .orElse(root)
                        .problem(
                                Code.BAD_PROFILE,
                                "The profile does not say which column is '" + field.key() + "'",
                                "Add '" + field.key() + ": …' under columns");
            }
        }
        if (amounts.isEmpty()) {
            root.problem(
                    Code.BAD_PROFILE,
                    "The profile names no column of amounts",
                    "Add 'amount: …' under columns, or 'amounts:'");
        }
        boolean yearsKnown = year.isPresent()
                || columns.containsKey(TableField.FISCAL_YEAR)
                || amounts.stream()
                        .allMatch(amount ->
                                amount.column().isEmpty() || amount.fiscalYear().isPresent());
        if (!yearsKnown) {
            root.problem(
                    Code.BAD_PROFILE,
                    "The profile does not say which fiscal year the amounts belong to",
                    "Add 'fiscalYear: …', as a column under columns, at each of the amounts, or for the whole table");
        }
        return new Profile(
                root.text("profile"),
                layout(root),
                root.get("sheet").map(YamlNode::text),
                columns,
                root.texts("idApartBy"),
                texts(root, "attributes"),
                amounts,
                currency(root),
                year,
                root.get("stage").map(ProfileReader::stage).orElse(Stage.INITIAL),
                root.texts("noAmount").stream().map(String::strip).collect(Collectors.toUnmodifiableSet()),
                texts(root, "leaveOut"));
    }

    private static Map<TableField, List<String>> columns(YamlNode root) {
        Map<TableField, List<String>> columns = new EnumMap<>(TableField.class);
        root.get("columns")
                .ifPresent(node -> node.knowing(TableField.keys().toArray(String[]::new))
                        .entries()
                        .forEach((key, value) -> TableField.ofKey(key).ifPresent(field -> {
                            List<String> names =
                                    value.items().stream().map(YamlNode::text).toList();
                            columns.put(field, names);
                            if (names.size() > 1
                                    && Set.of(
                                                    TableField.FISCAL_YEAR,
                                                    TableField.STAGE,
                                                    TableField.CURRENCY,
                                                    TableField.AMOUNT)
                                            .contains(field)) {
                                value.problem(
                                        Code.BAD_PROFILE,
                                        "'" + key + "' can be one column only",
                                        field == TableField.AMOUNT
                                                ? "Write several columns of amounts under amounts"
                                                : "Keep one");
                            }
                        })));
        return columns;
    }

    private static Optional<Profile.Amounts> amounts(YamlNode node, BigDecimal unit) {
        node.knowing("column", "yearColumns", "fiscalYear", "stage", "unit");
        Optional<YamlNode> column = node.get("column");
        Optional<YamlNode> years = node.get("yearColumns");
        if (column.isPresent() == years.isPresent()) {
            node.problem(
                    Code.BAD_PROFILE, "An entry of amounts needs either 'column' or 'yearColumns'", "Keep one of them");
            return Optional.empty();
        }
        int from = 0;
        int to = 0;
        if (years.isPresent()) {
            Matcher range = YEARS.matcher(years.get().text().strip());
            if (!range.matches()) {
                years.get()
                        .problem(
                                Code.BAD_PROFILE,
                                "'" + years.get().text() + "' is not a range of years",
                                "Write it as 1976-2016");
                return Optional.empty();
            }
            from = Integer.parseInt(range.group(1));
            to = Integer.parseInt(range.group(2));
            node.get("fiscalYear")
                    .ifPresent(value -> value.problem(
                            Code.BAD_PROFILE,
                            "The names of the columns settle the fiscal year already",
                            "Remove 'fiscalYear'"));
        }
        return Optional.of(new Profile.Amounts(
                column.map(YamlNode::text),
                from,
                to,
                node.get("fiscalYear").map(ProfileReader::fiscalYear).orElse(OptionalInt.empty()),
                node.get("stage").map(ProfileReader::stage),
                node.get("unit").map(ProfileReader::unit).orElse(unit)));
    }

    private static DelimitedText.Layout layout(YamlNode root) {
        Optional<Encoding> encoding = root.get("encoding").flatMap(node -> {
            Optional<Encoding> known = Encoding.ofId(node.text());
            if (known.isEmpty()) {
                node.problem(Code.BAD_PROFILE, "'" + node.text() + "' is not an encoding", "Known: utf-8, cp932");
            }
            return known;
        });
        Optional<Character> separator = root.get("separator").flatMap(node -> {
            String text = node.text().equals("tab") ? "\t" : node.text();
            if (text.length() != 1 || "\"\r\n".contains(text)) {
                node.problem(
                        Code.BAD_PROFILE, "'" + node.text() + "' is not a separator", "Write one character, or tab");
                return Optional.empty();
            }
            return Optional.of(text.charAt(0));
        });
        long headerRow = root.get("headerRow")
                .map(node -> {
                    long row = node.integer();
                    if (row < 1 || row > 1_000) {
                        node.problem(Code.BAD_PROFILE, "'headerRow' must be a row from 1 to 1000", "");
                    }
                    return row;
                })
                .orElse(0L);
        return new DelimitedText.Layout(encoding, separator, (int) Math.max(0, Math.min(1_000, headerRow)));
    }

    private static Map<String, String> texts(YamlNode root, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        root.get(key).ifPresent(node -> node.entries().forEach((name, value) -> texts.put(name, value.text())));
        return texts;
    }

    private static BigDecimal unit(YamlNode node) {
        String text = node.text().strip();
        Optional<BigDecimal> word = Unit.ofWord(text);
        if (word.isPresent()) {
            return word.get();
        }
        if (!text.matches("[1-9][0-9_]{0,15}")) {
            node.problem(
                    Code.BAD_PROFILE,
                    "'" + text + "' is not a unit",
                    "Write 円, 千円, 百万円, 億円 or a whole number, as 1000");
            return BigDecimal.ONE;
        }
        BigDecimal number = new BigDecimal(text.replace("_", ""));
        return number.equals(BigDecimal.ONE) ? BigDecimal.ONE : number;
    }

    private static String currency(YamlNode root) {
        return root.get("currency")
                .map(node -> {
                    if (!node.text().matches("[A-Z]{3}")) {
                        node.problem(
                                Code.BAD_PROFILE,
                                "'" + node.text() + "' is not a currency",
                                "Write its ISO 4217 code, as JPY or USD");
                    }
                    return node.text();
                })
                .orElse(Unit.YEN);
    }

    private static OptionalInt fiscalYear(YamlNode node) {
        OptionalInt year = FiscalYear.parse(node.text());
        if (year.isEmpty()) {
            node.problem(Code.BAD_PROFILE, "'" + node.text() + "' is not a fiscal year", "Write it as 2024 or 令和6年度");
        }
        return year;
    }

    private static Stage stage(YamlNode node) {
        Optional<Stage> stage = StageWords.parse(node.text());
        if (stage.isEmpty()) {
            node.problem(
                    Code.BAD_PROFILE,
                    "'" + node.text() + "' is not a stage of the budget cycle",
                    Suggestion.fix(node.text(), List.of("initial", "supplementary", "request", "executed")));
        }
        return stage.orElse(Stage.INITIAL);
    }
}
