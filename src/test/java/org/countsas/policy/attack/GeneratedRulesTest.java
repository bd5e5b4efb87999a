package org.countsas.policy.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RuleEngine;
import org.countsas.item.Programme;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Problems;
import org.countsas.vocabulary.Scanner;
import org.junit.jupiter.api.Test;

/**
 * Whatever the check accepts, the compiler accepts, and both mean the same: rules are generated from the whole grammar with texts
 * that are awkward to a code generator, those that the check accepts are compiled in one go, and the engine and the checked
 * conditions are held against each other on generated items.
 */
class GeneratedRulesTest {
    private static final int RULES = 400;
    private static final List<String> TEXTS = List.of(
            "防衛省",
            "",
            " ",
            "a",
            "O'Brien",
            "`x`",
            "$item",
            "#{x}",
            "@{x}",
            "${x}",
            "//",
            "/* x */",
            "*/",
            "{",
            "}",
            ";",
            ")",
            "%s %n",
            "é😀",
            "\u3000",
            "<a>",
            "a&b",
            "||",
            "!",
            "null",
            "true",
            "1",
            "in (",
            "end",
            "then",
            "rule",
            "海上保安庁　装備",
            "𠮷",
            "'",
            "?",
            "a.b",
            "\t".strip());

    private final Random random = new Random(20_251_122);

    @Test
    void what_the_check_accepts_is_compiled_and_means_the_same() {
        StringBuilder text = new StringBuilder(
                "package policies.attack\n\nimport org.countsas.policy.Item\nimport org.countsas.policy.Facility\n\n");
        int accepted = 0;
        for (int i = 0; i < RULES; i++) {
            String rule = rule(i);
            if (isAccepted(rule)) {
                text.append(rule).append('\n');
                accepted++;
            }
        }
        assertThat(accepted).isGreaterThan(RULES / 2);
        RuleBook book = RuleBookReader.read(folder(text.toString()));

        RuleEngine engine = RuleEngine.of(book, CompilationCache.none());

        List<Programme> programmes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            programmes.add(programme(i));
        }
        Scanner scanner = book.vocabulary().scanner();
        List<List<Finding>> found = engine.evaluate(programmes);
        int held = 0;
        for (int i = 0; i < programmes.size(); i++) {
            Item item = new Item(programmes.get(i), scanner.scan(programmes.get(i)));
            List<String> byEngine = found.get(i).stream()
                    .map(finding -> finding.rule().name())
                    .sorted()
                    .toList();
            List<String> byCheck = book.rules().stream()
                    .filter(rule -> rule.holds(item, book.facilities()))
                    .map(Rule::name)
                    .sorted()
                    .toList();
            assertThat(byEngine).as(programmes.get(i).toString()).isEqualTo(byCheck);
            held += byEngine.size();
        }
        assertThat(held).isBetween(1, programmes.size() * accepted - 1);
    }

    private boolean isAccepted(String rule) {
        Problems problems = new Problems();
        RuleBookReader.examine(
                folder(
                        "package policies.attack\n\nimport org.countsas.policy.Item\nimport org.countsas.policy.Facility\n\n"
                                + rule),
                problems);
        return problems.isEmpty();
    }

    private static RulesFolder folder(String rules) {
        Map<String, byte[]> files = Attack.sound();
        files.put("policies/attack.drl", rules.getBytes(StandardCharsets.UTF_8));
        return RulesFolder.of("rules", files);
    }

    private String rule(int number) {
        String item = random.nextInt(4) == 0 ? "$x" : "$item";
        String name = number
                + pick(List.of(
                        "", " (FY2024)", " – 防衛", " & others", " of 50 %", ", plain", " é", " A.B", "/C", " it's"));
        StringBuilder rule = new StringBuilder("rule \"" + name
                + "\"\n    @policy(\"attack\") @strength(\"rule\") @share(\"100\") @basis(\"inferred\") @cite(\"areas\")\n"
                + "    @because(\"" + text() + " x\") @because_ja(\"甲" + text() + "\")\nwhen\n    " + item + " : Item( "
                + conditions() + " )\n");
        if (random.nextInt(3) == 0) {
            String facility = "Facility( "
                    + pick(List.of(
                            "kind == \"port\"",
                            "kind in (\"port\")",
                            item + ".names(concept)",
                            "kind != \"port\"",
                            "!" + item + ".mentions(concept)",
                            "kind == \"port\", " + item + ".aims(concept)",
                            item + ".names(concept) || kind not in (\"port\")",
                            "!(kind == \"port\") || " + item + ".cites(concept)"))
                    + " )";
            rule.append("    ").append(pick(List.of("", "$f : ", "exists ", "not ", "exists( ", "not( ")));
            boolean open = rule.charAt(rule.length() - 2) == '(';
            rule.append(facility).append(open ? " )" : "").append('\n');
        }
        boolean counts = random.nextInt(3) > 0;
        String conclusion = counts ? "count" : pick(List.of("review", "count"));
        return rule.append("then\n    ")
                .append(item)
                .append('.')
                .append(conclusion)
                .append("();\nend\n")
                .toString();
    }

    private String conditions() {
        return random.ints(1 + random.nextInt(3), 0, 1)
                .mapToObj(i -> condition(random.nextInt(4)))
                .collect(Collectors.joining(", "));
    }

    private String condition(int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            return switch (random.nextInt(5)) {
                case 0 -> condition(depth - 1) + " && " + condition(depth - 1);
                case 1 -> condition(depth - 1) + " || " + condition(depth - 1);
                case 2 -> "!" + condition(depth - 1);
                case 3 -> "!(" + condition(depth - 1) + ")";
                default -> "( " + condition(depth - 1) + " )";
            };
        }
        return switch (random.nextInt(7)) {
            case 0 ->
                "mentionCount(\"ship\"" + (random.nextBoolean() ? ", \"port-north\"" : "") + ") >= "
                        + (1 + random.nextInt(3));
            case 1 -> pick(List.of("ministry", "bureau", "account", "majorExpense")) + comparison();
            case 2 -> "attribute(\"" + pick(List.of("k", "鍵", "a b", "x.y")) + "\")" + comparison();
            default ->
                pick(List.of("runBy", "names", "aims", "mentions", "cites", "fundedBy")) + "("
                        + pick(List.of("\"ship\"", "\"ship\", \"port-north\"", "\"port-north\"")) + ")";
        };
    }

    private String comparison() {
        return switch (random.nextInt(4)) {
            case 0 -> " == \"" + text() + "\"";
            case 1 -> " != \"" + text() + "\"";
            case 2 -> " in (\"" + text() + "\", \"" + text() + "\")";
            default -> " not in (\"" + text() + "\")";
        };
    }

    private Programme programme(int number) {
        return Programme.builder(String.valueOf(number))
                .name(pick(List.of("船の建造", "道路", "北港と船", "North Port ships", "風船")))
                .ministry(text())
                .bureau(text())
                .account(text())
                .majorExpense(text())
                .purpose(pick(List.of("", "船と船と船", "北港")))
                .laws(List.of(pick(List.of("船の法", "x"))))
                .attributes(Map.of("k", text(), "鍵", text(), "a b", text()))
                .build();
    }

    private String text() {
        return pick(TEXTS);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
