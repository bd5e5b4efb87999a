package org.countsas.quality.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.quality.mutation.MutationKind;
import org.countsas.report.quality.RuleTestReport;
import org.countsas.testing.Document;
import org.junit.jupiter.api.Test;

/** The page on rule tests says what is so. */
class RuleTestsDocumentationTest {
    private static final Document PAGE = Document.of("src/site/markdown/rule-tests.md");

    @Test
    void its_tests_pass_and_fail_as_it_says() {
        List<String> files = PAGE.blocks("yaml");

        assertThat(text(files.get(0))).containsExactly("4 tests, 0 failed; 0 phrases, 0 failed");
        assertThat(text(files.get(1))).containsExactly("0 tests, 0 failed; 4 phrases, 0 failed");
        assertThat(withoutLines(text(files.get(2))))
                .isEqualTo(withoutLines(PAGE.blockAfter("An embassy's guard against hijackers")
                        .lines()
                        .toList()));
    }

    @Test
    void it_names_every_kind_of_mutant() {
        List<String> kinds = new ArrayList<>();
        PAGE.text()
                .lines()
                .filter(line -> line.matches("\\| `[a-z]+(-[a-z]+)+` \\|.*"))
                .forEach(line -> kinds.add(line.split("`")[1]));

        assertThat(kinds)
                .containsExactlyElementsOf(Arrays.stream(MutationKind.values())
                        .map(MutationKind::id)
                        .toList());
    }

    /** Rules move when others are added above them; the page need not follow. */
    private static List<String> withoutLines(List<String> text) {
        return text.stream()
                .map(line -> line.replaceFirst("\\.drl:\\d+(:\\d+)?", ".drl"))
                .toList();
    }

    /** What a person reads of a test file beside the shipped rules. */
    private static List<String> text(String file) {
        RulesFolder shipped = RulesFolder.of(Path.of("rules"));
        Map<String, byte[]> files = new TreeMap<>();
        shipped.paths().stream()
                .filter(path -> !path.startsWith("tests/"))
                .forEach(path -> files.put(path, shipped.bytes(path)));
        files.put("tests/mine.yaml", file.getBytes(StandardCharsets.UTF_8));
        RuleBook book = RuleBookReader.read(RulesFolder.of("rules", files));
        return RuleTestReport.text(
                RuleTestRun.of(RuleSet.of(book), RuleTestReader.read(book, Definitions.read(book))),
                false,
                Language.EN);
    }
}
