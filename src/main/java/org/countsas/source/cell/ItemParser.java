package org.countsas.source.cell;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.cell.ItemCells.Cell;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.Scope;
import org.countsas.source.table.NumberStyle;
import org.countsas.source.table.SpreadsheetError;
import org.countsas.source.total.TotalRows;
import org.jspecify.annotations.Nullable;

/**
 * Makes items from the cells of a file's rows, or rejects rows with the cell that is wrong; and finds rows that are totals of others. Not
 * thread-safe.
 */
public final class ItemParser {
    /** The days from 1990 to 2099, as spreadsheets count them. */
    private static final Pattern SERIAL = Pattern.compile("3[3-9][0-9]{3}|[4-6][0-9]{4}|7[0-2][0-9]{3}");

    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final Pattern FIRST_IS_DAY = Pattern.compile("[0-9]{4}([-/.])[0-9]{1,2}\\1[0-9]{1,2}.*");
    /** 1.234,56 or 1 234,5, as numbers are written elsewhere. */
    private static final Pattern OTHER_LOCALE =
            Pattern.compile("[-+]?[0-9]{1,3}(?:[.\u2019' \u00A0\u202F][0-9]{3})*(?:,[0-9]+)?");

    private final ReadingBuilder reading;
    private final TotalRows totals = new TotalRows();
    private final Map<String, OptionalInt> years = new HashMap<>();
    private final Map<String, Optional<Stage>> stages = new HashMap<>();
    private final Map<String, Optional<String>> currencies = new HashMap<>();

    public ItemParser(ReadingBuilder reading) {
        this.reading = reading;
    }

    /**
     * Adds an item to the reading, or a rejected row.
     *
     * @return whether there is an item
     */
    public boolean parse(Origin origin, Programme programme, ItemCells cells) {
        Parsed parsed = parse(cells);
        Wrong wrong = parsed.wrong();
        if (wrong != null) {
            reading.reject(
                    new Problem(wrong.code(), origin.place().field(wrong.cell().column()), wrong.reason(), wrong.fix()),
                    origin,
                    new Scope(programme.id(), parsed.fiscalYear(), parsed.stage()));
            return false;
        }
        return add(origin, programme, parsed.known(), cells.amount().column());
    }

    /**
     * Adds an item to the reading, or a rejected row if another row has already given its amount.
     *
     * @param column the column of the amount, as its header names it
     * @return whether there is an item
     */
    public boolean add(Origin origin, Programme programme, KnownAmount amount, String column) {
        BudgetItem item =
                new BudgetItem(programme, amount.fiscalYear(), amount.stage(), amount.value(), amount.currency());
        if (!reading.item(item, origin, column)) {
            return false;
        }
        totals.add(item, origin, column);
        return true;
    }

    /** The amount that cells state; empty if one of them is wrong. Nothing is added to the reading. */
    public Optional<KnownAmount> amount(ItemCells cells) {
        Parsed parsed = parse(cells);
        return parsed.wrong() == null ? Optional.of(parsed.known()) : Optional.empty();
    }

    /** Warns about rows that look like totals of others; to be called after the last row of a file. */
    public void finish() {
        totals.report(reading);
    }

    /** What cells say, and the first of them that is wrong. */
    private record Parsed(
            @Nullable Integer fiscalYear,
            @Nullable Stage stage,
            @Nullable String currency,
            Amount amount,
            @Nullable Wrong wrong) {
        KnownAmount known() {
            return new KnownAmount(
                    requireNonNull(fiscalYear), requireNonNull(stage), amount.value(), requireNonNull(currency));
        }
    }

