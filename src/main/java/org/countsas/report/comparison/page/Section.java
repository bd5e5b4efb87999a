package org.countsas.report.comparison.page;

import java.util.List;
import java.util.Optional;

/**
 * A part of the page.
 *
 * @param title      its heading
 * @param paragraphs what it says, as plain text
 * @param chart      what it shows
 * @param tables     the same as tables, and what else belongs to it
 * @param command    what reproduces its figures; empty if nothing is to be reproduced
 */
record Section(String title, List<String> paragraphs, Optional<Chart> chart, List<PageTable> tables, String command) {
    Section {
        paragraphs = List.copyOf(paragraphs);
        tables = List.copyOf(tables);
    }

    Section(String title, List<String> paragraphs, Chart chart, PageTable table, String command) {
        this(title, paragraphs, Optional.of(chart), List.of(table), command);
    }

    Section(String title, List<String> paragraphs, PageTable table, String command) {
        this(title, paragraphs, Optional.empty(), List.of(table), command);
    }
}
