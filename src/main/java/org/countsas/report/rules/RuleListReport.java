package org.countsas.report.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;

/** Rules in a list: what each concludes, how strongly, at which share, and whose word it rests on. */
public final class RuleListReport {
    private static final int NAME = 60;

    private RuleListReport() {}

    /** A table with a row for each rule. */
    public static List<String> text(List<Rule> rules, RuleBook book, Language language) {
        TextTable table = new TextTable(false, false, false, false, true, false, false);
        table.row(
                Texts.of(RuleListReport.class, language).text("list.rule"),
                Texts.of(RuleListReport.class, language).text("list.policy"),
                Texts.of(RuleListReport.class, language).text("list.effect"),
                Texts.of(RuleListReport.class, language).text("list.strength"),
                Texts.of(RuleListReport.class, language).text("list.share"),
                Texts.of(RuleListReport.class, language).text("list.basis"),
                Texts.of(RuleListReport.class, language).text("list.citation"));
        for (Rule rule : rules) {
            table.row(
                    TextTable.cut(language.label(book.ruleTitle(rule.name())), NAME),
                    book.policy(rule.policy())
                            .map(Policy::title)
                            .map(language::label)
                            .orElse(rule.policy()),
                    Texts.of(RuleListReport.class, language).text("word." + rule.effect()),
                    Texts.of(RuleListReport.class, language).text("word." + rule.strength()),
                    rule.share().equals(Share.NOTHING)
                            ? ""
                            : language.percent(rule.share().toString()),
                    Texts.of(RuleListReport.class, language).text("word." + rule.basis()),
                    String.join("; ", rule.citations()));
        }
        return table.lines("");
    }

    /** An array with an object for each rule. */
    public static String json(List<Rule> rules) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Rule rule : rules) {
            ObjectNode node = array.addObject();
            node.put("rule", rule.name());
            node.put("policy", rule.policy());
            node.put("effect", id(rule.effect()));
            node.put("scope", id(rule.scope()));
            node.put("strength", id(rule.strength()));
            ObjectNode share = node.putObject("share");
            share.put("low", rule.share().low());
            share.put("central", rule.share().central());
            share.put("high", rule.share().high());
            node.put("shareCitation", rule.shareCitation().orElse(null));
            node.put("basis", id(rule.basis()));
            rule.citations().forEach(node.putArray("citations")::add);
            node.put("since", rule.since().map(LocalDate::toString).orElse(null));
            node.put("until", rule.until().map(LocalDate::toString).orElse(null));
            node.put("file", rule.file());
            node.put("line", rule.line());
        }
        return PrettyJson.of(array);
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
