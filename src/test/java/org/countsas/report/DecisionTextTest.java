package org.countsas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.evaluation.Evidence;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.Rule;
import org.countsas.policy.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTextTest {

    private static List<String> text(Path sample, String item, String definition, LocalDate asOf, Language language) {
        Decision decision = Samples.decisions(sample, definition, asOf).stream().filter(each -> each.item().id().equals(item)).findFirst().orElseThrow();
        return DecisionText.of(decision, new Adjudicator(Samples.definition(definition), asOf), Samples.countsAs().rules(), language);
    }

    @ParameterizedTest(name = "{0} under {1} is {2}")
    @CsvSource({
        "1732, japan-2022, COUNTED, 2026-04-01, counted-at-a-part",
        "277, japan-2025-proposal, COUNTED, 2026-04-01, counted-and-also-counts",
        "4201, japan-2025-proposal, COUNTED, 2026-04-01, counted-expressly",
        "1733, japan-2022, REVIEW, 2026-04-01, review",
        "1341, japan-2025-proposal, NOT_COUNTED, 2026-04-01, not-counted-with-defeated-findings",
        "237, japan-2022, NOT_COUNTED, 2026-04-01, not-counted-without-findings",
        "180, japan-2022, NOT_COUNTED, 2025-03-31, not-yet-in-force"
    })
    void aDecisionIsToldToTheCharacter(String item, String definition, Outcome outcome, LocalDate asOf, String name) {
        Decision decision = Samples.decisions(Samples.JAPAN, definition, asOf).stream().filter(each -> each.item().id().equals(item)).findFirst().orElseThrow();
        assertThat(decision.outcome()).isEqualTo(outcome);
        for (Language language : Language.values()) {
            Golden.matches("decision-" + name + "." + language.id() + ".txt", text(Samples.JAPAN, item, definition, asOf, language));
        }
    }

    @Test
    void aDecisionByAnAttributeIsToldToTheCharacter() {
        String item = "006-30-0300-13-054-Discretionary-On-budget";
        Golden.matches("decision-by-attribute.en.txt", text(Samples.UNITED_STATES, item, "us-050", Decisions.DAY, Language.EN));
        Golden.matches("decision-by-attribute.ja.txt", text(Samples.UNITED_STATES, item, "us-050", Decisions.DAY, Language.JA));
    }

    @Test
    void everyDecisionOfTheSamplesCanBeToldInBothLanguages() {
        for (String definition : List.of("japan-2022", "japan-2025-proposal")) {
            Adjudicator adjudicator = new Adjudicator(Samples.definition(definition), Decisions.DAY);
            for (Decision decision : Samples.decisions(Samples.JAPAN, definition, Decisions.DAY)) {
                for (Language language : Language.values()) {
                    List<String> lines = DecisionText.of(decision, adjudicator, Samples.countsAs().rules(), language);
                    assertThat(lines).as(decision.item().id()).noneMatch(line -> line.contains("\n") || line.contains("{0}") || line.contains("null"));
                    assertThat(lines.stream().filter(line -> line.matches("  .*\\[rules/policies/[a-z-]+\\.drl:\\d+]"))).as(decision.item().id()).hasSameSizeAs(decision.findings());
                }
            }
        }
    }

    @Test
    void evidenceIsShownInItsContextAndNeverCutWithinACharacter() {
        // The characters outside the basic plane stand where the context of 24 units begins and ends.
        String overview = "a𠮷" + "b".repeat(23) + "衛星" + "c".repeat(23) + "𠮷d";
        int start = overview.indexOf("衛星");

        assertThat(evidenceLines(overview, new Evidence("mentions(\"satellite\")", "overview", 0, start, start + 2, "衛星", "satellite", "衛星")))
                .containsExactly("    mentions(\"satellite\")", "      overview: …𠮷" + "b".repeat(23) + "[衛星]" + "c".repeat(23) + "…");
    }

    @Test
    void evidenceAtTheEndsOfATextHasNoEllipsis() {
        assertThat(evidenceLines("衛星", new Evidence("mentions(\"satellite\")", "overview", 0, 0, 2, "衛星", "satellite", "衛星")))
                .containsExactly("    mentions(\"satellite\")", "      overview: [衛星]");
    }

    @Test
    void lineBreaksOfThePublishedTextBecomeSpaces() {
        assertThat(evidenceLines("a\r\nb衛星\n\nc", new Evidence("mentions(\n    \"satellite\")", "overview", 0, 4, 6, "衛星", "satellite", "衛星")))
                .containsExactly("    mentions( \"satellite\")", "      overview: a b[衛星] c");
    }

    @Test
    void fourPlacesAreShownForAConditionAndTheOthersCounted() {
        Evidence[] evidence = java.util.stream.IntStream.range(0, 7)
                .mapToObj(i -> new Evidence("mentions(\"satellite\")", "overview", 0, 3 * i, 3 * i + 2, "衛星", "satellite", "衛星"))
                .toArray(Evidence[]::new);

        assertThat(evidenceLines("衛星,".repeat(7), evidence)).hasSize(6).last().isEqualTo("      … and 3 more");
    }

    private static List<String> evidenceLines(String overview, Evidence... evidence) {
        Rule rule = Samples.countsAs().rules().rules().stream().filter(each -> each.policy().equals("space") && each.share().equals(Share.WHOLE)).findFirst().orElseThrow();
        BudgetItem item = new BudgetItem(Programme.builder("1").name("x").ministry("y").overview(overview).build(), 2024, Stage.INITIAL, 10, "JPY");
        Decision decision = new Decision(item, "japan-2025-proposal", Outcome.COUNTED, Optional.of("related"), Optional.of("space"), List.of(), Share.WHOLE, new Counted(10, 10, 10),
                List.of(new WeighedFinding(new Finding(rule, List.of(evidence), Optional.empty()), Standing.DECISIVE, Optional.empty(), Share.WHOLE)));
        List<String> lines = DecisionText.of(decision, new Adjudicator(Samples.definition("japan-2025-proposal"), Decisions.DAY), Samples.countsAs().rules(), Language.EN);
        return lines.subList(lines.indexOf("  Evidence:") + 1, lines.size());
    }

    @Test
    void aRuleThatIsNoLongerInForceSaysSo() {
        Rule shipped = Samples.countsAs().rules().rules().stream().filter(each -> each.policy().equals("coast-guard") && each.share().equals(Share.WHOLE)).findFirst().orElseThrow();
        Rule ended = new Rule(shipped.name(), shipped.policy(), shipped.effect(), shipped.scope(), shipped.strength(), shipped.share(), shipped.shareCitation(), shipped.basis(),
                shipped.citations(), shipped.because(), shipped.since(), Optional.of(LocalDate.of(2025, 3, 31)), shipped.condition(), shipped.facilities(), shipped.file(), shipped.line());
        Adjudicator adjudicator = new Adjudicator(Samples.definition("japan-2022"), LocalDate.of(2025, 4, 1));
        Decision decision = adjudicator.decide(Decisions.item("1", 10), List.of(new Finding(ended, List.of(), Optional.empty())));

        assertThat(DecisionText.of(decision, adjudicator, Samples.countsAs().rules(), Language.EN))
                .contains("NOT COUNTED under japan-2022", "  In force until 2025-03-31, and the decision is as of 2025-04-01");
        assertThat(String.join("\n", DecisionText.of(decision, adjudicator, Samples.countsAs().rules(), Language.JA)).toLowerCase(Locale.ROOT))
                .contains("2025-03-31 まで有効であり、基準日 2025-04-01 には有効でない");
    }
}
