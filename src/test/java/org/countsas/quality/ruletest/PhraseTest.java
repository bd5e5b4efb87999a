package org.countsas.quality.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The concept 'ship' has the terms 船 and ship*, and is not mentioned by 風船. */
class PhraseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<船>と車",
                "車",
                "風船と<船>",
                "<船><船>",
                "<ships> and a <shipyard>",
                "<ship>s, marked to the end of the term alone",
                "<ＳＨＩＰ> in full-width letters",
            })
    void a_phrase_passes_when_exactly_its_mentions_are_marked(String phrase) {
        assertThat(result(phrase).passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "船",
                "<車>",
                "<風船>",
                "<船と>車",
                "<船>と船",
                "flag<ship>",
            })
    void a_phrase_fails_when_a_mark_is_missing_or_too_many_or_elsewhere(String phrase) {
        assertThat(result(phrase).passed()).isFalse();
    }

    @Test
    void a_failing_phrase_shows_what_was_found() {
        PhraseResult result = result("<風船>と船と<ships>");

        assertThat(result.phrase().marked(result.marks())).isEqualTo("<風船>と船と<ships>");
        assertThat(result.phrase().marked(result.found())).isEqualTo("風船と<船>と<ships>");
    }

    private static PhraseResult result(String phrase) {
        List<PhraseResult> results = SmallTests.read("vocabulary:\n  ship:\n    - \"" + phrase + "\"\n")
                .run()
                .phrases();
        assertThat(results).hasSize(1);
        return results.get(0);
    }
}
