package org.countsas.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.result.Reading;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows with the same id: a mistake, parts of one item, or different items, as the profile says. */
class SameIdTest {
    private static final String[] TABLE = {
        "Ministry,Account,Grant,2023,2024",
        "A,Ships,yes,1,10",
        "A,Roads,yes,2,20",
        "A,Ships,no,4,40",
        "B,Ships,no,8,80",
        "A,Ships,no,-,160"
    };

    @TempDir
    Path folder;

    private Reading reading(String sameId, String... table) {
        Path profile = lines(
                folder,
                "p.yaml",
                Stream.concat(
                                Stream.of(
                                        "profile: accounts",
                                        "currency: USD",
                                        "columns: {id: [Ministry, Account], name: Account, ministry: Ministry}",
                                        "attributes: {grant: Grant}",
                                        "amounts: [{yearColumns: 2023-2024}]",
                                        "noAmount: ['-']"),
                                Stream.of(sameId))
                        .toArray(String[]::new));
        return read(ReadOptions.DEFAULT.withProfile(profile.toString()), lines(folder, "t.csv", table));
    }

    private static List<String> warnings(Reading reading) {
        return reading.warnings().stream()
                .map(Warning::problem)
                .map(Problem::toString)
                .toList();
    }

    private String place(int row) {
        return folder.resolve("t.csv") + ":" + row;
    }

    @Test
    void without_a_word_of_the_profile_the_later_row_is_rejected() {
        assertThat(rejections(reading("", TABLE)))
                .containsExactly(
                        "DUPLICATE_ID 4 2023: Id 'A-Ships' already has an amount for fiscal year 2023, initial, in row 2",
                        "DUPLICATE_ID 4 2024: Id 'A-Ships' already has an amount for fiscal year 2024, initial, in row 2",
                        "DUPLICATE_ID 6 2024: Id 'A-Ships' already has an amount for fiscal year 2024, initial, in row 2");
    }

