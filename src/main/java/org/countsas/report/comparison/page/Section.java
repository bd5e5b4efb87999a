package org.countsas.report.comparison.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page.
 *
 * @param title      its heading
 * @param paragraphs what it says, as plain text
 * @param chart      what it shows; null if only the tables do
 * @param tables     the same as tables, and what else belongs to it
 * @param command    the command that reproduces its figures; empty if there is nothing to reproduce
 */
public record Section(
        String title, List<String> paragraphs, @Nullable Chart chart, List<PageTable> tables, String command) {
    public Section {
        paragraphs = List.copyOf(paragraphs);
        tables = List.copyOf(tables);
    }

    Section(String title, List<String> paragraphs, Chart chart, PageTable table, String command) {
        this(title, paragraphs, chart, List.of(table), command);
    }

    Section(String title, List<String> paragraphs, PageTable table, String command) {
        this(title, paragraphs, null, List.of(table), command);
    }
}
