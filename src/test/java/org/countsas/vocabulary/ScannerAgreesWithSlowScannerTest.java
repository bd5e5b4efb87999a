package org.countsas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countsas.evaluation.RealRules;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.junit.jupiter.api.Test;

/** The one pass that finds all mentions, held against a search for each term by itself, with the project's own vocabulary. */
class ScannerAgreesWithSlowScannerTest {
    private final Vocabulary vocabulary = RealRules.book().vocabulary();
    private final Scanner scanner = vocabulary.scanner();
    private final SlowScanner slow = new SlowScanner(vocabulary.concepts());

    @Test
    void on_items_of_the_review_of_2024() {
        List<BudgetItem> items = RealRules.items();
        int mentions = 0;
        for (int i = 0; i < items.size(); i += 10) {
            Programme programme = items.get(i).programme();
            List<Mention> found = scanner.scan(programme).all();
            assertThat(found).isEqualTo(slow.scan(programme));
            mentions += found.size();
        }
        assertThat(mentions).isGreaterThan(5_000);
    }

    /** Terms and phrases in other widths and cases, cut short, run together or set apart: what overlaps, covers and masks. */
    @Test
    void on_texts_made_of_the_vocabulary() {
        Random random = new Random(25);
        List<String> words = vocabulary.concepts().stream()
                .flatMap(concept -> Stream.concat(concept.terms().stream(), concept.notWithin().stream()))
                .map(term -> term.endsWith("*") ? term.substring(0, term.length() - 1) : term)
                .toList();
        int mentions = 0;
        for (int i = 0; i < 400; i++) {
            Programme programme = Programme.builder("1")
                    .ministry(text(words, random, 2))
                    .name(text(words, random, 5))
                    .overview(text(words, random, 25))
                    .laws(List.of(text(words, random, 2), "法", text(words, random, 2)))
                    .build();
            List<Mention> found = scanner.scan(programme).all();
            assertThat(found).as(programme.toString()).isEqualTo(slow.scan(programme));
            mentions += found.size();
        }
        assertThat(mentions).isGreaterThan(10_000);
    }

    @Test
    void a_second_scan_of_what_has_changed_finds_what_a_first_one_finds() {
        List<Programme> programmes =
                RealRules.items().stream().limit(200).map(BudgetItem::programme).toList();
        for (int i = 1; i < programmes.size(); i++) {
            Programme before = programmes.get(i - 1);
            Programme next = programmes.get(i);
            Programme mixed = Programme.builder(next.id())
                    .ministry(before.ministry())
                    .name(next.name())
                    .purpose(before.purpose())
                    .overview(next.overview())
                    .plans(before.plans())
                    .laws(next.laws())
                    .build();
            Mentions expected = scanner.scan(mixed);
            Mentions found = scanner.rescan(mixed, before, scanner.scan(before));
            assertThat(found.all()).isEqualTo(expected.all());
            assertThat(vocabulary.concepts())
                    .allSatisfy(concept ->
                            assertThat(found.fieldsOf(concept.id())).isEqualTo(expected.fieldsOf(concept.id())));
        }
    }

    private static String text(List<String> words, Random random, int most) {
        List<UnaryOperator<String>> spellings = List.of(
                word -> word,
                ScannerAgreesWithSlowScannerTest::wide,
                String::toUpperCase,
                word -> word.substring(random.nextInt(word.length())));
        List<String> between = List.of("", "", "", "の", " ", "a", "⑩", "ﾞ", "\r\n");
        List<String> pieces = new ArrayList<>();
        IntStream.rangeClosed(0, random.nextInt(most)).forEach(i -> {
            String word = words.get(random.nextInt(words.size()));
            pieces.add(spellings.get(random.nextInt(spellings.size())).apply(word));
            pieces.add(between.get(random.nextInt(random.nextBoolean() ? 5 : between.size())));
        });
        return String.join("", pieces);
    }

    /** With ASCII letters, digits and signs in full width. */
    private static String wide(String text) {
        return text.chars()
                .map(c -> c > 0x20 && c < 0x7F ? c + 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
