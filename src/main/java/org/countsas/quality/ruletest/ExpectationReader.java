package org.countsas.quality.ruletest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countsas.adjudication.Outcome;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;
import org.countsas.problem.Code;
import org.countsas.problem.Suggestion;
import org.countsas.yaml.YamlNode;

/** Reads what a test of rules expects; rules and areas that the rule book does not have are noted as problems. */
final class ExpectationReader {
    private static final String[] EXPECTED_KEYS = {
        "outcome",
        "area",
        "block",
        "share",
        "counted",
        "rule",
        "strength",
        "alsoCountsIn",
        "fires",
        "doesNotFire",
        "defeated"
    };

    private final RuleBook book;
    private final List<String> ruleNames;

    ExpectationReader(RuleBook book) {
        this.book = book;
        this.ruleNames = book.rules().stream().map(Rule::name).toList();
    }

    /** What is under {@code expect}. */
    Expectation expectation(YamlNode node) {
        node.knowing(EXPECTED_KEYS);
        if (node.entries().isEmpty()) {
            node.problem(
                    Code.BAD_RULE_TEST,
                    "The test expects nothing, so it cannot fail",
                    "Known: " + String.join(", ", EXPECTED_KEYS));
        }
        List<String> fires = rules(node, "fires");
        List<String> doesNotFire = rules(node, "doesNotFire");
        List<String> defeated = rules(node, "defeated");
        doesNotFire.stream()
                .filter(rule -> fires.contains(rule) || defeated.contains(rule) || rule.equals(node.text("rule", "")))
                .forEach(rule -> node.problem(
                        Code.BAD_RULE_TEST, "The rule '" + rule + "' cannot fire and not fire", "Keep one of them"));
        return new Expectation(
                constant(node, "outcome", Outcome.values()).orElse(null),
                node.get("area").map(this::area).orElse(null),
                node.get("block").map(YamlNode::text).orElse(null),
                node.get("share").flatMap(ExpectationReader::share).orElse(null),
                node.get("counted").map(YamlNode::integer).orElse(null),
                node.get("rule").map(this::rule).orElse(null),
                constant(node, "strength", Strength.values()).orElse(null),
                node.get("alsoCountsIn")
                        .map(list -> list.items().stream().map(this::area).toList())
                        .orElse(null),
                fires,
                doesNotFire,
                defeated);
    }

    private List<String> rules(YamlNode node, String key) {
        return node.items(key).stream().map(this::rule).toList();
    }

    private String rule(YamlNode node) {
        String name = node.text();
        if (!ruleNames.contains(name)) {
            node.problem(
                    Code.UNKNOWN_RULE,
                    "There is no rule '" + name + "'",
                    Suggestion.nearest(name, ruleNames)
                            .map(Suggestion::question)
                            .orElse("'rules list' shows all of them"));
        }
        return name;
    }

    private String area(YamlNode node) {
        String id = node.text();
        if (book.policy(id).isEmpty()) {
            node.problem(
                    Code.BAD_RULE_TEST,
                    "There is no area '" + id + "'",
                    Suggestion.fix(id, book.policies().stream().map(Policy::id).toList()));
        }
        return id;
    }

    private static Optional<Share> share(YamlNode node) {
        Optional<Share> share = Share.parse(node.text());
        if (share.isEmpty()) {
            node.problem(
                    Code.BAD_RULE_TEST,
                    "'" + node.text() + "' is not a share",
                    "Write percentages from 0 to 100, such as 100 or 5/7/21");
        }
        return share;
    }

    private static <E extends Enum<E>> Optional<E> constant(YamlNode node, String key, E[] constants) {
        return node.get(key).flatMap(value -> {
            List<String> words = Arrays.stream(constants).map(Expectation::word).toList();
            int index = words.indexOf(value.text());
            if (index < 0) {
                value.problem(
                        Code.BAD_RULE_TEST,
                        "'" + value.text() + "' is not a known " + key,
                        "Known: " + String.join(", ", words));
                return Optional.empty();
            }
            return Optional.of(constants[index]);
        });
    }
}
