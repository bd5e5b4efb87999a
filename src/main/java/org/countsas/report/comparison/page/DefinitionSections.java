package org.countsas.report.comparison.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.change.Dimension;
import org.countsas.comparison.change.MinistryAreaTotal;
import org.countsas.comparison.change.PartTotal;
import org.countsas.comparison.change.YearTotal;

/** What each definition counts: by area, by ministry, by basis, by year. */
final class DefinitionSections {
    private static final int MINISTRIES = 10;
    private static final int ROW = 40;

    private final PageContent content;
    private final PageTexts words;
    private final List<String> bounds;

    DefinitionSections(PageContent content, PageTexts words) {
        this.content = content;
        this.words = words;
        this.bounds = List.of(words.text("central"), words.text("low"), words.text("high"));
    }

    /** Areas by ministry under the last definition. */
    Section areas() {
        DefinitionResult side = content.comparison()
                .results()
                .get(content.comparison().results().size() - 1);
        String title = words.text("areas.title", words.title(side));
        PageTable table = PageTable.of(title, words)
                .columns(
                        List.of(words.text("ministry"), words.text("area")),
                        PageTable.joined(List.of(words.text("items")), bounds));
        side.ministryAreas()
                .forEach(each ->
                        table.row(List.of(each.ministry(), words.area(each.sum().key())), cells(table, each.sum())));
        List<String> areas = side.by(Dimension.AREA).stream()
                .filter(sum -> sum.items() > 0)
                .map(PartTotal::key)
                .toList();
        Map<String, long[]> rows = rows(side, areas);
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "areas")
                .put("height", 110 + ROW * rows.size() + 24 * ((areas.size() + 3) / 4));
        ArrayNode names = data.putArray("names");
        rows.keySet().forEach(names::add);
        ArrayNode series = data.putArray("series");
        for (int i = 0; i < areas.size(); i++) {
            ObjectNode one = series.addObject().put("name", words.area(areas.get(i)));
            ArrayNode values = one.putArray("values");
            for (long[] row : rows.values()) {
                values.add(row[i]);
            }
        }
        return new Section(
                title,
                List.of(words.text("areas.text", MINISTRIES)),
                new Chart("areas", title, data),
                table,
                content.command());
    }

    /** Central values by ministry and area: the largest ministries, then all others as one. */
    private Map<String, long[]> rows(DefinitionResult side, List<String> areas) {
        List<String> largest = side.by(Dimension.MINISTRY).stream()
                .limit(MINISTRIES)
                .map(PartTotal::key)
                .toList();
        Map<String, long[]> rows = new LinkedHashMap<>();
        largest.forEach(ministry -> rows.put(ministry, new long[areas.size()]));
        for (MinistryAreaTotal each : side.ministryAreas()) {
            String row = largest.contains(each.ministry()) ? each.ministry() : words.text("areas.others");
            rows.computeIfAbsent(row, name -> new long[areas.size()])[
                    areas.indexOf(each.sum().key())] += each.sum().counted().central();
        }
        return rows;
    }

    /** Areas of all definitions side by side. */
    Section sideBySide() {
        String title = words.text("sides.title");
        PageTable table = PageTable.of(title, words)
                .columns(
                        List.of(words.text("definition"), words.text("area")),
                        PageTable.joined(List.of(words.text("items")), bounds));
        for (DefinitionResult side : content.comparison().results()) {
            side.by(Dimension.AREA)
                    .forEach(sum -> table.row(List.of(words.title(side), words.area(sum.key())), cells(table, sum)));
        }
        return new Section(title, List.of(), table, content.command());
    }

    /** What is official, proposed or inferred. */
    Section bases() {
        String title = words.text("bases.title");
        PageTable table = PageTable.of(title, words)
                .columns(
                        List.of(words.text("definition"), words.text("basis")),
                        PageTable.joined(List.of(words.text("items")), bounds));
        for (DefinitionResult side : content.comparison().results()) {
            side.by(Dimension.BASIS)
                    .forEach(sum -> table.row(
                            List.of(
                                    words.title(side),
                                    words.text("basis." + sum.key().toUpperCase(Locale.ROOT))),
                            cells(table, sum)));
        }
        return new Section(title, List.of(words.text("bases.text")), table, content.command());
    }

    /** What counts in every year and stage that was read. */
    Section years() {
        String title = words.text("years.title");
        PageTable table = PageTable.of(title, words)
                .columns(
                        List.of(words.text("definition"), words.text("year"), words.text("stage")),
                        PageTable.joined(List.of(words.text("items")), bounds));
        for (DefinitionResult side : content.comparison().results()) {
            for (YearTotal year : side.years()) {
                table.row(
                        List.of(
                                words.title(side),
                                String.valueOf(year.fiscalYear()),
                                words.language().text("stage." + year.stage().id())),
                        PageTable.joined(List.of(table.count(year.items())), table.amounts(year.counted())));
            }
        }
        return new Section(title, List.of(words.text("years.text")), table, content.command());
    }

    private static List<Cell> cells(PageTable table, PartTotal sum) {
        return PageTable.joined(List.of(table.count(sum.items())), table.amounts(sum.counted()));
    }

    /** The ids of the sources that the definitions, targets and deciding rules name. */
    List<String> sources() {
        TreeSet<String> sources = new TreeSet<>();
        for (DefinitionResult side : content.comparison().results()) {
            side.definition().gdp().ifPresent(gdp -> sources.add(gdp.source()));
            side.definition().targets().forEach(target -> sources.add(target.source()));
        }
        return new ArrayList<>(sources);
    }
}
