package org.countsas.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.countsas.definition.Adoption.ShareOverride;
import org.countsas.definition.Definition.Status;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.book.SmallRules;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.vocabulary.BilingualText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {
    private static final String BASE = """
            definition: base
            title: {en: Base, ja: 基}
            status: in-force
            inForce: {from: 2023-04-01, until: 2027-03-31}
            source: [press]
            currency: JPY
            gdp: {amount: 560_000_000_000_000, label: {en: GDP, ja: GDP}, source: press}
            targets:
              - {id: two, percent: "2.0", label: {en: 2 %, ja: 2％}, source: areas}
            plans:
              - {id: five, fiscalYears: [2023, 2027], amount: 43_000_000_000_000, label: {en: Plan, ja: 計画}, source: press}
            blocks:
              - {id: first, label: {en: First, ja: 一}}
              - {id: second, label: {en: Second, ja: 二}}
            policies:
              - {policy: core, block: first}
              - policy: ports
                block: second
                shares:
                  - {rule: Quays, share: "5/7/21", source: press}
                  - {share: "50", source: areas}
            """;

    @Test
    void a_definition_is_read_whole() {
        assertThat(read(BASE).get("base"))
                .isEqualTo(new Definition(
                        "base",
                        new BilingualText("Base", "基"),
                        Status.IN_FORCE,
                        LocalDate.of(2023, 4, 1),
                        LocalDate.of(2027, 3, 31),
                        List.of("press"),
                        "JPY",
                        new GrossDomesticProduct(560_000_000_000_000L, new BilingualText("GDP", "GDP"), "press"),
                        List.of(new Target("two", new BigDecimal("2.0"), new BilingualText("2 %", "2％"), "areas")),
                        List.of(new SpendingPlan(
                                "five",
                                2023,
                                2027,
                                43_000_000_000_000L,
                                new BilingualText("Plan", "計画"),
                                "press",
                                null,
                                List.of())),
                        List.of(
                                new Block("first", new BilingualText("First", "一")),
                                new Block("second", new BilingualText("Second", "二"))),
                        List.of(
                                new Adoption("core", "first", List.of()),
                                new Adoption(
                                        "ports",
                                        "second",
                                        List.of(
                                                new ShareOverride("Quays", new Share(500, 700, 2100), "press"),
                                                new ShareOverride(null, new Share(5000, 5000, 5000), "areas"))))));
    }

    @Test
    void a_definition_that_extends_another_keeps_what_it_does_not_state() {
        Definition child = read(BASE, """
                definition: child
                extends: base
                status: proposed
                """).get("child");
        Definition base = read(BASE).get("base");
        assertThat(child)
                .isEqualTo(new Definition(
                        "child",
                        base.title(),
                        Status.PROPOSED,
                        null,
                        null,
                        base.sources(),
                        base.currency(),
                        base.gdpOrNull(),
                        base.targets(),
                        base.plans(),
                        base.blocks(),
                        base.adoptions()));
    }

    @Test
    void what_it_states_replaces_what_the_base_says() {
        Definition child = read(BASE, """
                definition: child
                extends: base
                title: {en: Child, ja: 子}
                status: comparison
                source: areas
                currency: USD
                gdp: {amount: 1, label: {en: One, ja: 一}, source: areas}
                targets: []
                plans: []
                """).get("child");
        assertThat(child.title()).isEqualTo(new BilingualText("Child", "子"));
        assertThat(child.sources()).containsExactly("areas");
        assertThat(child.currency()).isEqualTo("USD");
        assertThat(child.gdp()).get().extracting(GrossDomesticProduct::amount).isEqualTo(1L);
        assertThat(child.targets()).isEmpty();
        assertThat(child.plans()).isEmpty();
    }

    @Test
    void new_policies_come_last_and_a_policy_stated_again_keeps_its_place() {
        Definition child = read(BASE, """
                definition: child
                extends: base
                status: proposed
                policies:
                  - {policy: shipbuilding, block: second}
                  - {policy: core, block: second}
                """).get("child");
        assertThat(child.adoptions())
                .extracting(adoption -> adoption.policy() + " in " + adoption.block())
                .containsExactly("core in second", "ports in second", "shipbuilding in second");
        assertThat(child.adoptionOf("ports").orElseThrow().shares()).hasSize(2);
        assertThat(child.adoptionOf("space")).isEmpty();
    }

    @Test
    void a_policy_that_is_left_out_may_come_back_at_the_end() {
        String without = "definition: child\nextends: base\nstatus: proposed\nwithout: [core]\n";
        assertThat(read(BASE, without).get("child").adoptions())
                .extracting(Adoption::policy)
                .containsExactly("ports");
        assertThat(read(BASE, without + "policies:\n  - {policy: core, block: first}\n")
                        .get("child")
                        .adoptions())
                .extracting(Adoption::policy)
                .containsExactly("ports", "core");
    }

    @Test
    void a_chain_is_followed_to_its_end_in_any_order_of_files() {
        String child =
                "definition: a-child\nextends: middle\nstatus: proposed\npolicies:\n  - {policy: shipbuilding, block: first}\n";
        String middle = "definition: middle\nextends: base\nstatus: proposed\nwithout: [ports]\n";
        assertThat(read(child, middle, BASE).get("a-child").adoptions())
                .extracting(Adoption::policy)
                .containsExactly("core", "shipbuilding");
        assertThat(read(child, middle, BASE).all())
                .extracting(Definition::id)
                .containsExactly("a-child", "base", "middle");
    }

    @Test
    void a_share_of_the_definition_goes_before_the_rules_own_and_one_for_a_rule_must_stand_before_one_for_all() {
        Definition base = read(BASE).get("base");
        Adoption ports = base.adoptionOf("ports").orElseThrow();
        List<Rule> rules = rules().read().rules();
        Rule quays = rules.stream()
                .filter(rule -> rule.name().equals("Quays"))
                .findFirst()
                .orElseThrow();
        Rule cranes = rules.stream()
                .filter(rule -> rule.name().equals("Cranes"))
                .findFirst()
                .orElseThrow();
        assertThat(ports.shareOf(quays)).isEqualTo(new Share(500, 700, 2100));
        assertThat(ports.sourceOfShare(quays)).contains("press");
        assertThat(ports.shareOf(cranes)).isEqualTo(new Share(5000, 5000, 5000));
        assertThat(ports.sourceOfShare(cranes)).contains("areas");
        Adoption plain = new Adoption("ports", "second", List.of());
        assertThat(plain.shareOf(quays)).isEqualTo(new Share(3000, 3000, 3000));
        assertThat(plain.sourceOfShare(quays)).contains("press");
        assertThat(plain.shareOf(cranes)).isEqualTo(Share.WHOLE);
        assertThat(plain.sourceOfShare(cranes)).isEmpty();
    }

    @Test
    void a_cycle_is_told_once_and_all_else_is_told_too() {
        assertThat(refusals(
                        "definition: a\nextends: b\nstatus: proposed\n",
                        "definition: b\nextends: c\nstatus: proposed\n",
                        "definition: c\nextends: b\nstatus: proposed\n",
                        "definition: d\nextends: c\nstatus: proposed\n",
                        "definition: e\nextends: e\nstatus: proposed\n",
                        "definition: f\nextends: bas\nstatus: proposed\n",
                        BASE))
                .containsExactly(
                        "D001 rules/definitions/2.yaml:2:10: The definition extends itself: b > c > b. Remove one 'extends'.",
                        "D001 rules/definitions/4.yaml:2:10: The definition extends itself: e > e. Remove one 'extends'.",
                        "D002 rules/definitions/5.yaml:2:10: There is no definition 'bas' to extend. Did you mean 'base'?");
    }

    @Test
    void whatever_a_definition_names_must_exist() {
        assertThat(refusals(BASE, """
                definition: child
                extends: base
                status: proposd
                inForce: {from: soon, til: 2025-01-01}
                source: [pres]
                blocks:
                  - {id: first, label: {en: First, ja: 一}}
                  - {id: first, label: {en: First, ja: 一}}
                without: [port, core]
                polices: []
                policies:
                  - {policy: portss, block: first}
                  - {policy: shipbuilding, block: third}
                  - {policy: shipbuilding, block: first, shares: [{rule: Quay, share: "120", source: x}, {source: areas}]}
                """))
                .containsExactly(
                        "V002 rules/definitions/1.yaml:10:10: Unknown key 'polices'. Did you mean 'policies'?",
                        "V002 rules/definitions/1.yaml:8:5: The block 'first' appears twice. Keep one of them.",
                        "V002 rules/definitions/1.yaml:4:28: Unknown key 'til'. Did you mean 'until'?",
                        "V002 rules/definitions/1.yaml:4:17: 'soon' is not a date. Write it as 2025-04-01.",
                        "V002 rules/definitions/1.yaml:3:9: 'proposd' is not a status. Known: in-force, proposed, comparison.",
                        "R006 rules/definitions/1.yaml:5:10: There is no source 'pres'. Did you mean 'press'?",
                        "D003 rules/definitions/1.yaml:9:11: The definition cannot leave out 'port', which its base does not adopt. Did you mean 'ports'?",
                        "D003 rules/definitions/1.yaml:12:5: There is no policy 'portss'. Did you mean 'ports'?",
                        "V002 rules/definitions/1.yaml:13:5: There is no block 'third' in this definition. Known: first.",
                        "D003 rules/definitions/1.yaml:14:5: The policy 'shipbuilding' appears twice. Keep one of them.",
                        "D004 rules/definitions/1.yaml:14:51: The policy 'shipbuilding' has no rule 'Quay'. Known: Ships.",
                        "V002 rules/definitions/1.yaml:14:51: '120' is not a share. Write percentages from 0 to 100, such as \"100\" or \"5/7/21\".",
                        "R006 rules/definitions/1.yaml:14:86: There is no source 'x'. Add it to sources.yaml.",
                        "V002 rules/definitions/1.yaml:14:90: The key 'share' is missing. Add 'share: …'.",
                        "V002 rules/definitions/1.yaml:7:3: The policy 'ports' of the base is in block 'second', which is not among these. Add the block or adopt the policy in another.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`gdp: {amount: 0, label: {en: x, ja: x}, source: press}`           | V002 rules/definitions/0.yaml:6:15: 'amount' must be a whole number above 0.",
                "`gdp: {amount: -5, label: {en: x, ja: x}, source: press}`          | V002 rules/definitions/0.yaml:6:15: 'amount' must be a whole number above 0.",
                "`gdp: {amount: 5, label: {en: x, ja: x}}`                          | V002 rules/definitions/0.yaml:6:6: The key 'source' is missing. Add 'source: …'.",
                "`targets: [{id: t, percent: \"0\", label: {en: x, ja: x}, source: press}]`  | V002 rules/definitions/0.yaml:6:11: A target needs a 'percent' above 0.",
                "`targets: [{id: t, label: {en: x, ja: x}, source: press}]`         | V002 rules/definitions/0.yaml:6:11: A target needs a 'percent' above 0.",
                "`plans: [{id: p, fiscalYears: [2027, 2023], amount: 1, label: {en: x, ja: x}, source: press}]` | `V002 rules/definitions/0.yaml:6:9: A plan needs its first and last fiscal year. Write fiscalYears: [2023, 2027].`",
                "`plans: [{id: p, fiscalYears: 2023, amount: 1, label: {en: x, ja: x}, source: press}]` | `V002 rules/definitions/0.yaml:6:9: A plan needs its first and last fiscal year. Write fiscalYears: [2023, 2027].`",
            })
    void measures_make_sense(String line, String refusal) {
        assertThat(refusals("definition: x\ntitle: {en: x, ja: x}\nstatus: proposed\nsource: press\ncurrency: JPY\n"
                        + line + "\nblocks: [{id: b, label: {en: x, ja: x}}]\npolicies: [{policy: core, block: b}]\n"))
                .containsExactly(refusal);
    }

    @Test
    void a_definition_that_adopts_nothing_is_refused() {
        assertThat(refusals("definition: x\ntitle: {en: x, ja: x}\nstatus: proposed\nsource: press\ncurrency: JPY\n"))
                .containsExactly(
                        "D003 rules/definitions/0.yaml:1:1: The definition adopts no policy, so nothing can count. Add 'policies:'.");
    }

    @Test
    void an_id_belongs_to_one_definition() {
        assertThat(refusals(BASE, BASE))
                .containsExactly(
                        "V002 rules/definitions/1.yaml:1:1: A second definition has the id 'base'. Give one of them another id.");
    }

    @Test
    void asking_for_an_unknown_definition_suggests_one() {
        Definitions definitions = read(BASE);
        assertThatThrownBy(() -> definitions.get("bse"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("U002: There is no definition 'bse'. Did you mean 'base'?");
        assertThatThrownBy(() -> definitions.get("nato-core"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("U002: There is no definition 'nato-core'. Known: base.");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-31, ",
        "2023-04-01, base",
        "2025-03-31, base",
        "2025-04-01, later",
        "2027-03-31, later",
        "2027-04-01, later",
        "2999-01-01, later"
    })
    void the_definition_that_began_last_governs(LocalDate day, String id) {
        Definitions definitions = read(
                BASE,
                BASE.replace("definition: base", "definition: later")
                        .replace("{from: 2023-04-01, until: 2027-03-31}", "{from: 2025-04-01}"),
                BASE.replace("definition: base", "definition: proposal")
                        .replace("status: in-force", "status: proposed")
                        .replace("{from: 2023-04-01, until: 2027-03-31}", "{from: 2020-04-01}"),
                BASE.replace("definition: base", "definition: zz-comparison")
                        .replace("status: in-force", "status: comparison"));
        if (id == null) {
            assertThatThrownBy(() -> definitions.inForceOn(day))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage(
                            "U002: No definition is in force on 2023-03-31. Name one: base, later, proposal, zz-comparison.");
        } else {
            assertThat(definitions.inForceOn(day).id()).isEqualTo(id);
        }
    }

    @Test
    void the_definitions_of_this_project_are_in_order() {
        Definitions definitions = Definitions.read(RuleBookReader.read(RulesFolder.of(Path.of("rules"))));
        assertThat(definitions.inForceOn(LocalDate.of(2026, 11, 22)).id()).isEqualTo("japan-2022");
        Definition proposal = definitions.get("japan-2025-proposal");
        assertThat(proposal.status()).isEqualTo(Status.PROPOSED);
        assertThat(proposal.adoptions())
                .extracting(Adoption::policy)
                .containsAll(definitions.get("japan-2022").adoptions().stream()
                        .map(Adoption::policy)
                        .toList());
        assertThat(definitions.get("japan-2022").adoptions())
                .extracting(Adoption::policy)
                .containsExactlyInAnyOrder(
                        "core-defence",
                        "coast-guard",
                        "research-and-development",
                        "public-infrastructure",
                        "cybersecurity",
                        "international-cooperation");
        assertThat(proposal.adoptions()).hasSize(14);
    }

    private static SmallRules rules() {
        return SmallRules.complete()
                .withRules(
                        "ports",
                        RuleFileText.named("Quays").with("share", "30").with("share_cite", "press"),
                        RuleFileText.named("Cranes"));
    }

    private static Definitions read(String... definitions) {
        SmallRules rules = rules();
        for (int i = 0; i < definitions.length; i++) {
            rules.with("definitions/" + i + ".yaml", definitions[i]);
        }
        return Definitions.read(rules.read());
    }

    private static List<String> refusals(String... definitions) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(definitions));
        assertThat(refusal).as("the definitions were accepted, and must not be").isNotNull();
        return refusal.problems().stream().map(Problem::toString).toList();
    }
}
