package org.countsas.report.comparison.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.countsas.adjudication.Counted;
import org.countsas.reconciliation.ReconciledFigure;
import org.countsas.reconciliation.Reconciliation;
import org.countsas.report.reconciliation.FigureNames;

/** What counts under a definition beside what the government published, by year. */
final class PublishedSection {
    private static final int ROW = 66;

    private final PageContent content;
    private final PageTexts words;

    PublishedSection(PageContent content, PageTexts words) {
        this.content = content;
        this.words = words;
    }

    /** The section; empty if nothing is published of the years shown. */
    Optional<Section> section() {
        return Optional.ofNullable(content.reconciliation()).map(this::section);
    }

    private Section section(Reconciliation reconciliation) {
        String title = words.text(
                "published.title",
                words.language().label(reconciliation.definition().title()));
        PageTable table = PageTable.of(title, words)
                .columns(
                        List.of(words.text("published.figure"), words.text("year"), words.text("stage")),
                        List.of(
                                words.text("published.published"),
                                words.text("central"),
                                words.text("low"),
                                words.text("high"),
                                words.text("published.explained"),
                                words.text("published.unexplained")));
        FigureNames names = new FigureNames(reconciliation, content.rules(), words.language());
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("kind", "published");
        data.put("published", words.text("published.published")).put("ours", words.text("published.ours"));
        ArrayNode rows = data.putArray("rows");
        for (ReconciledFigure figure : reconciliation.figures()) {
            figure.ours().ifPresent(ours -> {
                String name = names.of(figure.figure());
                String year = String.valueOf(figure.figure().fiscalYear());
                String stage =
                        words.language().text("stage." + figure.figure().stage().id());
                table.row(List.of(name, year, stage), cells(table, figure, ours));
                rows.addObject()
                        .put("name", words.text("published.row", name, year, stage))
                        .put("published", figure.figure().amount())
                        .put("ours", ours.central())
                        .put("high", ours.high());
            });
        }
        data.put("height", 90 + ROW * rows.size());
        return new Section(
                title,
                List.of(words.text("published.text")),
                new Chart("published", title, data),
                table,
                content.command());
    }

    private static List<Cell> cells(PageTable table, ReconciledFigure figure, Counted ours) {
        return PageTable.joined(
                PageTable.joined(List.of(table.amount(figure.figure().amount())), table.amounts(ours)),
                List.of(
                        table.change(figure.explained()),
                        table.change(figure.unexplained().orElse(0L))));
    }
}
