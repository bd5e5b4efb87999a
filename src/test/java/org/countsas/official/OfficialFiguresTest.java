package org.countsas.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.rule.CitedSource;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Official figures as the rules hold them, and everything that may be wrong with a file of them. */
class OfficialFiguresTest {

    private static RuleBook shipped() {
        return RuleBookReader.read(RulesFolder.shipped());
    }

    @Test
    void every_shipped_figure_has_a_source_that_a_stranger_can_look_up() {
        RuleBook book = shipped();
        List<String> sources = new ArrayList<>();
        for (OfficialFigures official : OfficialFigures.of(book)) {
            official.figures().forEach(figure -> sources.add(figure.source()));
            official.gdp().forEach(year -> sources.add(year.source()));
            official.bridges().stream()
                    .flatMap(bridge -> bridge.spans().stream())
                    .map(Bridge.Span::evidence)
                    .filter(Bridge.Sourced.class::isInstance)
                    .forEach(evidence -> sources.add(((Bridge.Sourced) evidence).id()));
        }

        assertThat(sources).hasSizeGreaterThan(40).allSatisfy(source -> {
            CitedSource cited = book.source(source).orElseThrow();
            assertThat(cited.status()).as(source).isIn("official", "press");
        });
    }

    @Test
    void bridges_that_no_source_states_say_by_which_arithmetic_they_were_found() {
        assertThat(OfficialFigures.of(shipped()).get(0).bridges())
                .flatExtracting(Bridge::spans)
                .extracting(Bridge.Span::evidence)
                .filteredOn(Bridge.Arithmetic.class::isInstance)
                .isNotEmpty()
                .allSatisfy(evidence -> {
                    Bridge.Arithmetic arithmetic = (Bridge.Arithmetic) evidence;
                    assertThat(arithmetic.how().en()).isNotBlank();
                    assertThat(arithmetic.how().ja()).isNotBlank();
                });
    }

    @Test
    void all_mistakes_of_a_file_are_told_at_their_places() {
        RulesFolder shipped = RulesFolder.shipped();
        Map<String, byte[]> files = new HashMap<>();
        shipped.paths().forEach(path -> files.put(path, shipped.bytes(path)));
        files.put("official/japan.yaml", """
                official: japan
                title: {en: a, ja: b}
                currency: JPY
                bases:
                  - {id: plan, label: {en: a, ja: b}}
                figures:
                  - {fiscalYear: 24, stage: draft, subject: {block: core}, basis: plann, amount: 0, source: nobody}
                  - {fiscalYear: 2024, stage: initial, subject: {area: spaces}, basis: plan, amount: 1, source: mod-white-paper-2024}
                  - {fiscalYear: 2024, stage: initial, subject: whole, basis: plan, amount: 1, source: mod-white-paper-2024}
                  - {fiscalYear: 2024, stage: initial, subject: total, basis: plan, amount: 1, source: mod-white-paper-2024}
                bridges:
                  - id: a
                    label: {en: a, ja: b}
                    subject: total
                    basis: plan
                    amounts:
                      - {fiscalYear: 2024, stage: initial, amount: 1}
                """.getBytes(StandardCharsets.UTF_8));
        RuleBook book = RuleBookReader.read(RulesFolder.of("rules", files));

        assertThatThrownBy(() -> OfficialFigures.of(book))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(Object::toString)
                                .containsExactlyInAnyOrder(
                                        "V002 rules/official/japan.yaml:7:18: 'fiscalYear' must be the year in which it begins. Write it as 2024.",
                                        "S011 rules/official/japan.yaml:7:29: 'draft' is not a stage of published figures. Known: initial, supplementary, revised, executed.",
                                        "V002 rules/official/japan.yaml:7:67: There is no basis 'plann'. Did you mean 'plan'?",
                                        "V002 rules/official/japan.yaml:7:82: 'amount' must be a whole number above 0.",
                                        "R006 rules/official/japan.yaml:7:93: There is no source 'nobody'. Add it to sources.yaml.",
                                        "R007 rules/official/japan.yaml:8:49: There is no policy 'spaces'. Did you mean 'space'?",
                                        "V002 rules/official/japan.yaml:9:49: A figure is about a block, an area or the total. Write subject: {block: core}, {area: coast-guard} or total.",
                                        "V002 rules/official/japan.yaml:10:5: A figure of FY2024, initial, total on the basis 'plan' appears twice. Keep one of them.",
                                        "V002 rules/official/japan.yaml:17:9: The amount of a bridge has either a 'source' or an 'arithmetic'. Name the source that states it, or say by which arithmetic it was found."));
    }
}
