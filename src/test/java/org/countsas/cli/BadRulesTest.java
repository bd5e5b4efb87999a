package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the author of rules reads whose file is wrong: file, line, column and the offending text. */
class BadRulesTest {
    private static final String COAST_GUARD = "policies/coast-guard.drl";

    @TempDir
    private Path folder;

    private RulesCopy rules;

    @BeforeEach
    void copyTheRules() throws IOException {
        rules = RulesCopy.in(folder.resolve("rules"));
    }

    private Console run() throws IOException {
        Path input = Files.writeString(folder.resolve("a.csv"), "id,name,ministry,fiscalYear,amount\n1,a,b,2024,5\n");
        Console console = Console.run("classify", input, "--rules", rules.folder());
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).doesNotContain("Exception", "\tat ", ":-1", "line -1", "java.", "org.drools");
        return console;
    }

    private String at(String file, int line, int column) {
        return rules.folder() + "/" + file + ":" + line + (column > 0 ? ":" + column : "") + ": ";
    }

    @Test
    void aTypingErrorInARuleIsShownWithItsLineAndColumn() throws IOException {
        rules.replace(COAST_GUARD, "Item( runBy(\"japan-coast-guard\") )", "Item( runBy(\"japan-coast-guard\" )");
        int line = RulesCopy.lineOf(COAST_GUARD, "Item( runBy(\"japan-coast-guard\") )");

        Console console = run();
        assertThat(console.errLines().get(0))
                .matches("R\\d{3} \\Q" + rules.folder() + "/" + COAST_GUARD + "\\E:(" + line + "|" + (line + 1)
                        + "):\\d+: .*");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void aRuleWithoutAnEndIsShownWithThePlaceWhereItsConditionsAreMissing() throws IOException {
        Files.writeString(
                rules.folder().resolve("policies/space.drl"), "package policies.space\n\nrule \"Half a rule\"\nwhen\n");

        Console console = run();
        assertThat(console.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("R00[12] \\Q" + rules.folder() + "/policies/space.drl\\E:[345]:\\d+: .*")
                        .contains("$item : Item("));
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void textThatIsNoRuleIsShownWithItsFirstWord() throws IOException {
        Files.writeString(
                rules.folder().resolve("policies/space.drl"),
                "package policies.space\n\nimport org.countsas.policy.Item\n\ngarbage in\n");

        Console console = run();
        assertThat(console.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("R001 " + at("policies/space.drl", 5, 1))
                        .contains("garbage"));
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void aConclusionThatCouldRunCodeIsRefusedBeforeItIsCompiled() throws IOException {
        rules.replace(COAST_GUARD, "    $item.count();", "    System.exit(1);");
        int line = RulesCopy.lineOf(COAST_GUARD, "    $item.count();");

        Console console = run();
        assertThat(console.errLines())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("R002 " + at(COAST_GUARD, line, 5))
                        .contains("'System.exit(1);'", "$item.count();"));
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void aConceptThatIsNotInTheVocabularyIsAnsweredWithTheNearest() throws IOException {
        rules.replace(COAST_GUARD, "runBy(\"japan-coast-guard\")", "runBy(\"japan-coast-gard\")");
        int line = RulesCopy.lineOf(COAST_GUARD, "runBy(\"japan-coast-guard\")");

        Console console = run();
        assertThat(console.errLines())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("R005 " + rules.folder() + "/" + COAST_GUARD + ":" + line + ":")
                        .contains("There is no concept 'japan-coast-gard'. Did you mean 'japan-coast-guard'?"));
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void aDefinitionThatNamesAnUnknownPolicyIsAnsweredWithTheNearest() throws IOException {
        String file = "definitions/japan-2025-proposal.yaml";
        rules.replace(file, "{policy: space,", "{policy: spaec,");

        Console console = run();
        assertThat(console.errLines())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("D003 " + at(file, RulesCopy.lineOf(file, "{policy: space,"), 5)
                                + "There is no policy 'spaec'. Did you mean 'space'?"));
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void aCycleOfDefinitionsIsShownWhole() throws IOException {
        String file = "definitions/japan-2022.yaml";
        rules.replace(file, "definition: japan-2022\n", "definition: japan-2022\nextends: japan-2025-proposal\n");

        Console console = run();
        assertThat(console.errLines().get(0))
                .matches(
                        "D001 \\Q" + rules.folder() + "\\E/definitions/japan-20\\S+\\.yaml:\\d+:\\d+: "
                                + "The definition extends itself: japan-2022 > japan-2025-proposal > japan-2022\\. Remove one 'extends'\\.");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void yamlThatIsBrokenIsShownWithItsPlace() throws IOException {
        Files.writeString(rules.folder().resolve("definitions/x.yaml"), "definition: x\ntitle: [b");

        Console console = run();
        assertThat(console.errLines())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem).startsWith("V001 " + rules.folder() + "/definitions/x.yaml:2:"));
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void ofManyProblemsTwentyAreShownAndTheOthersCounted() throws IOException {
        try (Stream<Path> vocabulary = Files.list(rules.folder().resolve("vocabulary"))) {
            for (Path file : vocabulary.toList()) {
                Files.delete(file);
            }
        }

        Console console = run();
        assertThat(console.errLines())
                .hasSize(21)
                .last()
                .satisfies(line -> assertThat(line).matches("… and \\d+ more problems\\."));
        assertThat(console.errLines().get(0)).startsWith("R005 ");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void rulesWithoutADefinitionSaySo() throws IOException {
        try (Stream<Path> definitions = Files.list(rules.folder().resolve("definitions"))) {
            for (Path file : definitions.toList()) {
                Files.delete(file);
            }
        }

        Console console = run();
        assertThat(console.errLines())
                .singleElement()
                .isEqualTo("R009: The folder of rules holds no definition. Add one as definitions/*.yaml.");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotThereOrHoldsNoRulesIsSaidToBeSo() throws IOException {
        Path none = folder.resolve("none");
        Path input = Files.writeString(folder.resolve("a.csv"), "id,name,ministry,fiscalYear,amount\n1,a,b,2024,5\n");

        Console missing = Console.run("classify", input, "--rules", none);
        assertThat(missing.errLines())
                .containsExactly("U006 " + none
                        + ": There is no such folder of rules. Name a folder that holds policies/*.drl.");
        assertThat(missing.code()).isEqualTo(2);

        Files.createDirectory(none);
        Console empty = Console.run("classify", input, "--rules", none);
        assertThat(empty.errLines())
                .containsExactly("R009 " + none
                        + ": There is no rule file (policies/*.drl). Name a folder that holds policies/*.drl.");
        assertThat(empty.code()).isEqualTo(1);
    }
}
