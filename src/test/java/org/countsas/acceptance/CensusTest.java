package org.countsas.acceptance;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.quality.Label.Verdict.BORDERLINE;
import static org.countsas.quality.Label.Verdict.COUNT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.item.Programme;
import org.countsas.quality.Label;
import org.countsas.quality.LabelReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules against four readers who together read every review sheet of 2024 but those of the Ministry of Defense. What
 * they gave no label does not count. A third of the items, chosen by the digest of their ids, was held back while rules were changed.
 */
class CensusTest {
    private static final Path LABELS = Path.of("src", "test", "resources", "org", "countsas", "review-2024-labels.csv");

    @ParameterizedTest
    @CsvSource({"false, 3608, 153, 13, 15", "true, 1736, 56, 7, 7"})
    void every_sheet_is_decided_much_as_its_reader_decided(
            boolean heldBack, int items, int hits, int missed, int wrong) {
        Map<String, List<Label>> labels = LabelReader.read(LABELS).stream().collect(groupingBy(Label::item));
        List<Decision> decisions = Review.decisions("japan-2025-proposal").stream()
                .filter(decision -> wasRead(decision.item().programme()))
                .filter(decision -> isHeldBack(decision.item().id()) == heldBack)
                .toList();

        assertThat(decisions.size()).isEqualTo(items);
        assertThat(decisions.stream()
                        .filter(decision -> counted(decision) && says(COUNT, decision, labels))
                        .count())
                .as("rightly counted")
                .isEqualTo(hits);
        assertThat(decisions.stream()
                        .filter(decision -> !counted(decision) && says(COUNT, decision, labels))
                        .count())
                .as("missed")
                .isEqualTo(missed);
        assertThat(decisions.stream()
                        .filter(decision -> counted(decision)
                                && !says(COUNT, decision, labels)
                                && !says(BORDERLINE, decision, labels))
                        .count())
                .as("wrongly counted")
                .isEqualTo(wrong);
    }

    private static boolean wasRead(Programme programme) {
        return !programme.ministry().equals("防衛省");
    }

    private static boolean isHeldBack(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Byte.toUnsignedInt(digest[0]) % 3 == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean counted(Decision decision) {
        return decision.outcome() == Outcome.COUNTED;
    }

    private static boolean says(Label.Verdict verdict, Decision decision, Map<String, List<Label>> labels) {
        return labels.getOrDefault(decision.item().id(), List.of()).stream()
                .anyMatch(label -> label.verdict() == verdict);
    }
}
