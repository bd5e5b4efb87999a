package org.countsas.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.explanation.Explainer;
import org.countsas.explanation.Explanation;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Explanations of real items, exact to the character. To write the files anew after a change that is meant, and then to read each:
 * {@code mvn test -Dtest=ExplanationGoldenTest -Dcountsas.golden=write}.
 */
class ExplanationGoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "explanations");
    private static final RuleBook BOOK = RuleBookReader.read(RulesFolder.of(Path.of("rules"), "rules"));
    private static final Definitions DEFINITIONS = Definitions.read(BOOK);
    private static final Explainer EXPLAINER = new Explainer(BOOK);
    private static final List<BudgetItem> ITEMS = Sources.read(
                    List.of(Path.of("samples", "japan-fy2024.csv")), ReadOptions.DEFAULT)
            .select()
            .items();

    /** What is asked: the item, under which definition, on which day; with near misses (n), what-if (w), a rule's tree. */
    private record Case(String id, String definition, String day, String questions, String rule) {
        static Case of(String id, String definition, String questions) {
            return new Case(id, definition, "2026-01-01", questions, "");
        }

        String file(Language language) {
            return id + "." + definition + "." + language.id() + ".txt";
        }
    }

    private static final List<Case> CASES = List.of(
            Case.of("5092", "japan-2022", "w"),
            Case.of("4202", "japan-2022", ""),
            Case.of("5615", "japan-2025-proposal", ""),
            Case.of("1661", "japan-2022", "w"),
            new Case("4300", "japan-2022", "2026-01-01", "w", "Works on a listed airport"),
            Case.of("4296", "japan-2022", "n"),
            Case.of("48", "japan-2022", ""),
            Case.of("698", "japan-2022", "nw"),
            Case.of("1591", "japan-2022", "nw"),
            Case.of("1666", "japan-2022", ""),
            Case.of("6700", "japan-2022", ""),
            Case.of("1097", "japan-2022", "n"),
            Case.of("1732", "japan-2025-proposal", ""),
            Case.of("227", "japan-2022", "nw"),
            Case.of("4989", "japan-2025-proposal", "w"),
            Case.of("4303", "japan-2025-proposal", ""),
            Case.of("346", "japan-2025-proposal", "w"),
            Case.of("3693", "japan-2025-proposal", ""),
            Case.of("1380", "japan-2025-proposal", ""),
            Case.of("5612", "japan-2025-proposal", ""),
            new Case("7333", "japan-2025-proposal", "2026-01-01", "n", "Seafarers and training ships"),
            Case.of("4434", "japan-2025-proposal", "nw"),
            Case.of("7439", "japan-2025-proposal", "nw"),
            Case.of("6646", "japan-2025-proposal", ""),
            Case.of("387", "japan-2025-proposal", ""),
            Case.of("2826", "japan-2025-proposal", "nw"),
            Case.of("6646", "cofog-02", ""),
            Case.of("6700", "sipri", ""),
            Case.of("238", "sipri", ""),
            new Case("180", "japan-2022", "2024-06-01", "nw", "Road building that may hold access roads"));

    @TestFactory
    Stream<DynamicTest> everyExplanationReadsExactlyAsItsFile() {
        return CASES.stream()
                .flatMap(each -> Stream.of(Language.values())
                        .map(language -> DynamicTest.dynamicTest(each.file(language), () -> check(each, language))));
    }

    private static void check(Case asked, Language language) throws IOException {
        String text = String.join("\n", ExplanationText.of(ExplanationDocument.of(explanation(asked), BOOK, language)))
                + "\n";
        Path file = FOLDER.resolve(asked.file(language));
        if ("write".equals(System.getProperty("countsas.golden"))) {
            Files.createDirectories(FOLDER);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void theExplanationsReachEveryOutcomeAndEveryAreaAndNoFileIsLeftOver() throws IOException {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        Set<String> areas = new TreeSet<>();
        for (Case each : CASES) {
            Explanation explanation = explanation(each);
            outcomes.add(explanation.decision().outcome());
            if (explanation.decision().outcome() == Outcome.COUNTED) {
                areas.add(explanation.decision().area().orElseThrow());
            }
        }
        assertThat(CASES.stream()
                        .map(ExplanationGoldenTest::explanation)
                        .flatMap(each -> each.decision().findings().stream())
                        .map(finding -> finding.standing()))
                .contains(Standing.values());
        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
        assertThat(areas)
                .containsAll(BOOK.policies().stream()
                        .map(policy -> policy.id())
                        .filter(id -> !id.startsWith("us-"))
                        .toList());
        Set<String> wanted = CASES.stream()
                .flatMap(each -> Stream.of(Language.values()).map(each::file))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    private static Explanation explanation(Case asked) {
        BudgetItem item = ITEMS.stream()
                .filter(each -> each.id().equals(asked.id()))
                .findFirst()
                .orElseThrow();
        Definition definition = DEFINITIONS.get(asked.definition());
        LocalDate day = LocalDate.parse(asked.day());
        Explanation explanation = EXPLAINER.explain(item, definition, day);
        if (!asked.rule().isEmpty()) {
            explanation = explanation.withRules(
                    List.of(EXPLAINER.rule(BOOK.rule(asked.rule()).orElseThrow(), item.programme())));
        }
        if (asked.questions().contains("n")) {
            explanation = explanation.withNearMisses(new ArrayList<>(EXPLAINER.nearMisses(
                    item,
                    definition,
                    day,
                    policy -> definition.adoptionOf(policy).isPresent(),
                    1)));
        }
        return asked.questions().contains("w")
                ? explanation.withCounterfactuals(EXPLAINER.counterfactuals(item, definition, day))
                : explanation;
    }
}
