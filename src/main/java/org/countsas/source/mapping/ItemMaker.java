package org.countsas.source.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.cell.Amount;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.cell.StageWords;
import org.countsas.source.cell.Unit;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;

/** Makes an item of a row's cells, or rejects it with the cell that is wrong. Not thread-safe. */
public final class ItemMaker {
    private final ReadingBuilder assembly;
    private final Map<String, OptionalInt> years = new HashMap<>();
    private final Map<String, Optional<Stage>> stages = new HashMap<>();
    private final Map<String, Optional<String>> currencies = new HashMap<>();

    /** A cell and the name of its column. */
    public record Cell(String column, String text) {}

    public ItemMaker(ReadingBuilder assembly) {
        this.assembly = assembly;
    }

    /**
     * Adds an item to the reading, or a rejected row.
     *
     * @param unit what the amount counts in, as a multiple of the currency's unit
     * @return whether there is an item
     */
    public boolean make(
            Origin origin, Programme programme, Cell year, Cell stage, Cell currency, Cell amount, BigDecimal unit) {
        OptionalInt fiscalYear = years.computeIfAbsent(year.text(), FiscalYear::parse);
        Optional<Stage> ofStage = stages.computeIfAbsent(stage.text(), StageWords::parse);
        if (fiscalYear.isEmpty()) {
            String reason = year.text().isBlank()
                    ? "The fiscal year is empty"
                    : "'" + year.text().strip() + "' is not a fiscal year";
            return reject(
                    origin,
                    programme,
                    Code.BAD_YEAR,
                    year,
                    reason,
                    "Write it as 2024, FY2024 or 令和6年度",
                    fiscalYear,
                    ofStage);
        }
        if (ofStage.isEmpty()) {
            return reject(
                    origin,
                    programme,
                    Code.BAD_STAGE,
                    stage,
                    "'" + stage.text().strip() + "' is not a stage of the budget cycle",
                    "Known: " + StageWords.KNOWN,
                    fiscalYear,
                    ofStage);
        }
        Optional<String> code = currencies.computeIfAbsent(currency.text(), ItemMaker::currency);
        if (code.isEmpty()) {
            return reject(
                    origin,
                    programme,
                    Code.BAD_AMOUNT,
                    currency,
                    "'" + currency.text().strip() + "' is not a currency",
                    "Write its ISO 4217 code, as JPY or USD",
                    fiscalYear,
                    ofStage);
        }
        Amount value = Amount.parse(amount.text(), unit);
        if (value.wrong() != null) {
            return reject(
                    origin,
                    programme,
                    Code.BAD_AMOUNT,
                    amount,
                    value.wrong(),
                    "Write a number, as 1234567 or 1,234,567",
                    fiscalYear,
                    ofStage);
        }
        if (Amount.contradicts(amount.text(), code.get())) {
            return reject(
                    origin,
                    programme,
                    Code.BAD_AMOUNT,
                    amount,
                    "'" + amount.text().strip() + "' names another currency than " + code.get(),
                    "Give the currency in a column or in the mapping profile",
                    fiscalYear,
                    ofStage);
        }
        return assembly.item(
                new BudgetItem(programme, fiscalYear.getAsInt(), ofStage.get(), value.value(), code.get()),
                origin,
                amount.column());
    }

    private boolean reject(
            Origin origin,
            Programme programme,
            Code code,
            Cell cell,
            String reason,
            String fix,
            OptionalInt year,
            Optional<Stage> stage) {
        assembly.reject(
                new Problem(code, origin.place().field(cell.column()), reason, fix),
                origin,
                Optional.of(programme.id()),
                year,
                stage);
        return false;
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
