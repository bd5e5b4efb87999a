package org.countsas.report.comparison.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.DefinitionChange;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.change.ItemChange;
import org.countsas.comparison.target.Distance;

/** What lies between the definitions: the steps from one total to the other, the targets, and the items that are decided differently. */
final class ChangeSections {
    private static final int LARGEST = 20;
    private static final int ROW = 44;

    private final PageContent content;
    private final PageTexts words;
    private final List<String> bounds;

    ChangeSections(PageContent content, PageTexts words) {
        this.content = content;
        this.words = words;
        this.bounds = List.of(words.text("central"), words.text("low"), words.text("high"));
    }

    /** One section for each definition but the first. */
    List<Section> ways() {
        List<Section> sections = new ArrayList<>();
        Comparison comparison = content.comparison();
        for (int i = 0; i < comparison.changes().size(); i++) {
            sections.add(way(comparison.changes().get(i), comparison.results().get(i + 1), i));
        }
        return sections;
    }

    private Section way(DefinitionChange change, DefinitionResult to, int index) {
        DefinitionResult from = content.comparison().baseline();
        String title = words.text("way.title", words.title(from), words.title(to));
        PageTable table = PageTable.of(title, words).columns(List.of(words.text("step")), bounds);
        ArrayNode bars = JsonNodeFactory.instance.arrayNode();
        table.row(List.of(words.title(from)), table.amounts(from.counted()));
        total(bars, from);
        long at = from.counted().central();
        for (Contribution step : change.contributions()) {
            long next = at + step.shapley().central();
            bars.addObject()
                    .put("name", words.edit(step.name()))
                    .put("from", at)
                    .put("to", next)
                    .put("said", words.change(step.shapley().central()));
            table.row(List.of(words.edit(step.name())), table.changes(step.shapley()));
            at = next;
        }
        if (change.contributions().isEmpty()) {
            bars.addObject()
                    .put("name", words.text("step.all"))
                    .put("from", at)
                    .put("to", to.counted().central())
                    .put("said", words.change(change.delta().central()));
            table.row(List.of(words.text("step.all")), table.changes(change.delta()));
        }
        total(bars, to);
        table.row(List.of(words.title(to)), table.amounts(to.counted()));
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("kind", "waterfall").put("height", 80 + ROW * bars.size());
        data.set("bars", bars);
        return new Section(
                title,
                List.of(words.text("way.text")),
                new Chart("way-" + index, title, data),
                table,
                content.command());
    }

    private void total(ArrayNode bars, DefinitionResult side) {
        bars.addObject()
                .put("name", words.title(side))
                .put("total", true)
                .put("from", 0)
                .put("to", side.counted().central())
                .put("low", side.counted().low())
                .put("high", side.counted().high())
                .put("said", words.amount(side.counted().central()));
    }

    /** The totals compared with the targets; none if no definition has a base. */
    Optional<Section> targets() {
        List<DefinitionResult> sides = content.comparison().results();
        if (sides.stream().allMatch(side -> side.distances().isEmpty())) {
            return Optional.empty();
        }
        String title = words.text("targets.title");
        PageTable totals = PageTable.of(words.text("targets.totals"), words)
                .columns(List.of(words.text("definition")), PageTable.joined(bounds, List.of(words.text("percent"))));
        PageTable distances = PageTable.of(words.text("targets.distances"), words)
                .columns(
                        List.of(words.text("definition"), words.text("target"), words.text("base")),
                        PageTable.joined(List.of(words.text("level")), bounds));
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("kind", "targets");
        ArrayNode rows = data.putArray("rows");
        ArrayNode marks = data.putArray("marks");
        List<String> marked = new ArrayList<>();
        for (DefinitionResult side : sides) {
            rows.addObject()
                    .put("name", words.title(side))
                    .put("low", side.counted().low())
                    .put("central", side.counted().central())
                    .put("high", side.counted().high())
                    .put("said", words.amount(side.counted().central()));
            totals.row(
                    List.of(words.title(side)),
                    PageTable.joined(
                            totals.amounts(side.counted()),
                            List.of(Cell.text(side.percentOfGdp(side.counted().central())
                                    .map(words::percent)
                                    .orElse("–")))));
            for (Distance distance : side.distances()) {
                String name = words.language().label(distance.level().target().label());
                String base = words.language().label(distance.level().gdp().label());
                distances.row(
                        List.of(words.title(side), name, base),
                        PageTable.joined(
                                List.of(distances.amount(distance.level().amount())),
                                distances.changes(distance.above())));
                if (!marked.contains(name + distance.level().amount())) {
                    marked.add(name + distance.level().amount());
                    marks.addObject()
                            .put("name", name)
                            .put("value", distance.level().amount());
                }
            }
        }
        data.put("height", 60 + 54 * rows.size() + 20 * marks.size());
        return Optional.of(new Section(
                title,
                List.of(words.text("targets.text")),
                new Chart("targets", title, data),
                List.of(totals, distances),
                content.command()));
    }

    /** The items on which the definitions differ most, with their reasons. */
    List<Section> items() {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < content.comparison().changes().size(); i++) {
            DefinitionChange change = content.comparison().changes().get(i);
            DefinitionResult to = content.comparison().results().get(i + 1);
            String title = words.text("items.title", words.title(to));
            PageTable table = PageTable.of(words.text("items.caption"), words)
                    .columns(
                            List.of(
                                    words.text("item"),
                                    words.text("ministry"),
                                    words.text("kind"),
                                    words.text("reason"),
                                    words.text("basis")),
                            bounds);
            change.items().stream().limit(LARGEST).forEach(item -> table.row(cells(item), table.changes(item.delta())));
            String said = change.items().isEmpty()
                    ? words.text("items.none")
                    : words.text(
                            "items.text",
                            change.items().size(),
                            Math.min(LARGEST, change.items().size()));
            sections.add(new Section(title, List.of(said), table, content.command()));
        }
        return sections;
    }

    private List<String> cells(ItemChange change) {
        Decision deciding = change.kind() == ItemChange.Kind.NO_LONGER_COUNTED
                        && change.after().decisive().isEmpty()
                ? change.before()
                : change.after();
        String reason = deciding.decisive()
                .map(finding -> words.language()
                        .label(finding.finding().rule().reasonFor(change.item().programme())))
                .orElse("–");
        String basis = deciding.decisive()
                .map(finding -> words.text("basis." + finding.finding().rule().basis()))
                .orElse("–");
        String area = deciding.area().map(words::area).orElse("");
        return List.of(
                change.item().id() + " " + change.item().programme().name(),
                change.item().programme().ministry(),
                words.text("kind." + change.kind(), area),
                reason,
                basis);
    }
}
