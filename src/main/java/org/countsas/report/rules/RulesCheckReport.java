package org.countsas.report.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.ProblemText;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.quality.check.RulesCheck;

/** What a check of rules found, for people and for editors. */
public final class RulesCheckReport {
    private static final int LONGEST_LINE = 200;
    private static final int MOST_NAMES = 5;

    private RulesCheckReport() {}

    /** Each problem with its line of the file and a mark under its column, then the total. */
    public static List<String> text(RulesCheck check, Language language) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < check.problems().size(); i++) {
            Problem problem = check.problems().get(i);
            text.addAll(ProblemText.lines(problem, language));
            String line = check.lines().get(i);
            int column = problem.place().column();
            if (!line.isBlank() && column > 0 && column <= LONGEST_LINE) {
                String shown = line.replace('\t', ' ');
                text.add("    " + (shown.length() > LONGEST_LINE ? shown.substring(0, LONGEST_LINE) + "…" : shown));
                text.add("    " + " ".repeat(TextTable.width(shown.substring(0, Math.min(shown.length(), column - 1))))
                        + "^");
            }
        }
        text.add(
                check.passed()
                        ? Texts.of(RulesCheckReport.class, language)
                                .text(
                                        "check.passed",
                                        language.number(check.rules()),
                                        language.number(check.definitions()),
                                        language.number(check.files()))
                        : Texts.of(RulesCheckReport.class, language)
                                .text(
                                        "check.failed",
                                        language.number(check.problems().size()),
                                        language.number(check.problems().stream()
                                                .map(problem -> String.valueOf(
                                                        problem.place().file()))
                                                .distinct()
                                                .count())));
        text.addAll(missing(check, language));
        return text;
    }

    /** What is there in one language only: a line for each kind of text and language. */
    private static List<String> missing(RulesCheck check, Language language) {
        Texts texts = Texts.of(RulesCheckReport.class, language);
        Map<String, List<String>> names = new LinkedHashMap<>();
        check.missing()
                .forEach(each -> names.computeIfAbsent(each.kind() + "." + each.language(), key -> new ArrayList<>())
                        .add(each.name()));
        List<String> lines = new ArrayList<>();
        names.forEach((key, all) -> lines.add(texts.text(
                "missing." + key,
                language.number(all.size()),
                String.join(
                        texts.text("missing.and"),
                        all.stream().limit(MOST_NAMES).toList()),
                all.size() > MOST_NAMES ? texts.text("missing.more") : "")));
        return lines;
    }

    /** An array of problems with {@code code}, {@code file}, {@code line}, {@code column}, {@code reason}, {@code fix} and {@code text}, the line of the file. */
    public static String json(RulesCheck check) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < check.problems().size(); i++) {
            Problem problem = check.problems().get(i);
            Place place = problem.place();
            ObjectNode node = array.addObject();
            node.put("code", problem.code().id());
            node.put("file", place.file());
            node.put("line", place.line());
            node.put("column", place.column());
            node.put("reason", problem.reason());
            node.put("fix", problem.fix());
            node.put("text", check.lines().get(i));
        }
        return PrettyJson.of(array);
    }
}