    @Test
    void parts_of_one_item_are_added_up_and_what_they_say_differently_is_joined() {
        Reading reading = reading("sameId: sum", TABLE);

        assertThat(told(reading))
                .containsExactly(
                        "A-Ships 2023 initial 5 USD",
                        "A-Ships 2024 initial 210 USD",
                        "A-Roads 2023 initial 2 USD",
                        "A-Roads 2024 initial 20 USD",
                        "B-Ships 2023 initial 8 USD",
                        "B-Ships 2024 initial 80 USD");
        assertThat(reading.items().get(1).programme().attributes()).isEqualTo(Map.of("grant", "yes; no"));
        assertThat(reading.items().get(1).programme().name()).isEqualTo("Ships");
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.files().get(0).uses()).isEqualTo(Map.of(RowUse.ITEMS, 3, RowUse.PART, 2));
        assertThat(warnings(reading))
                .containsExactly("S031 " + place(2)
                        + ": Profile 'accounts' adds up 3 rows as parts of 1 item: 'A-Ships' (rows 2, 4, 6). What they say differently is joined: Grant. "
                        + "If they are different items, add a column to the id.");
    }

    @Test
    void different_items_are_numbered_by_their_order() {
        Reading reading = reading("sameId: number", TABLE);

        assertThat(told(reading))
                .containsExactly(
                        "A-Ships 2023 initial 1 USD",
                        "A-Ships 2024 initial 10 USD",
                        "A-Roads 2023 initial 2 USD",
                        "A-Roads 2024 initial 20 USD",
                        "A-Ships#2 2023 initial 4 USD",
                        "A-Ships#2 2024 initial 40 USD",
                        "B-Ships 2023 initial 8 USD",
                        "B-Ships 2024 initial 80 USD",
                        "A-Ships#3 2024 initial 160 USD");
        assertThat(warnings(reading))
                .containsExactly("S031 " + place(2)
                        + ": Profile 'accounts' numbers 3 rows that share 1 id, by their order: 'A-Ships' (rows 2, 4, 6). "
                        + "Rows in another order get other numbers; add a column to the id if one tells them apart.");
    }

    @Test
    void a_row_for_another_year_is_no_repeat_and_stays_with_its_item() {
        String[] years = {"Nr,Titel,Jahr,Betrag", "1,a,2023,5", "1,a,2024,6", "1,b,2023,7", "1,b,2024,8", "1#2,c,2024,9"
        };
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "columns: {id: Nr, name: Titel, fiscalYear: Jahr, amount: Betrag}",
                "sameId: number");
        Path table = lines(folder, "t.csv", years);

        assertThat(told(read(ReadOptions.DEFAULT.withProfile(profile.toString()), table)))
                .containsExactly(
                        "1 2023 initial 5 JPY",
                        "1 2024 initial 6 JPY",
                        "1#3 2023 initial 7 JPY",
                        "1#3 2024 initial 8 JPY",
                        "1#2 2024 initial 9 JPY");
    }

    @Test
    void a_part_that_cannot_be_read_is_rejected_and_the_others_are_added_up() {
        Reading reading =
                reading("sameId: sum", "Ministry,Account,Grant,2023,2024", "A,x,a,1,1", "A,x,a,1,?", "A,x,a,1,1");

        assertThat(told(reading)).containsExactly("A-x 2023 initial 3 USD", "A-x 2024 initial 2 USD");
        assertThat(rejections(reading)).containsExactly("BAD_AMOUNT 3 2024: '?' is not an amount");
    }

    @Test
    void parts_too_large_to_be_added_up_are_rejected() {
        String most = String.valueOf(Long.MAX_VALUE);
        Reading reading =
                reading("sameId: sum", "Ministry,Account,Grant,2023,2024", "A,x,a,1," + most, "A,x,a,1," + most);

        assertThat(told(reading)).containsExactly("A-x 2023 initial 2 USD");
        assertThat(rejections(reading))
                .containsExactly(
                        "BAD_AMOUNT 2 2024: The parts of id 'A-x' come to 18446744073709551614, which is too large an amount");
    }

    @Test
    void rows_that_the_profile_leaves_out_are_no_parts() {
        Reading reading = reading("sameId: sum\nrows: {except: {grants: {Grant: yes}}}", TABLE);

        assertThat(told(reading))
                .contains("A-Ships 2023 initial 4 USD", "A-Ships 2024 initial 200 USD")
                .doesNotContain("A-Roads 2024 initial 20 USD");
    }

    @Test
    void of_many_ids_the_first_are_named_and_the_others_counted() {
        String[] table = Stream.concat(
                        Stream.of("Ministry,Account,Grant,2023,2024"),
                        IntStream.range(0, 24).mapToObj(i -> "A," + i / 2 + ",a,1,1"))
                .toArray(String[]::new);

        assertThat(warnings(reading("sameId: sum", table)))
                .singleElement()
                .asString()
                .contains("adds up 24 rows as parts of 12 items: 'A-0' (rows 2, 3), ")
                .contains("'A-9' (rows 20, 21) and 2 more. If they");
    }

    @Test
    void columns_that_tell_some_apart_go_first() {
        Reading reading = reading("idApartBy: Grant\nsameId: sum", TABLE);

        assertThat(reading.items())
                .extracting(BudgetItem::id)
                .containsExactly(
                        "A-Ships-yes",
                        "A-Ships-yes",
                        "A-Roads",
                        "A-Roads",
                        "A-Ships-no",
                        "A-Ships-no",
                        "B-Ships",
                        "B-Ships");
    }

    @Test
    void anything_else_is_no_answer() {
        assertThat(problemOf(() -> reading("sameId: add", TABLE)).toString())
                .isEqualTo(
                        "S013 " + folder.resolve("p.yaml")
                                + ":7:9: 'add' does not say what rows with the same id are. Write sum if they are parts of one item, or number if they are different items.");
    }
}
