package org.countsas.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.countsas.candidate.NounRuns.Noun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nouns stand together in a text. */
class NounRunsTest {
    private final NounRuns nouns = new NounRuns();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    海底ケーブルの敷設 | 海底+ケーブル 敷設
                    ｻｲﾊﾞｰ攻撃への対応 | サイバー+攻撃 対応
                    港湾等の保安 | 港湾 保安
                    the protection of submarine cables | protection submarine+cables
                    第3次計画 | 第 計画
                    ''| ''
                    """)
    void nouns_stand_together_until_another_word_comes(String text, String runs) {
        assertThat(nouns.of(text).stream()
                        .map(run -> run.stream().map(Noun::text).collect(Collectors.joining("+")))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(runs);
    }

    @ParameterizedTest
    @CsvSource({"強靱化, true", "強靱計画, false"})
    void a_noun_that_can_only_follow_another_is_known(String text, boolean suffix) {
        List<Noun> run = nouns.of(text).get(0);

        assertThat(run.get(run.size() - 1).suffix()).isEqualTo(suffix);
    }
}
