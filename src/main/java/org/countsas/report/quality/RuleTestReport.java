package org.countsas.report.quality;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.problem.Place;
import org.countsas.quality.ruletest.Difference;
import org.countsas.quality.ruletest.PhraseResult;
import org.countsas.quality.ruletest.RuleTestResult;
import org.countsas.quality.ruletest.RuleTestResult.Failure;
import org.countsas.quality.ruletest.RuleTestRun;

/** The results of rule tests, as text and as JSON. */
public final class RuleTestReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RuleTestReport() {}

    /**
     * Every failure with what made the difference, then the sum.
     *
     * @param byEngine whether the engine took part
     */
    public static List<String> text(RuleTestRun run, boolean byEngine, Language language) {
        List<String> lines = new ArrayList<>();
        for (RuleTestResult result : run.tests()) {
            if (!result.passed()) {
                lines.add(Texts.of(RuleTestReport.class, language)
                        .text(
                                "test.failed",
                                result.test().place(),
                                result.test().name()));
                failures(result, language).forEach(line -> lines.add("  " + line));
            }
        }
        for (PhraseResult result : run.phrases()) {
            if (!result.passed()) {
                lines.add(Texts.of(RuleTestReport.class, language)
                        .text(
                                "test.phrase",
                                result.phrase().place(),
                                result.phrase().concept()));
                phrase(result, language).forEach(line -> lines.add("  " + line));
            }
        }
        lines.add(Texts.of(RuleTestReport.class, language)
                .text(
                        byEngine ? "test.sum.engine" : "test.sum",
                        language.number(run.tests().size()),
                        language.number(run.failedTests()),
                        language.number(run.phrases().size()),
                        language.number(run.failedPhrases())));
        return lines;
    }

    static List<String> failures(RuleTestResult result, Language language) {
        List<String> lines = new ArrayList<>();
        for (Failure failure : result.failures()) {
            lines.add(Texts.of(RuleTestReport.class, language)
                    .text(
                            failure.unmet().part().equals("engine") ? "test.engine" : "test.unmet",
                            failure.unmet().part(),
                            failure.unmet().expected(),
                            failure.unmet().got()));
            failure.differences().forEach(difference -> lines.add("  " + text(difference, language)));
        }
        return lines;
    }

    static List<String> phrase(PhraseResult result, Language language) {
        return List.of(
                Texts.of(RuleTestReport.class, language)
                        .text("test.phrase.expected", result.phrase().marked(result.marks())),
                Texts.of(RuleTestReport.class, language)
                        .text("test.phrase.got", result.phrase().marked(result.found())));
    }

    private static String text(Difference difference, Language language) {
        boolean ofCondition = difference.kind() == Difference.Kind.MET || difference.kind() == Difference.Kind.NOT_MET;
        String key = "difference." + difference.kind()
                + (ofCondition && !difference.seen().isEmpty() ? ".seen" : "");
        return Texts.of(RuleTestReport.class, language)
                .text(key, difference.place(), difference.text().replaceAll("\\s+", " "), difference.seen());
    }

    /** All results as JSON; failures with what made the difference. */
    public static String json(RuleTestRun run) {
        ObjectNode json = JSON.createObjectNode();
        json.put("passed", run.passed());
        json.putObject("tests").put("run", run.tests().size()).put("failed", run.failedTests());
        json.putObject("phrases").put("run", run.phrases().size()).put("failed", run.failedPhrases());
        ArrayNode failures = json.putArray("failures");
        for (RuleTestResult result : run.tests()) {
            if (!result.passed()) {
                ObjectNode node = place(
                        failures.addObject().put("test", result.test().name()),
                        result.test().place());
                ArrayNode unmet = node.putArray("unmet");
                result.failures().forEach(failure -> unmet(unmet.addObject(), failure));
            }
        }
        for (PhraseResult result : run.phrases()) {
            if (!result.passed()) {
                place(
                                failures.addObject()
                                        .put("concept", result.phrase().concept()),
                                result.phrase().place())
                        .put("expected", result.phrase().marked(result.marks()))
                        .put("got", result.phrase().marked(result.found()));
            }
        }
        return json.toPrettyString();
    }

    private static void unmet(ObjectNode node, Failure failure) {
        node.put("part", failure.unmet().part())
                .put("expected", failure.unmet().expected())
                .put("got", failure.unmet().got());
        ArrayNode because = node.putArray("because");
        for (Difference difference : failure.differences()) {
            place(
                            because.addObject()
                                    .put(
                                            "kind",
                                            difference
                                                    .kind()
                                                    .name()
                                                    .toLowerCase(java.util.Locale.ROOT)
                                                    .replace('_', '-')),
                            difference.place())
                    .put("text", difference.text())
                    .put("seen", difference.seen());
        }
    }

    static ObjectNode place(ObjectNode node, Place place) {
        node.put("file", place.file()).put("line", place.line());
        if (place.column() > 0) {
            node.put("column", place.column());
        }
        return node;
    }
}
