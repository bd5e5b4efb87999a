package org.countsas.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.evaluation.TreeFindings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.book.SmallRules;
import org.countsas.question.CandidateQuestion;
import org.countsas.report.Samples;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

/** The search for what rules may have missed. */
class CandidateFinderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final RuleBook BOOK = RuleBookReader.read(RulesFolder.of(Path.of("rules"), "rules"));
    private static final Definition PROPOSAL = Definitions.read(BOOK).get("japan-2025-proposal");

    private static final String SMALL = """
            definition: small
            title: {en: Small, ja: 小}
            status: comparison
            source: [areas]
            currency: JPY
            blocks: [{id: related, label: {en: Related, ja: 関連}}]
            policies: [{policy: shipbuilding, block: related}]
            """;

    private static BudgetItem item(String id, String name, String purpose) {
        return new BudgetItem(
                Programme.builder(id)
                        .ministry("海洋省")
                        .name(name)
                        .purpose(purpose)
                        .build(),
                2024,
                Stage.INITIAL,
                100,
                "JPY");
    }

    private static PolicyCandidates small(RuleFileText rule, BudgetItem... items) {
        return small(List.of(rule), DismissedTerms.NONE, items);
    }

    private static PolicyCandidates small(List<RuleFileText> rules, DismissedTerms dismissed, BudgetItem... items) {
        RuleBook book = SmallRules.complete()
                .with("definitions/small.yaml", SMALL)
                .withRules("shipbuilding", rules.toArray(new RuleFileText[0]))
                .read();
        Adjudicator decides = new Adjudicator(Definitions.read(book).get("small"), DAY);
        return new CandidateFinder(List.of(items), book, decides, List.of("shipbuilding"), dismissed)
                .of("shipbuilding", 10);
    }

    private static final BudgetItem[] FLEET = {
        item("1", "船の建造設備", "建造設備を支える"),
        item("2", "船の建造設備の更新", "建造設備を支える"),
        item("3", "建造設備の近代化", "建造設備を支える"),
        item("4", "農業の振興", "米を作る"),
        item("5", "学校の給食", "米を食べる")
    };

    @Test
    void what_says_the_same_in_other_words_comes_first_with_the_words_the_nearest_and_the_term() {
        PolicyCandidates found = small(RuleFileText.named("Ships").ifItem("names(\"ship\")"), FLEET);

        assertThat(found.counted()).isEqualTo(2);
        assertThat(found.open()).isEqualTo(3);
        Candidate first = found.candidates().get(0);
        assertThat(first.item().id()).isEqualTo("3");
        assertThat(first.words()).containsExactly("建造設備");
        assertThat(first.nearest()).extracting(BudgetItem::id).containsExactly("1", "2");
        assertThat(first.proposal())
                .isEqualTo(
                        new ProposedTerm("shipbuilding", "ship", "建造設備", 2, List.of(FLEET[2]), List.of(), List.of()));
        assertThat(found.candidates()).hasSize(1);
    }

    @Test
    void what_a_rule_rejects_for_a_stated_reason_is_no_candidate() {
        PolicyCandidates found = small(
                List.of(
                        RuleFileText.named("Ships").ifItem("names(\"ship\")"),
                        RuleFileText.named("Crews").ifItem("aims(\"seafarer\")").rejects()),
                DismissedTerms.NONE,
                FLEET[0],
                FLEET[1],
                item("3", "建造設備の近代化", "船員のための建造設備"));

        assertThat(found.open()).isZero();
        assertThat(found.candidates()).isEmpty();
    }

    @Test
    void a_dismissed_term_is_not_proposed_again() {
        DismissedTerms dismissed = new DismissedTerms(
                List.of(new DismissedTerms.Dismissal("ship", "建造設備", "Policy Bureau", DAY, "too wide")));

        PolicyCandidates found =
                small(List.of(RuleFileText.named("Ships").ifItem("names(\"ship\")")), dismissed, FLEET);

        ProposedTerm proposal = found.candidates().get(0).proposal();
        assertThat(proposal == null ? "" : proposal.term()).isNotEqualTo("建造設備");
    }

    @Test
    void where_nothing_counts_items_are_ranked_by_what_the_rules_ask_for() {
        PolicyCandidates found = small(
                RuleFileText.named("Ships").ifItem("names(\"ship\"), aims(\"seafarer\"), cites(\"sea-law\")"),
                item("1", "船の建造", "船員のために"),
                item("2", "建造", "船のために"),
                item("3", "農業", "米のために"));

        assertThat(found.counted()).isZero();
        assertThat(found.candidates())
                .extracting(candidate -> candidate.item().id())
                .containsExactly("1", "2");
        assertThat(found.candidates()).allMatch(candidate -> candidate.nearest().isEmpty());
    }

    @Test
    void everything_that_a_proposal_says_is_what_the_changed_rules_decide() {
        List<BudgetItem> items = Samples.selection(Samples.JAPAN).items();
        Map<String, Outcome> before = outcomes(items, RuleSet.of(BOOK));
        List<ProposedTerm> proposals = PROPOSAL.adoptions().stream()
                .map(Adoption::policy)
                .map(policy -> new CandidateFinder(
                                items, BOOK, new Adjudicator(PROPOSAL, DAY), List.of(policy), DismissedTerms.NONE)
                        .of(policy, 2))
                .flatMap(found -> found.candidates().stream())
                .map(Candidate::proposal)
                .filter(Objects::nonNull)
                .toList();

        assertThat(proposals).hasSizeGreaterThan(10);
        for (ProposedTerm proposal : proposals) {
            Map<String, Outcome> after = outcomes(items, with(proposal.concept(), proposal.term()));
            Map<String, Outcome> differing = new HashMap<>(after);
            differing.entrySet().removeIf(entry -> before.get(entry.getKey()) == entry.getValue());

            assertThat(differing).as(proposal.toString()).isEqualTo(said(proposal));
        }
    }

    private static Map<String, Outcome> said(ProposedTerm proposal) {
        Map<String, Outcome> said = new HashMap<>();
        proposal.counts().forEach(item -> said.put(item.id(), Outcome.COUNTED));
        proposal.rejects().forEach(item -> said.put(item.id(), Outcome.NOT_COUNTED));
        proposal.contests().forEach(item -> said.put(item.id(), Outcome.REVIEW));
        return said;
    }

    private static RuleSet with(String conceptId, String term) {
        List<Concept> concepts = BOOK.vocabulary().concepts().stream()
                .map(concept -> !concept.id().equals(conceptId)
                        ? concept
                        : new Concept(
                                conceptId,
                                concept.label(),
                                Stream.concat(concept.terms().stream(), Stream.of(term))
                                        .toList(),
                                concept.notWithin(),
                                concept.file(),
                                concept.line()))
                .toList();
        return new RuleSet(BOOK.rules(), new Vocabulary(concepts), BOOK.facilities());
    }

    private static Map<String, Outcome> outcomes(List<BudgetItem> items, RuleSet rules) {
        TreeFindings trees = new TreeFindings(rules);
        Adjudicator adjudicator = new Adjudicator(PROPOSAL, DAY);
        Map<String, Outcome> outcomes = new HashMap<>();
        items.forEach(item -> {
            Decision decision = adjudicator.decide(item, trees.of(trees.item(item.programme())));
            outcomes.put(item.id(), decision.outcome());
        });
        return outcomes;
    }

    @Test
    void the_answer_does_not_depend_on_the_order_of_work() {
        CandidateQuestion question = new CandidateQuestion(PROPOSAL.id(), DAY, null, 3);
        List<CandidateQuestion.Answer> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> question.answer(Samples.selection(Samples.JAPAN), BOOK, DismissedTerms.NONE))
                .toList();

        assertThat(Collections.frequency(answers, answers.get(0))).isEqualTo(4);
        assertThat(answers.get(0).policies())
                .extracting(PolicyCandidates::policy)
                .containsExactlyElementsOf(PROPOSAL.adoptions().stream()
                        .map(Adoption::policy)
                        .flatMap(Stream::of)
                        .toList());
    }
}
