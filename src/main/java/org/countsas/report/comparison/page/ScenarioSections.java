package org.countsas.report.comparison.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.scenario.BestCombinations;
import org.countsas.comparison.scenario.Scenario;
import org.countsas.comparison.scenario.ScenarioReport;
import org.jspecify.annotations.Nullable;

/** What all combinations of the added areas come to: what each is worth, where they overlap, and the ways to the targets. */
final class ScenarioSections {
    private static final int SHADES = 5;

    private final ScenarioReport report;
    private final PageTexts words;
    private final String command;
    private final List<String> policies;

    ScenarioSections(ScenarioReport report, PageTexts words, String command) {
        this.report = report;
        this.words = words;
        this.command = command;
        this.policies = report.scenarios().policies();
    }

    /** What each area is worth alone, last, and on average over all orders. */
    Section contributions() {
        String title = words.text("worth.title");
        PageTable table = PageTable.of(title, words)
                .columns(
                        List.of(words.text("area")),
                        List.of(
                                words.text("worth.alone"),
                                words.text("worth.last"),
                                words.text("worth.shapley"),
                                words.text("low"),
                                words.text("high")));
        for (Contribution each : report.contributions()) {
            table.row(
                    List.of(words.area(each.name())),
                    List.of(
                            table.change(each.alone().central()),
                            table.change(each.last().central()),
                            table.change(each.shapley().central()),
                            table.change(each.shapley().low()),
                            table.change(each.shapley().high())));
        }
        return new Section(title, List.of(words.text("worth.text")), table, command);
    }

    /** For each pair of areas, what both would count. */
    Section overlaps() {
        String title = words.text("overlaps.title");
        PageTable table = PageTable.of(title, words)
                .columns(
                        List.of(words.text("area")),
                        policies.stream().map(words::area).toList());
        long most = report.overlaps().stream()
                .flatMap(List::stream)
                .mapToLong(worth -> Math.abs(worth.central()))
                .max()
                .orElse(0);
        for (int i = 0; i < policies.size(); i++) {
            List<Cell> cells = new ArrayList<>();
            for (int j = 0; j < policies.size(); j++) {
                long contested = report.overlaps().get(i).get(j).central();
                cells.add(i == j ? Cell.text("–") : table.amount(contested).shaded(shade(contested, most)));
            }
            table.row(List.of(words.area(policies.get(i))), cells);
        }
        return new Section(title, List.of(words.text(most == 0 ? "overlaps.none" : "overlaps.text")), table, command);
    }

    private static int shade(long contested, long most) {
        return contested == 0 ? 0 : (int) Math.max(1, Math.ceil((double) Math.abs(contested) * SHADES / most));
    }

    /** For each number of areas the smallest and the largest total, and the best ways to the targets. */
    Section frontier() {
        String title = words.text("frontier.title");
        int k = policies.size();
        long[] totals = report.scenarios().game().central().values();
        int[] least = new int[k + 1];
        int[] most = new int[k + 1];
        Arrays.fill(least, -1);
        Arrays.fill(most, -1);
        for (int set = 0; set < totals.length; set++) {
            int size = Integer.bitCount(set);
            least[size] = least[size] < 0 || totals[set] < totals[least[size]] ? set : least[size];
            most[size] = most[size] < 0 || totals[set] > totals[most[size]] ? set : most[size];
        }
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("kind", "frontier").put("height", 400);
        data.put("axis", words.text("frontier.axis"))
                .put("most", words.text("frontier.most"))
                .put("least", words.text("frontier.least"));
        ArrayNode counts = data.putArray("counts");
        ArrayNode low = data.putArray("low");
        ArrayNode high = data.putArray("high");
        PageTable byCount = PageTable.of(words.text("frontier.byCount"), words)
                .columns(
                        List.of(words.text("frontier.axis"), words.text("frontier.mostPolicies")),
                        List.of(
                                words.text("frontier.least"),
                                words.text("frontier.most"),
                                words.text("low"),
                                words.text("high")));
        for (int i = 0; i <= k; i++) {
            Scenario smallest = report.scenarios().scenario(least[i]);
            Scenario largest = report.scenarios().scenario(most[i]);
            counts.add(i);
            low.add(smallest.total().central());
            high.add(largest.total().central());
            byCount.row(
                    List.of(String.valueOf(i), names(largest)),
                    List.of(
                            byCount.amount(smallest.total().central()),
                            byCount.amount(largest.total().central()),
                            byCount.amount(largest.total().low()),
                            byCount.amount(largest.total().high())));
        }
        ArrayNode marks = data.putArray("marks");
        report.best()
                .forEach(way -> marks.addObject()
                        .put("name", words.language().label(way.level().target().label()))
                        .put("value", way.level().amount()));
        return new Section(
                title,
                List.of(words.text("frontier.text", report.scenarios().size(), k)),
                new Chart("frontier", title, data),
                List.of(byCount, ways()),
                command);
    }

    private PageTable ways() {
        List<String> bounds = List.of(words.text("central"), words.text("low"), words.text("high"));
        PageTable table = PageTable.of(words.text("ways.title"), words)
                .columns(List.of(words.text("target"), words.text("way"), words.text("frontier.policies")), bounds);
        for (BestCombinations ways : report.best()) {
            String target = words.language().label(ways.level().target().label());
            if (ways.cheapest() == null) {
                table.row(
                        List.of(target, words.text("way.none", words.amount(ways.missing())), "–"),
                        List.of(Cell.text("–"), Cell.text("–"), Cell.text("–")));
                continue;
            }
            way(table, target, "way.cheapest", ways.cheapest());
            way(table, target, "way.fewest", ways.fewest());
            if (ways.robust() != null) {
                way(table, target, "way.robust", ways.robust());
            } else {
                table.row(
                        List.of(target, words.text("way.robust.none", words.amount(ways.missingLow())), "–"),
                        List.of(Cell.text("–"), Cell.text("–"), Cell.text("–")));
            }
        }
        return table;
    }

    private void way(PageTable table, String target, String kind, @Nullable Scenario way) {
        if (way != null) {
            table.row(List.of(target, words.text(kind), names(way)), table.amounts(way.total()));
        }
    }

    private String names(Scenario scenario) {
        return scenario.policies().isEmpty()
                ? words.text("frontier.none")
                : scenario.policies().stream()
                        .map(words::area)
                        .collect(Collectors.joining(words.text("list.separator")));
    }
}
