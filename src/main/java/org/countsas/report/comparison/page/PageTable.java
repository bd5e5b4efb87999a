package org.countsas.report.comparison.page;

import java.util.ArrayList;
import java.util.List;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.TotalDelta;

/** A table of the page. Each amount carries its exact value in whole units of the currency. Not thread-safe. */
public final class PageTable {
    private static final int LONG = 24;

    private final PageTexts words;
    private final String caption;
    private final List<Row> rows = new ArrayList<>();
    private List<String> ofTexts = List.of();
    private List<String> ofNumbers = List.of();

    private PageTable(String caption, PageTexts words) {
        this.caption = caption;
        this.words = words;
    }

    /**
     * A row.
     *
     * @param head    what it is about
     * @param texts   what else it says
     * @param numbers its numbers
     */
    public record Row(String head, List<String> texts, List<Cell> numbers) {}

    /** A table, still without rows, whose amounts are in the unit that the caption states. */
    static PageTable of(String caption, PageTexts words) {
        return new PageTable(
                words.text("table.caption", caption, words.language().unit(words.currency())), words);
    }

    /** The column headings: first those of texts, then those of numbers. */
    PageTable columns(List<String> textHeads, List<String> numberHeads) {
        ofTexts = List.copyOf(textHeads);
        ofNumbers = List.copyOf(numberHeads);
        return this;
    }

    /** Adds a row: its first text is its heading. */
    void row(List<String> texts, List<Cell> numbers) {
        rows.add(new Row(texts.get(0), texts.subList(1, texts.size()), List.copyOf(numbers)));
    }

    /** An amount as a cell. */
    Cell amount(long amount) {
        return Cell.of(amount, amount == 0 ? "0" : words.language().digits(amount, words.currency()));
    }

    /** What is added or taken away as a cell. */
    Cell change(long amount) {
        String digits = amount == 0 ? "0" : words.language().digits(Math.abs(amount), words.currency());
        return Cell.of(amount, (amount > 0 ? "+" : amount < 0 ? "−" : "") + digits);
    }

    /** Central value, lower bound and upper bound as three cells. */
    List<Cell> amounts(Counted counted) {
        return List.of(amount(counted.central()), amount(counted.low()), amount(counted.high()));
    }

    /** The same of a change. */
    List<Cell> changes(TotalDelta delta) {
        return List.of(change(delta.central()), change(delta.low()), change(delta.high()));
    }

    /** A number of things as a cell. */
    Cell count(long count) {
        return Cell.of(count, words.language().number(count));
    }

    static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** What the table shows. */
    public String caption() {
        return caption;
    }

    /** The headings of the text columns. */
    public List<String> textHeads() {
        return ofTexts;
    }

    /** The headings of the number columns. */
    public List<String> numberHeads() {
        return ofNumbers;
    }

    /** The rows, in order. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Whether it has so many rows that it is shown only on request. */
    public boolean isLong() {
        return rows.size() > LONG;
    }
}
