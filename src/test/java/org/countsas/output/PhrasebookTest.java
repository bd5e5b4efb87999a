package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasebookTest {
    private static List<String> japanese(Problem problem) {
        return ProblemText.lines(problem, Language.JA);
    }

    @Test
    void aProblemIsSaidInJapaneseWithWhatStandsInItsSlots() {
        assertThat(japanese(new Problem(
                        Code.UNKNOWN_ITEM,
                        Place.NONE,
                        "There is no item '9999' in fiscal year 2024, stage initial",
                        "Check the id or the name, the year and the stage")))
                .containsExactly("U005：2024年度・当初予算に項目「9999」はありません。番号または名称、年度、段階を確かめてください。");
    }

    @Test
    void thePlaceStaysAsItIs() {
        assertThat(japanese(new Problem(
                        Code.MISSING_ID, Place.line("表.csv", 4).field("id"), "The row has no id", "Fill it in")))
                .containsExactly("S008 表.csv:4 (id)：行に番号がありません。記入してください。");
    }

    @Test
    void choicesFollowAColon() {
        assertThat(japanese(new Problem(
                        Code.AMBIGUOUS_ITEM,
                        Place.NONE,
                        "'港' occurs in the names of 9 items",
                        "Name one by its id",
                        List.of("4220 港湾", "and 7 more"))))
                .containsExactly("U010：「港」は9件の項目の名称に現れます。番号で指定してください：", "  4220 港湾", "  ほか7件");
    }

    @Test
    void aQuestionKeepsItsMark() {
        assertThat(japanese(new Problem(
                        Code.NO_SUCH_POLICY, Place.NONE, "There is no area 'spce'", "Did you mean 'space'?")))
                .containsExactly("U009：分野「spce」はありません。「space」のことですか？");
    }

    @Test
    void ofSeveralSentencesThatFitTheOneWithTheMostLiteralCharactersHolds() {
        assertThat(ProblemText.of("The text holds U+D800, half of a surrogate pair", Language.JA))
                .isEqualTo("文字列にU+D800（サロゲートペアの片方）が含まれています");
        assertThat(ProblemText.of("'a' is not a valid value for --x: not a whole number, such as 2024", Language.JA))
                .isEqualTo("「a」は --x の値として使えません：2024 のような整数ではありません");
    }

    @Test
    void whatNobodyTranslatedStaysAsItIs() {
        assertThat(ProblemText.of("An embedder says so", Language.JA)).isEqualTo("An embedder says so");
        assertThat(ProblemText.of("There is no item '9'", Language.EN)).isEqualTo("There is no item '9'");
    }

    @Test
    void whatSomebodyWroteIsNotTranslated() {
        assertThat(ProblemText.of("There is no area 'Fill it in'", Language.JA)).isEqualTo("分野「Fill it in」はありません");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org/countsas/output/problems_ja.txt", "org/countsas/cli/help_ja.txt"})
    void aFileIsSortedAndHasEverySlotInBothLanguages(String file) throws IOException {
        List<String> lines = Files.readAllLines(
                        Path.of("src", "main", "resources").resolve(file))
                .stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        List<String> english = IntStream.range(0, lines.size() / 2)
                .mapToObj(at -> lines.get(2 * at))
                .toList();

        assertThat(english).isSorted().doesNotHaveDuplicates();
        for (int at = 0; at + 1 < lines.size(); at += 2) {
            assertThat(slots(lines.get(at))).as(lines.get(at)).containsAll(slots(lines.get(at + 1)));
        }
    }

    private static List<String> slots(String line) {
        return Pattern.compile("\\{([1-9])\\*?}")
                .matcher(line)
                .results()
                .map(slot -> slot.group(1))
                .toList();
    }
}
