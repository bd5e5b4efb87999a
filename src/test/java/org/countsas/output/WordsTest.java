package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countsas.testing.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Japanese texts use the words of the glossary. */
class WordsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    @ParameterizedTest(name = "{0} {1} = {2}")
    @CsvSource(delimiter = '|', textBlock = """
            report/comparison/page/page           | central                  | 中位推計
            report/comparison/page/page           | kind.OTHER_REVIEW        | 「要確認」の内容が変わる
            report/comparison/page/page           | basis.INFERRED           | 本プロジェクトの解釈
            report/comparison/comparison          | kind.OTHER_REVIEW        | 「要確認」の内容が変わった項目
            report/comparison/comparison          | alone                    | 単独で追加
            report/comparison/comparison          | last                     | 最後に追加
            report/comparison/comparison          | share.found.without      | {0}は、{1}を算入しなくても達成：{3}
            report/explanation/explanation        | finding.strength         | 確度：{0}。根拠の性格：{1}。
            report/explanation/explanation        | strength.word.RULE       | 構造的な手がかり
            report/explanation/explanation        | strength.word.PRESUMPTION| 文言からの推定
            report/explanation/explanation        | basis.INFERRED           | 本プロジェクトの解釈
            report/explanation/explanation        | whyNot                   | なぜ不算入か：あと一歩で算入となる規則
            report/rules/rules                    | list.strength            | 確度
            report/rules/rules                    | word.INFERRED            | 本プロジェクトの解釈
            output/output                         | target.above             | {0}上回る
            output/output                         | amount.both              | {0}（{1}）
            """)
    void theWordsThatWereWrongAreRight(String file, String key, String text) throws IOException {
        assertThat(texts(RESOURCES.resolve("org/countsas/" + file + "_ja.properties")))
                .containsEntry(key, text);
    }

    @Test
    void noTextHasAWordThatMeansSomethingElse() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (Path file : japanese()) {
            texts(file).forEach((key, text) -> {
                for (String word : List.of("中央値", "ニアミス", "強さ", "推論", "推測", "算入率", "政策", "ルール", "JPY", "兆円 ")) {
                    // The median of the search for candidates is one.
                    if (text.contains(word) && !key.equals("recovery.median")) {
                        wrong.put(file.getFileName() + " " + key, word);
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void betweenANumberAndItsCounterThereIsNoSpace() throws IOException {
        Pattern spaced = Pattern.compile("[}\\d] (?:[%％件円]|億円|項目|通り)|[}\\d]％|億円 (?:上|下)");
        List<String> wrong = new ArrayList<>();
        for (Path file : japanese()) {
            texts(file).forEach((key, text) -> {
                if (spaced.matcher(text).find()) {
                    wrong.add(file.getFileName() + " " + key + "=" + text);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theGlossaryHasEveryWordThatIsShown() {
        String glossary = Document.of("src/site/markdown/glossary.md").text();

        assertThat(glossary)
                .contains(
                        "| 中位推計 |",
                        "| 確度 |",
                        "| 文言からの推定 |",
                        "| 構造的な手がかり |",
                        "| 本プロジェクトの解釈 |",
                        "| あと一歩で算入となる項目 |",
                        "| 単独で追加、最後に追加 |",
                        "| 仮定GDP |");
    }

    private static List<Path> japanese() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith("_ja.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
