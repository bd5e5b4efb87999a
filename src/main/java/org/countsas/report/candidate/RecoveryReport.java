package org.countsas.report.candidate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countsas.candidate.LeaveOneOut.Recovery;
import org.countsas.definition.Definition;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;

/** How much of what a concept had counted comes back among the candidates: for a terminal and as JSON. Immutable and thread-safe. */
public final class RecoveryReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HUNDRED = 100;

    private final Definition definition;
    private final List<Recovery> recoveries;
    private final int first;
    private final Language language;

    /** @param first how many candidates were looked at */
    public RecoveryReport(Definition definition, List<Recovery> recoveries, int first, Language language) {
        this.definition = definition;
        this.recoveries = List.copyOf(recoveries);
        this.first = first;
        this.language = language;
    }

    /** A row for each policy, and the median over all concepts. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(text("recovery.head", definition.id(), language.number(first)));
        lines.add("");
        TextTable table = new TextTable(false, true, true, true, true);
        table.row(
                text("recovery.policy"),
                text("recovery.concepts"),
                text("recovery.lost"),
                text("recovery.found"),
                text("recovery.median"));
        byPolicy().forEach((policy, each) -> table.row(row(policy, each)));
        table.row(row(text("recovery.all"), recoveries));
        lines.addAll(table.lines("  "));
        return lines;
    }

    private Map<String, List<Recovery>> byPolicy() {
        return recoveries.stream()
                .collect(Collectors.groupingBy(Recovery::policy, LinkedHashMap::new, Collectors.toList()));
    }

    private String[] row(String name, List<Recovery> each) {
        return new String[] {
            name,
            language.number(each.size()),
            language.number(each.stream().mapToInt(Recovery::lost).sum()),
            language.number(each.stream().mapToInt(Recovery::found).sum()),
            each.isEmpty() ? "–" : language.percent(median(each) + " %")
        };
    }

    /** The middle part found in per cent, the lower one of two, rounded down. */
    private static int median(List<Recovery> each) {
        return each.stream()
                .map(recovery -> recovery.found() * HUNDRED / recovery.lost())
                .sorted(Comparator.naturalOrder())
                .toList()
                .get((each.size() - 1) / 2);
    }

    /** A JSON object with every concept. */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", "candidates-left-out-1");
        json.put("definition", definition.id());
        json.put("first", first);
        if (!recoveries.isEmpty()) {
            json.put("medianPercent", median(recoveries));
        }
        ArrayNode array = json.putArray("concepts");
        recoveries.forEach(recovery -> array.addObject()
                .put("policy", recovery.policy())
                .put("concept", recovery.concept())
                .put("lost", recovery.lost())
                .put("found", recovery.found())
                .put("left", recovery.left()));
        return PrettyJson.of(json);
    }

    private String text(String key, Object... values) {
        return Texts.of(RecoveryReport.class, language).text(key, values);
    }
}
