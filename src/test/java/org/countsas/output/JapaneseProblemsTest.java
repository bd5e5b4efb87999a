package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.countsas.testing.LatinWords;
import org.countsas.testing.messages.Messages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that a problem can say has a Japanese sentence, read from the sources. */
@Tag("hot")
class JapaneseProblemsTest {
    /** What JSON calls nothing, and an id that is read from the sources as its key. */
    private static final Set<String> NAMES = Set.of("null", "bundle");

    @Test
    void everyReasonAndFixInTheSourcesHasAJapaneseSentence() {
        List<String> missing = new ArrayList<>();
        Messages.of(Path.of("src", "main", "java")).forEach((text, where) -> {
            String english = text.filled();
            if (english.replaceAll("⟦\\d+⟧", "").matches(".*\\w.*")) {
                String japanese = ProblemText.of(english, Language.JA);
                List<String> words = LatinWords.in(japanese, NAMES);
                if (japanese.equals(english) || !words.isEmpty()) {
                    missing.add(where + ": " + english + " → " + japanese + " " + words);
                }
            }
        });
        assertThat(missing).isEmpty();
    }
}
