package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countsas.vocabulary.BilingualText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest(name = "{0} yen is {1} and {2}")
    @CsvSource(delimiter = '|', textBlock = """
            144040487000       | 144.04 bn yen       | 1,440.4億円
            121141049606724    | 121,141.05 bn yen   | 1,211,410.5億円
            1000000000         | 1.00 bn yen         | 10.0億円
            1005000000         | 1.01 bn yen         | 10.1億円
            1004999999         | 1.00 bn yen         | 10.0億円
            4999999            | 4,999,999 yen       | 4,999,999円
            5000000            | 0.01 bn yen         | 0.1億円
            -1005000000        | -1.01 bn yen        | -10.1億円
            -1                 | -1 yen              | -1円
            0                  | 0.00 bn yen         | 0.0億円
            9223372036854775807| 9,223,372,036.85 bn yen | 92,233,720,368.5億円
            """)
    void anAmountOfYenIsRoundedHalfUpAndInFullWhereThatWouldSayNothing(long amount, String english, String japanese) {
        assertThat(Language.EN.amount(amount, "JPY")).isEqualTo(english);
        assertThat(Language.JA.amount(amount, "JPY")).isEqualTo(japanese);
    }

    @Test
    void anAmountOfAnotherCurrencyHasItsNameOrElseItsCode() {
        assertThat(Language.EN.amount(592_267_000_000L, "USD")).isEqualTo("592.27 bn USD");
        assertThat(Language.JA.amount(592_267_000_000L, "USD")).isEqualTo("5,922.7億ドル");
        assertThat(Language.JA.exact(592_267_000_000L, "CHF")).isEqualTo("592,267,000,000CHF");
        assertThat(Language.EN.exact(592_267_000_000L, "USD")).isEqualTo("592,267,000,000 USD");
    }

    @Test
    void theDigitsOfAColumnAndItsUnitMakeUpTheAmount() {
        assertThat(Language.EN.digits(144_040_487_000L, "JPY") + " " + Language.EN.unit("JPY"))
                .isEqualTo(Language.EN.amount(144_040_487_000L, "JPY"));
        assertThat(Language.JA.digits(144_040_487_000L, "JPY") + Language.JA.unit("JPY"))
                .isEqualTo(Language.JA.amount(144_040_487_000L, "JPY"));
    }

    @Test
    void anExactAmountHasAllItsDigits() {
        assertThat(Language.EN.exact(144_040_487_000L, "JPY")).isEqualTo("144,040,487,000 yen");
        assertThat(Language.JA.exact(144_040_487_000L, "JPY")).isEqualTo("144,040,487,000円");
    }

    @Test
    void anAmountInASentenceIsRoundedFirstAndThenExact() {
        assertThat(Language.EN.both(65_104_706_000L, "JPY")).isEqualTo("65.10 bn yen (65,104,706,000 yen)");
        assertThat(Language.JA.both(65_104_706_000L, "JPY")).isEqualTo("651.0億円（65,104,706,000円）");
        assertThat(Language.JA.both(4_999_999, "JPY")).isEqualTo("4,999,999円");
        assertThat(Language.JA.both(0, "JPY")).isEqualTo("0円");
    }

    @Test
    void aPercentageHasNoSpaceInJapanese() {
        assertThat(Language.EN.percent("5/7.5/21 %")).isEqualTo("5/7.5/21 %");
        assertThat(Language.JA.percent("5/7.5/21 %")).isEqualTo("5/7.5/21%");
    }

    @Test
    void nothingDependsOnTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : new Locale[] {
                Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.GERMANY, Locale.JAPAN
            }) {
                Locale.setDefault(locale);
                assertThat(Language.EN.amount(1_234_567_890_123L, "JPY"))
                        .as(locale.toString())
                        .isEqualTo("1,234.57 bn yen");
                assertThat(Language.EN.id()).isEqualTo("en");
                assertThat(Language.EN.text("table.sum")).isEqualTo("Sum");
                assertThat(Language.JA.text("table.sum")).isEqualTo("計");
                assertThat(Language.JA.text("read", "5,664", "5,660", "4")).isEqualTo("読込5,664件（判定5,660件、除外4件）");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aValueWithBracesOrQuotesIsPrintedAsItIs() {
        assertThat(Language.EN.text("range", "{1}", "a 'b' {0}", "{c}")).isEqualTo("{1} (low a 'b' {0}, high {c})");
    }

    @Test
    void aLabelIsGivenInTheLanguage() {
        assertThat(Language.EN.label(new BilingualText("Space", "宇宙"))).isEqualTo("Space");
        assertThat(Language.JA.label(new BilingualText("Space", "宇宙"))).isEqualTo("宇宙");
    }

    @Test
    void bothLanguagesHaveTheSameSentencesWithTheSameSlots() throws IOException {
        Properties english = messages("output.properties");
        Properties japanese = messages("output_ja.properties");

        assertThat(new TreeSet<>(japanese.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(slots(japanese.getProperty(key))).as(key).isEqualTo(slots(english.getProperty(key)));
            // An apostrophe would quote the slots after it.
            assertThat(english.getProperty(key) + japanese.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    private static TreeSet<String> slots(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties messages(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Language.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
