package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReaderLanguageTest {
    private static String of(Map<String, String> variables) {
        return ReaderLanguage.of(variables, Locale.ENGLISH);
    }

    @Test
    void theVariableOfTheProgramComesBeforeTheLocale() {
        assertThat(of(Map.of("COUNTSAS_LANG", "ja", "LANG", "en_GB.UTF-8"))).isEqualTo("ja");
        assertThat(of(Map.of("COUNTSAS_LANG", "en", "LANG", "ja_JP.UTF-8"))).isEqualTo("en");
        assertThat(of(Map.of("COUNTSAS_LANG", "ja_JP.UTF-8"))).isEqualTo("ja");
        assertThat(of(Map.of("COUNTSAS_LANG", "", "LANG", "ja_JP.UTF-8"))).isEqualTo("ja");
    }

    @Test
    void aLanguageThatThereIsNotIsKeptSoThatTheCommandSaysSo() {
        assertThat(of(Map.of("COUNTSAS_LANG", "fr"))).isEqualTo("fr");
    }

    @Test
    void theVariablesOfTheLocaleAreReadInTheOrderOfPosix() {
        assertThat(of(Map.of("LANG", "ja_JP.UTF-8"))).isEqualTo("ja");
        assertThat(of(Map.of("LC_ALL", "C", "LANG", "ja_JP.UTF-8"))).isEqualTo("en");
        assertThat(of(Map.of("LC_MESSAGES", "ja_JP.eucJP", "LANG", "en_US.UTF-8")))
                .isEqualTo("ja");
        assertThat(of(Map.of("LANG", "jam_JM.UTF-8"))).isEqualTo("en");
    }

    @Test
    void withoutVariablesTheLocaleOfTheSystemDecides() {
        assertThat(ReaderLanguage.of(Map.of(), Locale.JAPAN)).isEqualTo("ja");
        assertThat(ReaderLanguage.of(Map.of(), Locale.FRANCE)).isEqualTo("en");
    }

    @Test
    void theCommandComesBeforeEverything() {
        assertThat(ReaderLanguage.of(new String[] {"classify", "x.csv", "--lang", "ja"}, "en"))
                .isEqualTo("ja");
        assertThat(ReaderLanguage.of(new String[] {"--lang=en", "keys"}, "ja")).isEqualTo("en");
        assertThat(ReaderLanguage.of(new String[] {"verify", "--", "--lang=ja"}, "en"))
                .isEqualTo("en");
    }

    @Test
    void usageProblemsAreInTheLanguageThatTheCommandNames() {
        assertThat(Console.run("--lang", "ja", "clasify").err().lines())
                .containsExactly("U001：「clasify」というコマンドはありません。「classify」のことですか？");
        assertThat(Console.run("classify", "--lang", "ja").err().lines())
                .containsExactly("U001：入力 が指定されていません。「countsas classify --help」をご覧ください。");
        assertThat(Console.run("classify", "x.csv", "--fiscal-year", "XX", "--lang=ja")
                        .err()
                        .lines())
                .containsExactly(
                        "U001：「XX」は --fiscal-year の値として使えません：2024、FY2024、令和6年度のような会計年度ではありません。「countsas classify --help」をご覧ください。");
        assertThat(Console.run("classify", "--lang", "fr", "x.csv").err().lines())
                .containsExactly("U001: There is no language 'fr'. Known: en, ja.");
    }
}
