package org.countsas.source.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemsOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.item.Stage;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Years as columns: the next edition of a table needs no new profile. */
class YearColumnsTest {
    @TempDir
    Path folder;

    private Path profile(String... amounts) {
        return lines(
                folder,
                "p.yaml",
                Stream.concat(
                                Stream.of("profile: x", "columns: {id: Nr, name: Titel}", "amounts:"),
                                Stream.of(amounts).map(line -> "  - " + line))
                        .toArray(String[]::new));
    }

    private Reading reading(Path profile, String... table) {
        return read(ReadOptions.DEFAULT.withProfile(profile.toString()), lines(folder, "t.csv", table));
    }

    @ParameterizedTest
    @CsvSource({
        "{year}, 2024, 2024",
        "{year}, 令和6年度, 2024",
        "{year}, FY24, 2024",
        "令和{year}年度要求額, 令和6年度要求額, 2024",
        "令和{year}年度要求額, 令和 ７ 年度 要求額, 2025",
        "令和{year}年度要求額, 令和元年度要求額, 2019",
        "令和{year}年度要求額, 2024年度要求額,",
        "令和{year}年度要求額, 令和6年度予算額,",
        "{year}要求額, 令和6年度要求額, 2024",
        "FY{year} Enacted, FY2024 Enacted, 2024",
        "FY{year} Enacted, fy24 enacted, 2024",
        "FY{year} Enacted, FY Enacted,",
        "FY{year} Enacted, FY2024 Request,",
        "{year} Enacted, 24 Enacted,",
        "Budget {year}, Budget 2024/25, 2024",
        "予算.{year}, 予算.R6, 2024",
    })
    void a_pattern_finds_the_year_in_the_names_of_columns(String pattern, String column, Integer year) {
        assertThat(new YearPattern(pattern).year(column).stream().boxed().toList())
                .isEqualTo(year == null ? List.of() : List.of(year));
    }

    @Test
    void the_same_profile_reads_this_years_table_and_the_next() {
        Path profile =
                profile("{column: \"令和{year}年度要求額\", stage: request, unit: 千円}", "{column: \"FY{year} Enacted\"}");

        assertThat(told(reading(profile, "Nr,Titel,FY2023 Enacted,FY24 Enacted,令和７年度要求額", "1,a,5,6,7")))
                .containsExactly("1 2025 request 7000 JPY", "1 2023 initial 5 JPY", "1 2024 initial 6 JPY");
        assertThat(told(reading(profile, "Nr,Titel,FY24 Enacted,FY25 Enacted,令和８年度要求額", "1,a,6,7,8")))
                .containsExactly("1 2026 request 8000 JPY", "1 2024 initial 6 JPY", "1 2025 initial 7 JPY");
    }

