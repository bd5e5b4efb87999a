package org.countsas.policy.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.RuleEngine;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule files are data that a stranger may send: nothing that they contain may run. */
class SafeProfileTest {
    private static final String CANARY = "countsas.canary";
    private static final String ATTACK = "System.setProperty(\"" + CANARY + "\", \"ran\")";

    @AfterEach
    void the_canary_is_silent_again() {
        System.clearProperty(CANARY);
    }

    /** Without this, the silence of the canary elsewhere would prove nothing. */
    @Test
    void the_engine_alone_runs_what_a_rule_file_contains() {
        RuleBook checked = SmallRules.complete().read();
        String name = "\"a\\\" + System.setProperty(\\\"" + CANARY + "\\\", \\\"ran\\\") + \\\"b\"";
        String text = SmallRules.file("shipbuilding", RuleFileText.named("x").nameAsWritten(name));
        RuleBook unchecked = new RuleBook(
                checked.folder(),
                new TreeMap<>(Map.of("rules/policies/shipbuilding.drl", text)),
                checked.rules(),
                checked.vocabulary(),
                checked.facilities(),
                checked.policies(),
                checked.sources());

        RuleEngine.of(unchecked, CompilationCache.none());

        assertThat(System.getProperty(CANARY)).isEqualTo("ran");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void nothing_runs_of(String family, String rules, String refusal) {
        List<Problem> problems =
                SmallRules.complete().with(SmallRules.SHIPBUILDING, rules).problems();

        assertThat(problems).extracting(Problem::toString).contains(refusal);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.code()).isIn(Code.RULE_UNSAFE, Code.RULE_SYNTAX);
            assertThat(problem.place().file()).isEqualTo("rules/policies/shipbuilding.drl");
            assertThat(problem.place().line()).isPositive();
        });
        assertThat(System.getProperty(CANARY)).isNull();
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                // conclusions
                conclusion(
                        "Java in the conclusion",
                        ATTACK + "; $item.count();",
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion 'System.setProperty(\"countsas.canary\", \"ran\"); $item.count();' of 'A' is not part of the rule language. Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();."),
                conclusion(
                        "reflection in the conclusion",
                        "Class.forName(\"java.lang.System\").getMethod(\"gc\").invoke(null);",
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion 'Class.forName(\"java.lang.System\").getMethod(\"gc\").invoke(null);' of 'A' is not part of the rule language. Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();."),
                conclusion(
                        "the engine's own context",
                        "drools.getKieRuntime().halt();",
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion 'drools.getKieRuntime().halt();' of 'A' is not part of the rule language. Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();."),
                conclusion(
                        "an anonymous class",
                        "new Object() {{ " + ATTACK + "; }}; $item.count();",
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion 'new Object() {{ System.setProperty(\"countsas.canary\", \"ran\"); }}; $item.count();' of 'A' is not part of the rule language. Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();."),
                conclusion(
                        "a second statement",
                        "$item.count(); " + ATTACK + ";",
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion '$item.count(); System.setProperty(\"countsas.canary\", \"ran\");' of 'A' is not part of the rule language. Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();."),
                conclusion(
                        "a method of the item that is no conclusion",
                        "$item.getClass();",
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion '$item.getClass();' of 'A' is not part of the rule language. Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();."),
                conclusion(
                        "a conclusion with an argument",
                        "$item.count(" + ATTACK + ");",
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion '$item.count(System.setProperty(\"countsas.canary\", \"ran\"));' of 'A' is not part of the rule language. Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();."),
                conclusion(
                        "modify",
                        "modify($item) { count() }",
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion 'modify($item) { count() }' of 'A' is not part of the rule language. Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();."),
                attack(
                        "a conclusion in escapes",
                        RuleFileText.named("A").then("    \\u0053ystem.exit(1);"),
                        "R002 rules/policies/shipbuilding.drl:16:5: A Unicode escape. Write the character itself."),
                attack(
                        "a comment that an escape closes",
                        RuleFileText.named("A").then("    /* \\u002a/ System.exit(1); /* */ $item.count();"),
                        "R002 rules/policies/shipbuilding.drl:16:8: A Unicode escape. Write the character itself."),
                attack(
                        "MVEL in the conclusion",
                        RuleFileText.named("A").attributes("dialect \"mvel\"").then("    " + ATTACK + ";"),
                        "R002 rules/policies/shipbuilding.drl:13:5: The attribute 'dialect' is not part of the rule language. The order of rules has no meaning; leave it out."),
                attack(
                        "a named conclusion",
                        RuleFileText.named("A")
                                .when("    $item : Item( names(\"ship\") )\n    do[run]")
                                .then("    $item.count();\nthen[run]\n    " + ATTACK + ";"),
                        "R002 rules/policies/shipbuilding.drl:15:5: A named consequence is not part of the rule language. Write one rule for each conclusion."),
                attack(
                        "a conditional conclusion",
                        RuleFileText.named("A")
                                .when("    $item : Item( names(\"ship\") )\n    if ( " + ATTACK + " == null ) do[run]")
                                .then("    $item.count();\nthen[run]\n    $item.count();"),
                        "R002 rules/policies/shipbuilding.drl:15:5: A named consequence is not part of the rule language. Write one rule for each conclusion."),
                // constraints
                constraint(
                        "Java in a constraint",
                        ATTACK + " == null",
                        "R002 rules/policies/shipbuilding.drl:14:19: 'System' is not part of the rule language. Known: runBy, names, aims, mentions, cites, fundedBy, mentionCount, ministry, bureau, account, majorExpense, attribute."),
                constraint(
                        "eval in a constraint",
                        "eval(" + ATTACK + " == null)",
                        "R002 rules/policies/shipbuilding.drl:14:19: 'eval' is not part of the rule language. Known: runBy, names, aims, mentions, cites, fundedBy, mentionCount, ministry, bureau, account, majorExpense, attribute."),
                constraint(
                        "the argument of matches",
                        "ministry matches " + ATTACK,
                        "R002 rules/policies/shipbuilding.drl:14:28: Expected a comparison after 'ministry'. Write ==, !=, in (…) or not in (…)."),
                constraint(
                        "a constructor",
                        "ministry == new String(\"x\")",
                        "R002 rules/policies/shipbuilding.drl:14:31: Expected a text in double quotes, found 'new'. Write \"…\"."),
                constraint(
                        "the item's class",
                        "this.getClass().getName() == \"x\"",
                        "R002 rules/policies/shipbuilding.drl:14:19: 'this' is not part of the rule language. Known: runBy, names, aims, mentions, cites, fundedBy, mentionCount, ministry, bureau, account, majorExpense, attribute."),
                constraint(
                        "a cast inline",
                        "this#java.lang.Runtime.exec(\"id\") == null",
                        "R002 rules/policies/shipbuilding.drl:14:23: '#' is not part of the rule language."),
                constraint(
                        "a binding",
                        "$x : " + ATTACK,
                        "R002 rules/policies/shipbuilding.drl:14:22: ':' is not part of the rule language."),
                constraint(
                        "a nested property",
                        "ministry.class.name == \"x\"",
                        "R002 rules/policies/shipbuilding.drl:14:27: Expected a comparison after 'ministry'. Write ==, !=, in (…) or not in (…)."),
                constraint(
                        "code in a list of values",
                        "ministry in (\"x\", " + ATTACK + ")",
                        "R002 rules/policies/shipbuilding.drl:14:37: Expected a text in double quotes, found 'System'. Write \"…\"."),
                constraint(
                        "code as a concept",
                        "names(" + ATTACK + ")",
                        "R002 rules/policies/shipbuilding.drl:14:25: Expected a text in double quotes, found 'System'. Write \"…\"."),
                constraint(
                        "code as an attribute's key",
                        "attribute(" + ATTACK + ") == \"x\"",
                        "R002 rules/policies/shipbuilding.drl:14:29: Expected a text in double quotes, found 'System'. Write \"…\"."),
                constraint(
                        "code as a number",
                        "mentionCount(\"ship\") >= Integer.valueOf(" + ATTACK + ")",
                        "R002 rules/policies/shipbuilding.drl:14:43: Expected a whole number after 'mentionCount(…) >='. Write a number from 1 to 9999."),
                constraint(
                        "an assignment",
                        "ministry = \"x\"",
                        "R002 rules/policies/shipbuilding.drl:14:28: '=' is not part of the rule language."),
                constraint(
                        "a choice",
                        "names(\"ship\") ? true : " + ATTACK + " == null",
                        "R002 rules/policies/shipbuilding.drl:14:33: '?' is not part of the rule language."),
                constraint(
                        "an operator of its own",
                        "ministry str[startsWith] \"x\"",
                        "R002 rules/policies/shipbuilding.drl:14:31: '[' is not part of the rule language."),
                constraint(
                        "a second opinion in brackets",
                        "( names(\"ship\") || ( " + ATTACK + " == null ) )",
                        "R002 rules/policies/shipbuilding.drl:14:40: 'System' is not part of the rule language. Known: runBy, names, aims, mentions, cites, fundedBy, mentionCount, ministry, bureau, account, majorExpense, attribute."),
                constraint(
                        "a lambda",
                        "attributes.keySet().stream().anyMatch(k -> k.isEmpty())",
                        "R002 rules/policies/shipbuilding.drl:14:59: '-' is not part of the rule language."),
                // patterns
                pattern(
                        "eval as a condition",
                        "    $item : Item( names(\"ship\") )\n    eval( " + ATTACK + " == null )",
                        "R002 rules/policies/shipbuilding.drl:15:5: This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow."),
                pattern(
                        "a path",
                        "    $item : Item( names(\"ship\") )\n    /items[ " + ATTACK + " == null ]",
                        "R002 rules/policies/shipbuilding.drl:15:5: This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow."),
                pattern(
                        "code nested in not",
                        "    $item : Item( names(\"ship\") )\n    not Facility( " + ATTACK + " == null )",
                        "R002 rules/policies/shipbuilding.drl:15:19: 'System' is not part of the rule language for facilities. Known: kind, $item.mentions(concept)."),
                pattern(
                        "code nested in exists",
                        "    $item : Item( names(\"ship\") )\n    exists( Facility( kind == \"port\", " + ATTACK
                                + " == null ) )",
                        "R002 rules/policies/shipbuilding.drl:15:39: 'System' is not part of the rule language for facilities. Known: kind, $item.mentions(concept)."),
                pattern(
                        "code nested in forall",
                        "    $item : Item( names(\"ship\") )\n    forall( Facility( " + ATTACK + " == null ) )",
                        "R002 rules/policies/shipbuilding.drl:15:5: This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow."),
                pattern(
                        "a pattern on another type",
                        "    $item : Item( names(\"ship\") )\n    java.lang.Runtime( exec(\"id\") == null )",
                        "R002 rules/policies/shipbuilding.drl:15:5: This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow."),
                pattern(
                        "a pattern on everything",
                        "    $item : Object( " + ATTACK + " == null )",
                        "R002 rules/policies/shipbuilding.drl:14:5: A rule that does not begin with an item is not part of the rule language. Write '$item : Item( … )' after 'when'."),
                pattern(
                        "from an expression",
                        "    $item : Item( names(\"ship\") ) from java.util.List.of( " + ATTACK + " )",
                        "R002 rules/policies/shipbuilding.drl:14:35: 'from', 'over', ':=' or an annotation of a pattern is not part of the rule language. A rule matches items and listed facilities, and nothing else."),
                pattern(
                        "an accumulation",
                        "    $item : Item( names(\"ship\") )\n    Integer() from accumulate( Facility( kind == \"port\" ), init( "
                                + ATTACK + "; ), action( int i = 1; ), result( 1 ) )",
                        "R002 rules/policies/shipbuilding.drl:15:5: This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow."),
                pattern(
                        "an accumulation by function",
                        "    $item : Item( names(\"ship\") )\n    accumulate( Facility( kind == \"port\" ); $n : count( "
                                + ATTACK + " ) )",
                        "R002 rules/policies/shipbuilding.drl:15:5: This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow."),
                pattern(
                        "a path in place of the item",
                        "    /items[ " + ATTACK + " == null ]",
                        "R002 rules/policies/shipbuilding.drl:14:5: A rule that does not begin with an item is not part of the rule language. Write '$item : Item( … )' after 'when'."),
                pattern(
                        "a collection",
                        "    $item : Item( names(\"ship\") )\n    java.util.List() from collect( Facility( kind == \"port\" ) )",
                        "R002 rules/policies/shipbuilding.drl:15:5: This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow."),
                pattern(
                        "a query with an argument",
                        "    $item : Item( names(\"ship\") )\n    ?ask( " + ATTACK + "; )",
                        "R002 rules/policies/shipbuilding.drl:15:5: This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow."),
                pattern(
                        "an annotation of a pattern",
                        "    $item : Item( names(\"ship\") ) @watch( " + ATTACK + " )",
                        "R002 rules/policies/shipbuilding.drl:14:35: 'from', 'over', ':=' or an annotation of a pattern is not part of the rule language. A rule matches items and listed facilities, and nothing else."),
                // what runs while the rules are built
                attack(
                        "a computed salience",
                        RuleFileText.named("A").attributes("salience( " + ATTACK + " == null ? 1 : 2 )"),
                        "R002 rules/policies/shipbuilding.drl:13:5: The attribute 'salience' is not part of the rule language. The order of rules has no meaning; leave it out."),
                attack(
                        "a plain salience",
                        RuleFileText.named("A").attributes("salience 10"),
                        "R002 rules/policies/shipbuilding.drl:13:5: The attribute 'salience' is not part of the rule language. The order of rules has no meaning; leave it out."),
                attack(
                        "a computed enabling",
                        RuleFileText.named("A").attributes("enabled( " + ATTACK + " == null )"),
                        "R002 rules/policies/shipbuilding.drl:13:5: The attribute 'enabled' is not part of the rule language. The order of rules has no meaning; leave it out."),
                attack(
                        "a timer",
                        RuleFileText.named("A").attributes("timer( expr: " + ATTACK + " )"),
                        "R002 rules/policies/shipbuilding.drl:13:5: The attribute 'timer' is not part of the rule language. The order of rules has no meaning; leave it out."),
                attack(
                        "a computed annotation",
                        RuleFileText.named("A").withAsWritten("because", ATTACK),
                        "R002 rules/policies/shipbuilding.drl:11:5: '@because' must have one text in double quotes. Write @because(\"…\")."),
                attack(
                        "an annotation that is joined",
                        RuleFileText.named("A").withAsWritten("because", "\"a\" + " + ATTACK),
                        "R002 rules/policies/shipbuilding.drl:11:5: '@because' must have one text in double quotes. Write @because(\"…\")."),
                attack(
                        "an annotation of two values",
                        RuleFileText.named("A").withAsWritten("because", "value = \"a\", other = " + ATTACK),
                        "R002 rules/policies/shipbuilding.drl:11:5: '@because' must have one text in double quotes. Write @because(\"…\")."),
                attack(
                        "an annotation in MVEL's template form",
                        RuleFileText.named("A").withAsWritten("because", "@{" + ATTACK + "}"),
                        "R002 rules/policies/shipbuilding.drl:11:5: '@because' must have one text in double quotes. Write @because(\"…\")."),
                attack(
                        "a backslash in an annotation",
                        RuleFileText.named("A").with("because", "a\\\\"),
                        "R002 rules/policies/shipbuilding.drl:11:5: '@because' must have one text in double quotes. Write @because(\"…\")."),
                attack(
                        "a rule that extends another",
                        RuleFileText.named("A").nameAsWritten("\"A\" extends \"B\""),
                        "R002 rules/policies/shipbuilding.drl:5:10: 'extends' between rules is not part of the rule language. Repeat the conditions."),
                attack(
                        "a name that leaves its quotes",
                        RuleFileText.named("A").nameAsWritten("\"a\\\" + System.exit(1) + \\\"b\""),
                        "R002 rules/policies/shipbuilding.drl:5:6: The name 'a\" + System.exit(1) + \"b' is not part of the rule language. Name a rule with 1 to 150 letters, digits, spaces and plain punctuation, and without quotes."),
                attack(
                        "a name that leaves its single quotes",
                        RuleFileText.named("A").nameAsWritten("'a\" + System.exit(1) + \"b'"),
                        "R002 rules/policies/shipbuilding.drl:5:6: The name 'a\" + System.exit(1) + \"b' is not part of the rule language. Name a rule with 1 to 150 letters, digits, spaces and plain punctuation, and without quotes."),
                attack(
                        "a name that closes the comment it stands in",
                        RuleFileText.named("A").nameAsWritten("\"a */ static { System.exit(1); } /*\""),
                        "R002 rules/policies/shipbuilding.drl:5:6: The name 'a */ static { System.exit(1); } /*' is not part of the rule language. Name a rule with 1 to 150 letters, digits, spaces and plain punctuation, and without quotes."),
                attack(
                        "a name that ends in a backslash",
                        RuleFileText.named("A").nameAsWritten("\"a\\\\\""),
                        "R002 rules/policies/shipbuilding.drl:5:6: The name 'a\\' is not part of the rule language. Name a rule with 1 to 150 letters, digits, spaces and plain punctuation, and without quotes."),
                attack(
                        "a name that is empty",
                        RuleFileText.named("A").nameAsWritten("\"\""),
                        "R002 rules/policies/shipbuilding.drl:5:6: The name '' is not part of the rule language. Name a rule with 1 to 150 letters, digits, spaces and plain punctuation, and without quotes."),
                // what is not a rule
                head(
                        "a function",
                        "function void run() { " + ATTACK + "; }",
                        "R002 rules/policies/shipbuilding.drl:4:1: A function is not part of the rule language. State it as a rule's conditions."),
                head(
                        "an imported function",
                        "import function java.lang.System.exit",
                        "R002 rules/policies/shipbuilding.drl:4:1: An import of a function is not part of the rule language. State it as a rule's conditions."),
                head(
                        "an import of a static method",
                        "import static java.lang.System.exit",
                        "R002 rules/policies/shipbuilding.drl:4:1: An import of a function is not part of the rule language. State it as a rule's conditions."),
                head(
                        "an import of a class",
                        "import java.lang.Runtime",
                        "R002 rules/policies/shipbuilding.drl:4:1: The import of 'java.lang.Runtime' is not part of the rule language. Known: org.countsas.policy.Item, org.countsas.policy.Facility."),
                head(
                        "an import of a package",
                        "import org.countsas.policy.*",
                        "R002 rules/policies/shipbuilding.drl:4:1: The import of 'org.countsas.policy.*' is not part of the rule language. Known: org.countsas.policy.Item, org.countsas.policy.Facility."),
                head(
                        "an import of an accumulate function",
                        "import accumulate java.util.ArrayList run",
                        "R002 rules/policies/shipbuilding.drl:4:1: An import of an accumulate function is not part of the rule language. State it as a rule's conditions."),
                head(
                        "a declaration with an initialiser",
                        "declare Trap\n    value : String = " + ATTACK + "\nend",
                        "R002 rules/policies/shipbuilding.drl:4:1: A declaration of a type is not part of the rule language. State it as a rule's conditions."),
                head(
                        "a declared trait",
                        "declare trait Trap\nend",
                        "R002 rules/policies/shipbuilding.drl:4:1: A declaration of a type is not part of the rule language. State it as a rule's conditions."),
                head(
                        "a declared enumeration",
                        "declare enum Trap\n    A(" + ATTACK + ");\n    value : String\nend",
                        "R002 rules/policies/shipbuilding.drl:4:1: A declaration of an enumeration is not part of the rule language. State it as a rule's conditions."),
                head(
                        "a declared entry point",
                        "declare entry-point Door\nend",
                        "R002 rules/policies/shipbuilding.drl:4:1: A declaration of an entry point is not part of the rule language. State it as a rule's conditions."),
                head(
                        "a declared window",
                        "declare window Door\n    Item() over window:length(1)\nend",
                        "R002 rules/policies/shipbuilding.drl:4:1: A declaration of a window is not part of the rule language. State it as a rule's conditions."),
                head(
                        "a global",
                        "global java.lang.Runtime runtime",
                        "R002 rules/policies/shipbuilding.drl:4:1: A global is not part of the rule language. State it as a rule's conditions."),
                head(
                        "an attribute of the package",
                        "dialect \"mvel\"",
                        "R002 rules/policies/shipbuilding.drl:4:1: An attribute of the package is not part of the rule language. State it as a rule's conditions."),
                head(
                        "a query",
                        "query \"ask\" ( String x )\n    Item( " + ATTACK + " == null )\nend",
                        "R002 rules/policies/shipbuilding.drl:4:1: A query is not part of the rule language. Write a rule."),
                Arguments.of(
                        "a unit",
                        SmallRules.file("shipbuilding", RuleFileText.named("A")).replaceFirst("\n", "\nunit Trap;\n"),
                        "R002 rules/policies/shipbuilding.drl:2:1: A rule unit is not part of the rule language. State it as a rule's conditions."));
    }

    private static Arguments attack(String family, RuleFileText rule, String refusal) {
        return Arguments.of(family, SmallRules.file("shipbuilding", rule), refusal);
    }

    private static Arguments conclusion(String family, String text, String refusal) {
        return attack(family, RuleFileText.named("A").then("    " + text), refusal);
    }

    private static Arguments constraint(String family, String text, String refusal) {
        return attack(family, RuleFileText.named("A").ifItem(text), refusal);
    }

    private static Arguments pattern(String family, String text, String refusal) {
        return attack(family, RuleFileText.named("A").when(text), refusal);
    }

    private static Arguments head(String family, String text, String refusal) {
        return Arguments.of(
                family,
                SmallRules.file("shipbuilding", RuleFileText.named("A"))
                        .replace(
                                "import org.countsas.policy.Facility\n",
                                "import org.countsas.policy.Facility\n" + text + "\n"),
                refusal);
    }
}