    private Parsed parse(ItemCells cells) {
        OptionalInt year = years.computeIfAbsent(cells.fiscalYear().text(), FiscalYear::parse);
        Optional<Stage> stage = stages.computeIfAbsent(cells.stage().text(), StageWords::parse);
        Optional<String> currency = currencies.computeIfAbsent(cells.currency().text(), ItemParser::currency);
        Amount amount = Amount.parse(cells.amount().text(), cells.unit(), cells.numbers());
        Wrong failed = failedFormula(cells, year.isEmpty() || stage.isEmpty() || amount.wrong() != null);
        Wrong wrong = failed != null
                ? failed
                : year.isEmpty()
                        ? badYear(cells.fiscalYear())
                        : stage.isEmpty()
                                ? badStage(cells.stage())
                                : currency.isEmpty()
                                        ? badCurrency(cells.currency())
                                        : badAmount(cells, amount, currency.get());
        return new Parsed(
                year.isEmpty() ? null : (Integer) year.getAsInt(),
                stage.orElse(null),
                currency.orElse(null),
                amount,
                wrong);
    }

    /** What is wrong with a row, and in which cell. */
    private record Wrong(Code code, Cell cell, String reason, String fix) {}

    private static @Nullable Wrong failedFormula(ItemCells cells, boolean somethingIsWrong) {
        if (!somethingIsWrong) {
            return null;
        }
        return Stream.of(cells.fiscalYear(), cells.stage(), cells.amount())
                .flatMap(cell -> SpreadsheetError.meaning(cell.text())
                        .map(meaning -> new Wrong(
                                Code.SPREADSHEET_ERROR,
                                cell,
                                "'" + cell.text().strip() + "' is the error of a spreadsheet: " + meaning,
                                "Correct the formula, or write the value"))
                        .stream())
                .findFirst()
                .orElse(null);
    }

    private static Wrong badYear(Cell cell) {
        String text = cell.text().strip();
        if (SERIAL.matcher(text).matches()) {
            return new Wrong(
                    Code.BAD_YEAR,
                    cell,
                    "'" + text + "' is not a fiscal year; a spreadsheet counts days, and means "
                            + FIRST_DAY.plusDays(Long.parseLong(text)) + " by this",
                    "Write the fiscal year, as 2024");
        }
        return new Wrong(
                Code.BAD_YEAR,
                cell,
                cell.text().isBlank()
                        ? "The fiscal year is empty"
                        : "'" + cell.text().strip() + "' is not a fiscal year",
                FIRST_IS_DAY.matcher(text).matches()
                        ? "A day can belong to one fiscal year or another; write the year, as 2024"
                        : "Write it as 2024, FY2024 or 令和6年度");
    }

    private static Wrong badStage(Cell cell) {
        return new Wrong(
                Code.BAD_STAGE,
                cell,
                "'" + cell.text().strip() + "' is not a stage of the budget cycle",
                "Known: " + StageWords.KNOWN);
    }

    private static Wrong badCurrency(Cell cell) {
        return new Wrong(
                Code.BAD_AMOUNT,
                cell,
                "'" + cell.text().strip() + "' is not a currency",
                "Write its ISO 4217 code, such as JPY or USD");
    }

    private static @Nullable Wrong badAmount(ItemCells cells, Amount amount, String currency) {
        Cell cell = cells.amount();
        if (amount.wrong() != null) {
            return new Wrong(Code.BAD_AMOUNT, cell, amount.wrong(), fix(cells));
        }
        return Amount.contradicts(cell.text(), currency)
                ? new Wrong(
                        Code.BAD_AMOUNT,
                        cell,
                        "'" + cell.text().strip() + "' names a currency other than " + currency,
                        "Give the currency in a column or in the mapping profile")
                : null;
    }

    private static String fix(ItemCells cells) {
        NumberStyle numbers = cells.numbers();
        if (!numbers.isUsual()) {
            return "Write a number, such as 1234567 or 1" + numbers.groups().charAt(0) + "234"
                    + numbers.groups().charAt(0) + "567 ('" + numbers.locale() + "' in the mapping profile)";
        }
        return OTHER_LOCALE.matcher(cells.amount().text().strip()).matches()
                ? "Write a number, such as 1234567 or 1,234,567, or name its locale in a mapping profile, as 'numbers: de'"
                : "Write a number, such as 1234567 or 1,234,567";
    }

    private static Optional<String> currency(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return switch (text) {
            case "円", "¥", "YEN" -> Optional.of(Unit.YEN);
            default ->
                text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z')
                        ? Optional.of(text)
                        : Optional.empty();
        };
    }
}
