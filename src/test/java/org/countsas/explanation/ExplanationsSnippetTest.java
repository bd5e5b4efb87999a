package org.countsas.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.countsas.CountsAs;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.junit.jupiter.api.Test;

/** The example of {@code explanations.md} runs, prints what it says, and is the very text between the marks below. */
class ExplanationsSnippetTest {
    private static void run(PrintStream out) {
        // @formatter:off
        // begin snippet
        CountsAs countsAs = CountsAs.shipped();
        Explainer explainer = new Explainer(countsAs.rules());
        Definition definition = countsAs.definitions().get("japan-2022");
        LocalDate day = LocalDate.of(2026, 1, 1);

        BudgetItem item = new BudgetItem(
                Programme.builder("227").ministry("内閣府").bureau("宇宙開発戦略推進事務局").name("実用準天頂衛星システム事業の推進").build(),
                2024, Stage.INITIAL, 16_706_460_000L, "JPY");

        Explanation why = explainer.explain(item, definition, day);
        Counterfactual smallest = explainer.counterfactuals(item, definition, day).get(0);

        out.println(why.decision().outcome());                                      // NOT_COUNTED
        out.println(smallest.changes().get(0).key());                               // adopt space
        out.println(smallest.decision().area().orElseThrow());                      // space
        out.println(countsAs.classify(smallest.changed().item(), smallest.changed().definition(), day).outcome()); // COUNTED
        // end snippet
        // @formatter:on
    }

    @Test
    void theExampleOfTheDocumentationPrintsWhatItsCommentsSay() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        run(new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<String> promised = snippet().stream()
                .filter(line -> line.contains("println"))
                .map(line -> line.substring(line.indexOf("// ") + 3))
                .toList();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines().toList()).isEqualTo(promised);
    }

    @Test
    void theExampleOfTheDocumentationIsThisTest() throws Exception {
        String page = Files.readString(Path.of("src", "site", "markdown", "explanations.md"));
        String shown = page.substring(
                page.indexOf("```java\n") + "```java\n".length(), page.indexOf("```\n", page.indexOf("```java\n") + 8));

        assertThat(shown.replace("System.out.println", "out.println").stripTrailing())
                .isEqualTo(snippet().stream().collect(Collectors.joining("\n")));
    }

    private static List<String> snippet() throws Exception {
        List<String> lines = Files.readAllLines(
                Path.of("src", "test", "java", "org", "countsas", "explanation", "ExplanationsSnippetTest.java"));
        int begin = lines.indexOf("        // begin snippet");
        int end = lines.indexOf("        // end snippet");
        return lines.subList(begin + 1, end).stream()
                .map(line -> line.replaceFirst("^ {8}", ""))
                .toList();
    }
}
