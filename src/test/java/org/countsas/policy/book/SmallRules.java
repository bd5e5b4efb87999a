package org.countsas.policy.book;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;

/** A small folder of rules, complete and valid until a test changes a file of it. */
public final class SmallRules {
    public static final String SHIPBUILDING = "policies/shipbuilding.drl";

    private static final String HEAD = """
            import org.countsas.policy.Item
            import org.countsas.policy.Facility

            """;

    private final Map<String, String> files = new TreeMap<>();

    private SmallRules() {
        files.put("sources.yaml", """
                sources:
                  areas: {title: "The project's own areas", status: project}
                  press: {title: "A newspaper, one day", status: press}
                """);
        files.put("policies/policies.yaml", """
                policies:
                  - {policy: core, title: {en: Core, ja: 中核}, status: official}
                  - {policy: ports, title: {en: Ports, ja: 港湾}, status: official}
                  - {policy: shipbuilding, title: {en: Shipbuilding, ja: 造船}, status: proposed}
                """);
        files.put("vocabulary/words.yaml", """
                vocabulary: words
                concepts:
                  ship:
                    label: {en: ships, ja: 船}
                    terms: {ja: [船], en: [ship*]}
                    notWithin: [風船]
                  seafarer:
                    label: {en: seafarers, ja: 船員}
                    terms: {ja: [船員], en: [seafarer*]}
                  sea-ministry:
                    label: {en: Ministry of the Sea, ja: 海洋省}
                    terms: {ja: [海洋省], en: [Ministry of the Sea]}
                  sea-law:
                    label: {en: Law of the Sea, ja: 海洋法}
                    terms: {ja: [海洋法]}
                """);
        files.put("facilities/ports.yaml", """
                list: ports
                title: {en: Listed ports, ja: 指定港湾}
                source: [areas]
                facilities:
                  - {id: port-north, kind: port, designated: 2024-04-01, label: {en: North Port, ja: 北港}, terms: {ja: [北港], en: [North Port]}, source: areas}
                  - {id: port-south, kind: port, designated: 2025-04-01, label: {en: South Port, ja: 南港}, terms: {ja: [南港], en: [South Port]}, source: areas}
                  - {id: airport-east, kind: airport, designated: 2024-08-26, label: {en: East Airport, ja: 東空港}, terms: {ja: [東空港], en: [East Airport]}, source: areas}
                """);
        files.put(SHIPBUILDING, file("shipbuilding", RuleFileText.named("Ships")));
    }

    public static SmallRules complete() {
        return new SmallRules();
    }

    /** A rule file of the policy with these rules: the first rule's name stands on line 5. */
    public static String file(String policy, RuleFileText... rules) {
        StringBuilder text = new StringBuilder("package policies.")
                .append(policy.replace('-', '_'))
                .append('\n')
                .append(HEAD);
        for (RuleFileText rule : rules) {
            text.append(rule.with("policy", policy)).append('\n');
        }
        return text.toString();
    }

    public SmallRules with(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Puts these rules in the policy's file, in place of what it held. */
    public SmallRules withRules(String policy, RuleFileText... rules) {
        return with("policies/" + policy + ".drl", file(policy, rules));
    }

    /** Puts this rule in the file of shipbuilding, in place of what it held. */
    public SmallRules withRule(RuleFileText rule) {
        return withRules("shipbuilding", rule);
    }

    public SmallRules without(String path) {
        files.remove(path);
        return this;
    }

    public String text(String path) {
        return files.get(path);
    }

    public Map<String, byte[]> bytes() {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    public RulesFolder folder() {
        return RulesFolder.of("rules", bytes());
    }

    public RuleBook read() {
        return RuleBookReader.read(folder());
    }

    /** The only rule, read. */
    public Rule rule() {
        List<Rule> rules = read().rules();
        Assertions.assertThat(rules).hasSize(1);
        return rules.get(0);
    }

    /** What is wrong with the folder, as a person is told; the test fails if nothing is. */
    public List<String> refusals() {
        return problems().stream().map(Problem::toString).toList();
    }

    /** What is wrong with the folder; the test fails if nothing is. */
    public List<Problem> problems() {
        ProblemException refusal = Assertions.catchThrowableOfType(ProblemException.class, this::read);
        Assertions.assertThat(refusal)
                .as("the folder was accepted, and must not be")
                .isNotNull();
        return refusal.problems();
    }
}
