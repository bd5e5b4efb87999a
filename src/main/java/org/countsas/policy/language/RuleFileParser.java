package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.language.RuleGrammar.RuleTree;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Rule.FacilityJoin;
import org.countsas.policy.rule.Rule.Quantifier;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;
import org.countsas.vocabulary.BilingualText;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads a rule file through the safe profile: everything that the rule language does not have is refused, with its place,
 * before anything is compiled. DRL can run its author's code in many places: conclusions, constraints, annotation values,
 * attributes, functions, declarations, globals. Of all these a rule file may use two: constraints that
 * {@link ConditionParser} can read, and one of four conclusions.
 *
 * <p>What is parsed here, at this language level, is what the compiler gets: the same text.
 */
public final class RuleFileParser {
    /** The level at which rule files are checked and compiled. */
    public static final LanguageLevelOption LANGUAGE_LEVEL = LanguageLevelOption.DRL6;

    static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_RULES = 2_000;
    private static final String REPORT = "Report this with the file: the two readers should agree";

    private static final List<String> IMPORTS = List.of(Item.class.getName(), Facility.class.getName());
    private static final Pattern BINDING = Pattern.compile("\\$[a-zA-Z]+");
    /** A rule's name is written into the engine's generated code, as a text and in a comment: it must not be able to leave either. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ,.;:'’()&%+/–-]{0,148}[\\p{L}\\p{N}.)’'%])?");

    private static final Pattern PARSER_PLACE = Pattern.compile("Line (\\d+):(\\d+)");
    private static final Pattern CONCLUSION =
            Pattern.compile("\\s*(\\$[a-zA-Z]+)\\s*\\.\\s*([a-zA-Z]+)\\s*\\(\\s*\\)\\s*;\\s*");

    private final SourceText source;
    private final Problems problems;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> drafts = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();

    private RuleFileParser(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * The rules of a file. Whatever is wrong is noted; the rules are complete only if nothing was.
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

    /** What could be read of the rules whose annotations were wrong, so that their conditions can be checked further. */
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
        checkHead(content);
        if (content.getRules().size() > MOST_RULES) {
            problems.add(
                    Code.RULE_TOO_LARGE,
                    Place.file(source.file()),
                    "The file has more than " + MOST_RULES + " rules",
                    "Split the policy");
            return;
        }
        for (RuleDescr rule : content.getRules()) {
            rule(rule);
        }
        if (problems.found().size() == before) {
            compare(content, grammar);
        }
    }

    /** The package statement that a rule file must begin with. */
    static String packageOf(String file) {
        return "package policies." + policyOf(file).replace('-', '_');
    }

    /** Whether rules may bear the name. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Refuses a file in which the engine's parser sees other rules than the grammar: what is compiled must be what was checked. */
    private void compare(PackageDescr content, RuleGrammar grammar) {
        List<RuleTree> expected = grammar.rules();
        if (expected.size() != content.getRules().size()) {
            refuse(
                    0,
                    "A file in which the engine sees " + content.getRules().size() + " rules in place of "
                            + expected.size(),
                    REPORT);
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            RuleTree rule = expected.get(i);
            RuleDescr seen = content.getRules().get(i);
            int patterns = rule.facility().isPresent() ? 2 : 1;
            boolean same = seen.getName().equals(rule.name().text())
                    && seen.getAnnotations().size() == rule.annotations().size()
                    && seen.getLhs().getDescrs().size() == patterns
                    && seen.getLhs().getDescrs().get(0) instanceof PatternDescr item
                    && item.getDescrs().size() == rule.item().conditions().size()
                    && withoutSpace(String.valueOf(seen.getConsequence()))
                            .equals(rule.item().name() + "." + rule.verb() + "();");
            if (!same) {
                refuse(rule.start(), "A rule that the engine reads otherwise", REPORT);
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
                "Not DRL: " + reason + (shown.isEmpty() ? "" : ", in '" + brief(shown) + "'"),
                "Compare with the example in the rule language's page");
    }

    private void checkHead(PackageDescr content) {
        String expected = "policies." + policyOfFile();
        if (!content.getName().replace("`", "").equals(expected.replace('-', '_'))) {
            refuse(
                    0,
                    "The package is '" + content.getName() + "'",
                    "Write 'package " + expected.replace('-', '_') + "'");
        }
        for (ImportDescr statement : content.getImports()) {
            imported.add(statement.getTarget());
            if (!IMPORTS.contains(statement.getTarget())) {
                refuse(
                        statement.getStartCharacter(),
                        "The import of '" + statement.getTarget() + "'",
                        "Known: " + String.join(", ", IMPORTS));
            }
        }
        refuseAll(content.getFunctionImports(), "An import of a function");
        refuseAll(content.getAccumulateImports(), "An import of an accumulate function");
        refuseAll(content.getGlobals(), "A global");
        refuseAll(content.getAttributes(), "An attribute of the package");
        refuseAll(content.getFunctions(), "A function");
        refuseAll(content.getTypeDeclarations(), "A declaration of a type");
        refuseAll(content.getEnumDeclarations(), "A declaration of an enumeration");
        refuseAll(List.copyOf(content.getEntryPointDeclarations()), "A declaration of an entry point");
        refuseAll(List.copyOf(content.getWindowDeclarations()), "A declaration of a window");
        if (content.getUnit() != null) {
            refuse(content.getUnit().getStartCharacter(), "A rule unit", "");
        }
    }

    private void refuseAll(List<? extends BaseDescr> descriptors, String what) {
        descriptors.forEach(
                descriptor -> refuse(descriptor.getStartCharacter(), what, "State it as a rule's conditions"));
    }

    private void refuse(int offset, String what, String fix) {
        problems.add(Code.RULE_UNSAFE, source.place(offset), what + " is not part of the rule language", fix);
    }

    private String policyOfFile() {
        return policyOf(source.file());
    }

    private static String policyOf(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".drl") ? name.substring(0, name.length() - ".drl".length()) : name;
    }

    private void rule(RuleDescr rule) {
        int start = source.lineStart(rule.getLine());
        int before = problems.found().size();
        if (rule.isQuery()) {
            refuse(start, "A query", "Write a rule");
            return;
        }
        if (!NAME.matcher(rule.getName()).matches()) {
            refuse(
                    start,
                    "The name '" + brief(rule.getName()) + "'",
                    "Name a rule with 1 to 150 letters, digits, spaces and plain punctuation, and without quotes");
        }
        if (rule.getParentName() != null) {
            refuse(start, "'extends' between rules", "Repeat the conditions");
        }
        for (Map.Entry<String, ?> attribute : rule.getAttributes().entrySet()) {
            refuse(
                    offsetAfter(start, attribute.getKey()),
                    "The attribute '" + attribute.getKey() + "'",
                    "The order of rules has no meaning; leave it out");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            refuse(start, "A named consequence", "Write one rule for each conclusion");
        }
        Annotations annotations = new Annotations(source, rule, start, problems);
        Conditions conditions = conditions(rule, start);
        Conclusion conclusion = conclusion(rule, start, conditions.item());
        Rule read = assemble(rule, annotations, conditions, conclusion);
        if (problems.found().size() == before) {
            rules.add(read);
        } else {
            drafts.add(read);
            refused.add(rule.getName());
        }
    }

    private Rule assemble(RuleDescr rule, Annotations annotations, Conditions conditions, Conclusion conclusion) {
        String policy = annotations.text("policy");
        if (!policy.isEmpty() && !policy.equals(policyOfFile())) {
            problems.add(
                    Code.RULE_ANNOTATION,
                    annotations.place("policy"),
                    "The rule is of policy '" + policy + "' but stands in the file of '" + policyOfFile() + "'",
                    "Move the rule or correct @policy");
        }
        Optional<Strength> strength = annotations.constant("strength", Strength.values());
        Optional<Basis> basis = annotations.constant("basis", Basis.values());
        Share share = share(annotations, conclusion.effect());
        List<String> citations = Arrays.stream(annotations.text("cite").split(";"))
                .map(String::strip)
                .toList();
        if (citations.isEmpty()) {
            problems.add(
                    Code.RULE_ANNOTATION,
                    annotations.place("cite"),
                    "'@cite' names no source",
                    "Write @cite(\"source-id\")");
        }
        BilingualText because = new BilingualText(annotations.text("because"), annotations.text("because_ja"));
        var since = annotations.date("since");
        var until = annotations.date("until");
        if (since.isPresent() && until.isPresent() && since.get().isAfter(until.get())) {
            problems.add(
                    Code.RULE_ANNOTATION,
                    annotations.place("until"),
                    "The rule ends before it begins",
                    "Swap @since and @until");
        }
        // What is missing was noted; a rule with a stand-in never leaves this reader but as a draft.
        return new Rule(
                rule.getName(),
                policy,
                conclusion.effect(),
                conclusion.scope(),
                strength.orElse(Strength.PRESUMPTION),
                share,
                annotations.optional("share_cite"),
                basis.orElse(Basis.INFERRED),
                citations,
                because,
                since,
                until,
                conditions.condition(),
                conditions.facilities(),
                source.file(),
                rule.getLine());
    }

    private Share share(Annotations annotations, Effect effect) {
        if (effect != Effect.COUNT && annotations.optional("share").isEmpty()) {
            return effect == Effect.REVIEW ? Share.WHOLE : Share.NOTHING;
        }
        if (effect == Effect.REJECT) {
            problems.add(
                    Code.RULE_ANNOTATION,
                    annotations.place("share"),
                    "A rule that rejects has no share",
                    "Remove @share");
            return Share.NOTHING;
        }
        String text = annotations.text("share");
        Optional<Share> share = Share.parse(text);
        if (share.isEmpty() && !text.isEmpty()) {
            problems.add(
                    Code.RULE_ANNOTATION,
                    annotations.place("share"),
                    "'" + text + "' is not a share",
                    "Write per cents from 0 to 100, such as \"100\" or \"5/7/21\" (low/central/high)");
        }
        Share read = share.orElse(Share.WHOLE);
        if (!read.equals(Share.WHOLE) && annotations.optional("share_cite").isEmpty()) {
            problems.add(
                    Code.RULE_ANNOTATION,
                    annotations.place("share"),
                    "A share of " + read + " has no source",
                    "Add @share_cite(\"source-id\")");
        }
        return read;
    }

    private record Conditions(String item, Condition condition, Optional<FacilityJoin> facilities) {}

    private Conditions conditions(RuleDescr rule, int start) {
        List<? extends BaseDescr> elements = rule.getLhs().getDescrs();
        Conditions nothing = new Conditions(
                "$item", new Condition.All(List.of(), new Condition.Source("", rule.getLine(), 1)), Optional.empty());
        if (elements.isEmpty()
                || !(elements.get(0) instanceof PatternDescr pattern)
                || !"Item".equals(pattern.getObjectType())) {
            refuse(
                    elements.isEmpty() ? start : elements.get(0).getStartCharacter(),
                    "A rule that does not begin with an item",
                    "Write '$item : Item( … )' after 'when'");
            return nothing;
        }
        needImport(Item.class, pattern);
        String item = pattern.getIdentifier();
        if (item == null || !BINDING.matcher(item).matches()) {
            refuse(pattern.getStartCharacter(), "An item without a name", "Write '$item : Item( … )'");
            return nothing;
        }
        Condition condition = constraints(pattern, Optional.empty());
        Optional<FacilityJoin> join = Optional.empty();
        for (BaseDescr element : elements.subList(1, elements.size())) {
            if (join.isPresent()) {
                refuse(element.getStartCharacter(), "A third pattern", "Join with one facility at most");
                break;
            }
            join = join(element, item);
        }
        return new Conditions(item, condition, join);
    }

    private Optional<FacilityJoin> join(BaseDescr element, String item) {
        Quantifier quantifier = Quantifier.EACH;
        BaseDescr inner = element;
        if (element instanceof ExistsDescr || element instanceof NotDescr) {
            quantifier = element instanceof ExistsDescr ? Quantifier.EXISTS : Quantifier.NONE;
            List<?> parts = ((ConditionalElementDescr) element).getDescrs();
            inner = parts.size() == 1 && parts.get(0) instanceof PatternDescr part ? part : element;
        }
        if (!(inner instanceof PatternDescr pattern) || !"Facility".equals(pattern.getObjectType())) {
            refuse(
                    element.getStartCharacter(),
                    "This element",
                    "After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow");
            return Optional.empty();
        }
        needImport(Facility.class, pattern);
        if (pattern.getIdentifier() != null
                && (!BINDING.matcher(pattern.getIdentifier()).matches()
                        || pattern.getIdentifier().equals(item))) {
            refuse(
                    pattern.getStartCharacter(),
                    "The name '" + pattern.getIdentifier() + "'",
                    "Write '$facility : Facility( … )'");
        }
        return Optional.of(new FacilityJoin(
                quantifier,
                constraints(pattern, Optional.of(item)),
                source.place(pattern.getStartCharacter()).line()));
    }

    /** Said once a file: without the import the engine does not know the type. */
    private void needImport(Class<?> type, PatternDescr pattern) {
        if (imported.add(type.getName())) {
            problems.add(
                    Code.RULE_SYNTAX,
                    source.place(pattern.getStartCharacter()),
                    "'" + type.getSimpleName() + "' is not imported",
                    "Write 'import " + type.getName() + "' after the package");
        }
    }

    private Condition constraints(PatternDescr pattern, Optional<String> itemOfJoin) {
        if (pattern.getSource() != null
                || !pattern.getBehaviors().isEmpty()
                || pattern.isQuery()
                || pattern.isUnification()
                || pattern.getGenericType() != null
                        && !pattern.getGenericType().getRawType().equals(pattern.getObjectType())
                || !pattern.getAnnotations().isEmpty()) {
            refuse(pattern.getStartCharacter(), "'from', 'over', ':=' or an annotation of a pattern", "");
        }
        List<Condition> parts = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            int from = constraint.getStartCharacter();
            int to = constraint.getEndCharacter() + 1;
            boolean asWritten = constraint instanceof ExprConstraintDescr expression
                    && expression.getType() == ExprConstraintDescr.Type.NAMED
                    && from >= 0
                    && to <= source.text().length()
                    && from < to
                    && withoutSpace(source.text().substring(from, to)).equals(withoutSpace(expression.getExpression()));
            if (!asWritten) {
                refuse(from, "This constraint", "");
                continue;
            }
            try {
                parts.add(
                        itemOfJoin.isPresent()
                                ? ConditionParser.onFacility(source, from, to, itemOfJoin.get())
                                : ConditionParser.onItem(source, from, to));
            } catch (ConditionParser.Refusal refusal) {
                problems.addAll(List.of(refusal.problem()));
            }
        }
        if (pattern.getDescrs().isEmpty()) {
            refuse(
                    pattern.getStartCharacter(),
                    "A pattern without conditions holds of everything and so it",
                    "State at least one condition");
        }
        int from = Math.max(0, pattern.getStartCharacter());
        int to = Math.min(source.text().length(), Math.max(from, pattern.getEndCharacter() + 1));
        return new Condition.All(
                parts,
                source.source(
                        from,
                        from + source.text().substring(from, to).stripTrailing().length()));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private record Conclusion(Effect effect, Scope scope) {}

    private Conclusion conclusion(RuleDescr rule, int start, String item) {
        String text = String.valueOf(rule.getConsequence());
        Matcher matcher = CONCLUSION.matcher(text);
        if (matcher.matches() && matcher.group(1).equals(item)) {
            switch (matcher.group(2)) {
                case "count":
                    return new Conclusion(Effect.COUNT, Scope.POLICY);
                case "reject":
                    return new Conclusion(Effect.REJECT, Scope.POLICY);
                case "rejectEverywhere":
                    return new Conclusion(Effect.REJECT, Scope.EVERYWHERE);
                case "review":
                    return new Conclusion(Effect.REVIEW, Scope.POLICY);
                default:
                    break;
            }
        }
        String shown = text.strip().lines().findFirst().orElse("");
        problems.add(
                Code.RULE_UNSAFE,
                source.place(offsetAfter(Math.max(start, source.lineStart(rule.getConsequenceLine())), shown)),
                "The conclusion '" + brief(shown) + "' of '" + rule.getName() + "' is not part of the rule language",
                "Write exactly one of " + item + ".count(); " + item + ".reject(); " + item + ".rejectEverywhere(); "
                        + item + ".review();");
        return new Conclusion(Effect.COUNT, Scope.POLICY);
    }

    /** As much of a text as a message can bear. */
    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= 120
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 100)) + "…";
    }

    private int offsetAfter(int start, String word) {
        int offset = source.text().indexOf(word, start);
        return offset < 0 ? start : offset;
    }
}
