package org.countsas.source.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problems;
import org.countsas.source.file.Encoding;
import org.countsas.source.table.ColumnMeaning;
import org.countsas.source.table.HeaderPlace;
import org.countsas.source.table.NumberStyle;
import org.countsas.source.table.TableLayout;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads a mapping profile and notes everything that is wrong with it in one pass. Not thread-safe. */
final class ProfileReader {
    private static final Set<ColumnMeaning> ONE_COLUMN =
            Set.of(ColumnMeaning.FISCAL_YEAR, ColumnMeaning.STAGE, ColumnMeaning.CURRENCY, ColumnMeaning.AMOUNT);

    private final Problems problems;

    ProfileReader(Problems problems) {
        this.problems = problems;
    }

    /** The profile; unusable if problems were noted. */
    Optional<Profile> read(String file, String text) {
        return YamlReader.read(file, text, problems).map(ProfileReader::read);
    }

    private static Profile read(YamlNode root) {
        root.knowing(
                "profile",
                "about",
                "encoding",
                "separator",
                "headerRow",
                "sheet",
                "numbers",
                "json",
                "columns",
                "idApartBy",
                "sameId",
                "attributes",
                "amounts",
                "unit",
                "currency",
                "fiscalYear",
                "stage",
                "noAmount",
                "leaveOut",
                "rows");
        @Nullable BigDecimal unit = root.get("unit").map(ProfileValues::unit).orElse(null);
        Map<ColumnMeaning, List<String>> columns = columns(root);
        List<AmountColumns> amounts = new ArrayList<>();
        Optional.ofNullable(columns.remove(ColumnMeaning.AMOUNT))
                .ifPresent(single -> single.forEach(
                        column -> amounts.add(new AmountColumns.One(column, null, null, unit, List.of()))));
        root.items("amounts")
                .forEach(node -> AmountColumnsReader.read(node, unit).ifPresent(amounts::add));
        Integer year = root.get("fiscalYear").map(ProfileValues::fiscalYear).orElse(null);
        checkIsComplete(root, columns, amounts, year);
        return new Profile(
                root.text("profile"),
                layout(root),
                new Profile.Columns(
                        columns,
                        root.texts("idApartBy"),
                        texts(root, "attributes"),
                        root.get("sameId").map(ProfileValues::sameId).orElse(SameId.MISTAKE)),
                amounts,
                new Profile.Defaults(
                        ProfileValues.currency(root),
                        year,
                        root.get("stage").map(ProfileValues::stage).orElse(Stage.INITIAL)),
                root.texts("noAmount").stream().map(String::strip).collect(Collectors.toUnmodifiableSet()),
                texts(root, "leaveOut"),
                root.get("rows").map(RowConditionsReader::read).orElse(RowConditions.NONE));
    }

    private static void checkIsComplete(
            YamlNode root,
            Map<ColumnMeaning, List<String>> columns,
            List<AmountColumns> amounts,
            @Nullable Integer year) {
        for (ColumnMeaning required : List.of(ColumnMeaning.ID, ColumnMeaning.NAME)) {
            if (columns.getOrDefault(required, List.of()).isEmpty()) {
                root.get("columns")
                        .orElse(root)
                        .problem(
                                Code.BAD_PROFILE,
                                "The profile does not say which column is '" + required.key() + "'",
                                "Add '" + required.key() + ": …' under columns");
            }
        }
        if (amounts.isEmpty()) {
            root.problem(
                    Code.BAD_PROFILE,
                    "The profile names no column of amounts",
                    "Add 'amount: …' under columns, or 'amounts:'");
        }
        boolean yearsKnown = year != null
                || columns.containsKey(ColumnMeaning.FISCAL_YEAR)
                || amounts.stream().allMatch(ProfileReader::hasYear);
        if (!yearsKnown) {
            root.problem(
                    Code.BAD_PROFILE,
                    "The profile does not say which fiscal year the amounts belong to",
                    "Add 'fiscalYear: …', as a column under columns, at each of the amounts, or for the whole table");
        }
    }

    private static boolean hasYear(AmountColumns columns) {
        return !(columns instanceof AmountColumns.One one) || one.fiscalYear() != null;
    }

    private static Map<ColumnMeaning, List<String>> columns(YamlNode root) {
        Map<ColumnMeaning, List<String>> columns = new EnumMap<>(ColumnMeaning.class);
        root.get("columns")
                .ifPresent(node -> node.knowing(ColumnMeaning.keys().toArray(String[]::new))
                        .entries()
                        .forEach((key, value) -> ColumnMeaning.ofKey(key).ifPresent(meaning -> {
                            List<String> names =
                                    value.items().stream().map(YamlNode::text).toList();
                            columns.put(meaning, names);
                            if (names.size() > 1 && ONE_COLUMN.contains(meaning)) {
                                value.problem(
                                        Code.BAD_PROFILE,
                                        "'" + key + "' can be one column only",
                                        meaning == ColumnMeaning.AMOUNT
                                                ? "Write several columns of amounts under amounts"
                                                : "Keep one");
                            }
                        })));
        return columns;
    }

    private static TableLayout layout(YamlNode root) {
        Encoding encoding =
                root.get("encoding").flatMap(ProfileValues::encoding).orElse(null);
        Character separator =
                root.get("separator").flatMap(ProfileValues::separator).orElse(null);
        HeaderPlace header =
                root.get("headerRow").flatMap(ProfileValues::headerRow).orElse(null);
        return new TableLayout(
                encoding,
                separator,
                header,
                root.texts("sheet"),
                root.get("numbers").flatMap(ProfileValues::numbers).orElse(NumberStyle.USUAL),
                root.get("json")
                        .map(node -> node.knowing("items").text("items"))
                        .orElse(null));
    }

    private static Map<String, String> texts(YamlNode root, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        root.get(key).ifPresent(node -> node.entries().forEach((name, value) -> texts.put(name, value.text())));
        return texts;
    }
}
