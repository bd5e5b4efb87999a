package org.countsas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.told;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.countsas.source.ReadOptions;
import org.countsas.source.cell.Amount;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of a named locale: a profile says which, nobody guesses. */
class NumberStyleTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | 1.234.567 | 1234567",
                "de | 1.234,5 Mio | wrong",
                "de | 1234567 | 1234567",
                "de | 1.234,00 | 1234",
                "de | -1.234 € | -1234",
                "de | (1.234) | -1234",
                "de | 1,234 | wrong",
                "de | 1234.5 | wrong",
                "de | 1.23 | wrong",
                "de | 1.234.56 | wrong",
                "fr | 1 234 567 | 1234567",
                "fr | 1\u202F234\u00A0567,00 | 1234567",
                "fr | 1.234 | wrong",
                "de-CH | 1'234'567.00 | 1234567",
                "de-CH | 1’234 | 1234",
                "en | 1,234.0 | 1234",
                "ja | 1,234.0 | 1234",
                "pt-BR | 1.234 | 1234",
                "ar-EG | ١٬٢٣٤٫٠ | 1234"
            })
    void amounts_are_read_as_the_locale_writes_them(String locale, String cell, String expected) {
        Amount amount =
                Amount.parse(cell, BigDecimal.ONE, NumberStyle.of(locale).orElseThrow());

        assertThat(amount.wrong() == null ? String.valueOf(amount.value()) : "wrong")
                .isEqualTo(expected);
    }

    @Test
    void a_unit_makes_decimals_whole() {
        assertThat(Amount.parse(
                        "1.234,56",
                        BigDecimal.valueOf(1_000_000),
                        NumberStyle.of("de").orElseThrow()))
                .isEqualTo(new Amount(1_234_560_000, null));
    }

    @Test
    void a_profile_names_the_locale_for_its_table() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "numbers: de",
                "currency: EUR",
                "fiscalYear: 2024",
                "columns: {id: Nr, name: Titel, amount: Betrag}");
        Path table = lines(folder, "t.csv", "Nr;Titel;Betrag", "1;a;1.234", "2;b;1.234,00", "3;c;1,234");

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), table);

        assertThat(told(reading)).containsExactly("1 2024 initial 1234 EUR", "2 2024 initial 1234 EUR");
        assertThat(reading.rejected())
                .extracting(row -> row.problem().toString())
                .containsExactly(
                        "S009 " + table
                                + ":4 (Betrag): '1,234' comes to 1.234, which is not a whole number. Write a number, such as 1234567 or 1.234.567 ('de' in the mapping profile).");
    }

    @Test
    void numbers_of_json_are_numbers_and_its_texts_are_of_the_locale() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "numbers: de",
                "unit: 1000",
                "fiscalYear: 2024",
                "columns: {id: id, name: name, amount: amount}");
        Path table = lines(
                folder,
                "t.json",
                "[{\"id\":\"1\",\"name\":\"a\",\"amount\":1.234},{\"id\":\"2\",\"name\":\"a\",\"amount\":\"1.234\"}]");

        assertThat(told(read(ReadOptions.DEFAULT.withProfile(profile.toString()), table)))
                .containsExactly("1 2024 initial 1234 JPY", "2 2024 initial 1234000 JPY");
    }

    @Test
    void a_number_of_another_locale_is_rejected_with_what_to_do() {
        Path table = lines(folder, "t.csv", "id;fiscalYear;name;amount", "1;2024;a;1.234,56");

        assertThat(problemOf(() -> read(ReadOptions.DEFAULT.asStrict(), table)).toString())
                .isEqualTo(
                        "S009 " + table
                                + ":2 (amount): '1.234,56' is not an amount. Write a number, such as 1234567 or 1,234,567, or name its locale in a mapping profile, as 'numbers: de'.");
    }

    @Test
    void a_locale_that_nobody_knows_is_refused() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "numbers: martian",
                "fiscalYear: 2024",
                "columns: {id: id, name: name, amount: amount}");

        assertThat(problemOf(() -> read(ReadOptions.DEFAULT.withProfile(profile.toString()), profile))
                        .toString())
                .isEqualTo(
                        "S013 " + profile
                                + ":2:10: 'martian' is not a locale whose numbers are known. Write its language tag, as de, fr or de-CH.");
    }
}