    @Test
    void years_can_be_counted_back_from_the_newest() {
        Path profile = profile(
                "{column: \"{year}\", years: {from: 2021, to: newest - 2}, stage: executed}",
                "{column: \"{year}\", years: {from: newest-1}, stage: request}");
        Reading reading = reading(profile, "Nr,Titel,2020,2021,2022,2023,2024,Rest", "1,a,1,2,3,4,5,6");

        assertThat(told(reading))
                .containsExactly(
                        "1 2021 executed 2 JPY",
                        "1 2022 executed 3 JPY",
                        "1 2023 request 4 JPY",
                        "1 2024 request 5 JPY");
        assertThat(reading.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.problem().reason())
                        .isEqualTo(
                                "Profile 'x' does not say what these columns mean, and they are left out: 2020, Rest"));
    }

    @Test
    void a_table_without_such_a_column_is_refused() {
        assertThatThrownBy(() -> reading(
                        profile("{column: \"FY{year}\", years: {from: 2024}}", "{yearColumns: 1976-2000}"),
                        "Nr,Titel,FY2023,Rest",
                        "1,a,1,2"))
                .hasMessage(
                        "S005 " + folder.resolve("t.csv")
                                + ": No column is named 'FY{year}' with a fiscal year from 2024 to newest, as profile 'x' says. The table has: Nr, Titel, FY2023, Rest."
                                + System.lineSeparator() + "S005 " + folder.resolve("t.csv")
                                + ": No column is named '{year}' with a fiscal year from 1976 to 2000, as profile 'x' says. The table has: Nr, Titel, FY2023, Rest.");
    }

    @Test
    void what_a_profile_says_wrongly_of_years_is_told() {
        Path profile = profile(
                "{column: \"{year}-{year}\"}",
                "{column: \"{year}\", years: {from: first, until: 2020}}",
                "{column: \"{year}\", fiscalYear: 2024}",
                "{column: a, years: 2020-2021, fiscalYear: 2024}",
                "{yearColumns: 2020-2021, years: 2020-2021}");

        assertThat(problemsOf(() -> reading(profile, "a")))
                .extracting(Problem::toString)
                .containsExactly(
                        "S013 " + profile + ":4:14: '{year}-{year}' has several years. Write {year} once.",
                        "V002 " + profile + ":5:52: Unknown key 'until'. Known: from, to.",
                        "S013 " + profile + ":5:38: 'first' is not a year. Write it as 2016 or newest-4.",
                        "S013 " + profile
                                + ":6:36: The names of the columns settle the fiscal year already. Remove 'fiscalYear'.",
                        "S013 " + profile + ":7:24: The column's name has no '{year}'. Remove 'years'.",
                        "S013 " + profile + ":8:37: 'yearColumns' says which years already. Remove 'years'.");
    }

    @Test
    void the_us_outlays_table_is_read_to_its_newest_year_by_the_profile_shipped_for_it() {
        String[] table = {
            "Agency Code,Agency Name,Bureau Code,Bureau Name,Account Code,Account Name,Treasury Agency Code,Subfunction Code,Subfunction Title,BEA Category,Grant/non-grant split,On- or Off- Budget,1976,TQ,2016,2017,2018,2019,2020,2021",
            "005,Department of Agriculture,03,Office of the Secretary,0012,Fund for Rural America,12,352,Agricultural research and services,Mandatory,Nongrant,On-budget,0,0,0,0,0,0,0,0",
            "005,Department of Agriculture,03,Office of the Secretary,0012,Fund for Rural America,12,352,Agricultural research and services,Mandatory,Grant,On-budget,0,0,0,0,0,0,0,0",
            "007,Department of Defense--Military Programs,10,Operation and Maintenance,2020,\"Operation and Maintenance, Army\",21,051,Department of Defense-Military,Discretionary,Nongrant,On-budget,0,0,\"51,302,000\",\"54,408,000\",\"46,370,000\",\"39,818,000\",\"38,491,000\",\"38,673,000\"",
            "021,Department of Transportation,70,Maritime Administration,8547,\"Miscellaneous Trust Funds, Maritime Administration\",69,403,Water transportation,Mandatory,Nongrant,On-budget,0,0,\"3,000\",\"3,000\",\"2,000\",\"2,000\",\"2,000\",\"2,000\"",
            "021,Department of Transportation,70,Maritime Administration,8547,\"Special studies, services and projects\",69,403,Water transportation,Mandatory,Nongrant,On-budget,19,13,0,0,0,0,0,0"
        };

        Reading reading = read(lines(folder, "outlays.csv", table));

        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.files().get(0).profile()).isEqualTo("us-outlays");
        Selection newest = reading.select();
        assertThat(newest.fiscalYear()).isEqualTo(2017);
        assertThat(newest.stage()).isEqualTo(Stage.INITIAL);
        assertThat(told(newest.items()))
                .containsExactly(
                        "005-03-0012-12-352-Mandatory-Grant-On-budget 2017 initial 0 USD",
                        "005-03-0012-12-352-Mandatory-Nongrant-On-budget 2017 initial 0 USD",
                        "007-10-2020-21-051-Discretionary-Nongrant-On-budget 2017 initial 54408000000 USD",
                        "021-70-8547-69-403-Mandatory-Nongrant-On-budget-Miscellaneous Trust Funds, Maritime Administration 2017 initial 3000000 USD",
                        "021-70-8547-69-403-Mandatory-Nongrant-On-budget-Special studies, services and projects 2017 initial 0 USD");
        assertThat(told(reading.select(2021, null).items()))
                .contains("007-10-2020-21-051-Discretionary-Nongrant-On-budget 2021 request 38673000000 USD");
        assertThat(newest.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.reason()).startsWith("The column 'TQ' is left out: "));
    }
}
