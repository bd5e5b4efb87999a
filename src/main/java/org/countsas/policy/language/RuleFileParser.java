package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads a rule file through the safe profile: everything that the rule language does not have is refused, with its place, before anything
 * is compiled. DRL can run its author's code in many places: conclusions, constraints, annotation values, attributes, functions,
 * declarations, globals. Of all these a rule file may use two: constraints that {@link ConditionParser} can read, and one of four
 * conclusions.
 *
 * <p>The compiler gets exactly the text that is parsed here, at this language level.
 */
public final class RuleFileParser {
    /** The level at which rule files are checked and compiled. */
    public static final LanguageLevelOption LANGUAGE_LEVEL = LanguageLevelOption.DRL6;

    static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_RULES = 2_000;
    private static final String REPORT = "Report this with the file: the two readers should agree";

    private static final Pattern PARSER_PLACE = Pattern.compile("Line (\\d+):(\\d+)");

    private final SourceText source;
    private final Problems problems;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> drafts = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Refusals refusals;

    private RuleFileParser(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.refusals = new Refusals(source, problems);
    }

    /**
     * The rules of a file. Every problem is noted; the rules are complete only if there was none.
     *
     * @param file name for messages
     * @param text the file's content, exactly as it will be compiled
     */
    public static RuleFileParser read(String file, String text, Problems problems) {
        RuleFileParser parser = new RuleFileParser(new SourceText(file, text), problems);
        parser.parse();
        return parser;
    }

    /** The rules in which nothing was wrong. */
    public List<Rule> rules() {
        return rules;
    }

    /** What could be read of the rules with wrong annotations, so that their conditions can still be checked. */
    public List<Rule> drafts() {
        return drafts;
    }

    /** The names of the rules that were refused. */
    public List<String> refused() {
        return refused;
    }

    private void parse() {
        String text = source.text();
        if (text.length() > MOST_CHARACTERS) {
            problems.add(
                    Code.RULE_TOO_LARGE,
                    Place.file(source.file()),
                    "The file has more than " + MOST_CHARACTERS + " characters",
                    "Split the policy");
            return;
        }
        int before = problems.found().size();
        RuleGrammar grammar = RuleGrammar.read(source, problems);
        refused.addAll(grammar.refusedNames());
        if (grammar.rest().isEmpty()) {
            return;
        }
        DrlParser parser = new DrlParser(LANGUAGE_LEVEL);
        PackageDescr content;
        try {
            content = parser.parse(false, grammar.rest().get());
        } catch (DroolsParserException | RuntimeException e) {
            syntaxError(String.valueOf(e.getMessage()));
            return;
        } catch (StackOverflowError e) {
            problems.add(
                    Code.RULE_TOO_LARGE,
                    Place.file(source.file()),
                    "The file is nested too deeply to be read",
                    "Remove parentheses");
            return;
        }
        if (parser.hasErrors() || content == null) {
            parser.getErrors().forEach(error -> syntaxError(error.getMessage()));
            if (parser.getErrors().isEmpty()) {
                syntaxError("there is no rule");
            }
            return;
        }
        FileHead head = new FileHead(refusals);
        head.check(content);
        if (content.getRules().size() > MOST_RULES) {
            problems.add(
                    Code.RULE_TOO_LARGE,
                    Place.file(source.file()),
                    "The file has more than " + MOST_RULES + " rules",
                    "Split the policy");
            return;
        }
        RuleReader reader = new RuleReader(refusals, head);
        for (RuleDescr rule : content.getRules()) {
            int found = problems.found().size();
            reader.read(rule).ifPresent(read -> keep(read, problems.found().size() == found));
        }
        if (problems.found().size() == before) {
            compare(content, grammar);
        }
    }

    private void keep(Rule rule, boolean sound) {
        if (sound) {
            rules.add(rule);
        } else {
            drafts.add(rule);
            refused.add(rule.name());
        }
    }

    /** Refuses a file in which the engine's parser sees other rules than the grammar: what is compiled must be what was checked. */
    private void compare(PackageDescr content, RuleGrammar grammar) {
        List<RuleTree> expected = grammar.rules();
        if (expected.size() != content.getRules().size()) {
            refusals.refuse(
                    0,
                    "A file in which the engine sees " + content.getRules().size() + " rules in place of "
                            + expected.size(),
                    REPORT);
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            RuleTree rule = expected.get(i);
            RuleDescr seen = content.getRules().get(i);
            int patterns = rule.facility() == null ? 1 : 2;
            boolean same = seen.getName().equals(rule.name().text())
                    && seen.getAnnotations().size() == rule.annotations().size()
                    && seen.getLhs().getDescrs().size() == patterns
                    && seen.getLhs().getDescrs().get(0) instanceof PatternDescr item
                    && item.getDescrs().size() == rule.item().conditions().size()
                    && SourceText.withoutSpace(String.valueOf(seen.getConsequence()))
                            .equals(rule.item().name() + "." + rule.verb() + "();");
            if (!same) {
                refusals.refuse(rule.start(), "A rule that the engine reads differently", REPORT);
            }
        }
    }

    private void syntaxError(String message) {
        Matcher place = PARSER_PLACE.matcher(message);
        String reason = message.replaceFirst("^\\[ERR \\d+\\] ", "")
                .replaceFirst("Line -?\\d+:-?\\d+ ", "")
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        Place at = place.find()
                ? Place.at(
                        source.file(),
                        Math.max(1, Integer.parseInt(place.group(1))),
                        Integer.parseInt(place.group(2)) + 1)
                : source.place(source.text().length());
        String shown = source.text()
                .lines()
                .skip(at.line() - 1L)
                .findFirst()
                .orElse("")
                .strip();
        problems.add(
                Code.RULE_SYNTAX,
                at,
                "Not DRL: " + reason + (shown.isEmpty() ? "" : ", in '" + SourceText.brief(shown) + "'"),
                "Compare with the example in the rule language's page");
    }
}
