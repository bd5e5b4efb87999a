package org.countsas.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.source.profile.Profiles;
import org.countsas.source.result.Reading;
import org.countsas.source.table.ColumnMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about inputs shows is what happens. */
class InputsDocumentationTest {
    @TempDir
    Path folder;

    @Test
    void the_example_of_a_mapping_profile_reads_the_example_table() throws IOException {
        List<String> blocks = blocks("ministry-table");
        Path profile = Written.lines(folder, "ministry-table.yaml", blocks.get(0));
        Path table = Written.bytes(folder, "table.tsv", blocks.get(1).getBytes(Written.CP932));

        Reading reading = Written.read(ReadOptions.DEFAULT.withProfile(profile.toString()), table);

        assertThat(Written.told(reading)).containsExactly(blocks.get(2).split("\n"));
        assertThat(reading.rejected()).isEmpty();
    }

    @Test
    void the_example_of_conditions_on_rows_reads_the_example_table_and_tells_what_it_leaves_out() throws IOException {
        List<String> blocks = blocks("departments");
        Path profile = Written.lines(folder, "departments.yaml", blocks.get(0));
        Path table = Written.lines(folder, "table.csv", blocks.get(1).stripTrailing());

        Reading reading = Written.read(ReadOptions.DEFAULT.withProfile(profile.toString()), table);

        assertThat(Written.told(reading)).containsExactly(blocks.get(2).split("\n"));
        assertThat(reading.leftOut())
                .extracting(rows -> rows.notice().reason())
                .containsExactly(blocks.get(3).split("\n"));
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void the_example_of_a_profile_for_json_reads_the_example_document() throws IOException {
        List<String> blocks = blocks("grants");
        Path profile = Written.lines(folder, "grants.yaml", blocks.get(0));
        Path document = Written.lines(folder, "grants.json", blocks.get(1));

        Reading reading = Written.read(ReadOptions.DEFAULT.withProfile(profile.toString()), document);

        assertThat(Written.told(reading)).containsExactly(blocks.get(2).split("\n"));
        assertThat(reading.items().get(0).programme().plans()).containsExactly("甲", "乙");
        assertThat(reading.leftOut())
                .extracting(rows -> rows.notice().reason())
                .containsExactly(
                        "Profile 'grants' leaves out 1 row as 'totals', with 1500000 JPY in fiscal year 2024, initial");
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void the_example_of_years_as_columns_reads_a_table_of_the_next_edition() throws IOException {
        Path profile = Written.lines(folder, "editions.yaml", blocks("editions").get(0));
        Path table = Written.lines(
                folder, "table.csv", "No,Programme,FY25 Enacted,令和８年度要求額,2022,2023,2024", "1,a,1,2,3,4,5");

        assertThat(Written.told(Written.read(ReadOptions.DEFAULT.withProfile(profile.toString()), table)))
                .containsExactly(
                        "1 2025 initial 1000 JPY",
                        "1 2026 request 2000 JPY",
                        "1 2022 executed 3 JPY",
                        "1 2023 request 4 JPY",
                        "1 2024 request 5 JPY");
    }

    @Test
    void every_other_column_name_is_documented() throws IOException {
        String page = page();

        assertThat(Arrays.stream(ColumnMeaning.values())
                        .flatMap(field -> Arrays.stream(field.names()))
                        .filter(name -> !name.startsWith("program "))
                        .map(name -> name.equals("name ja") ? "nameJa" : name))
                .allSatisfy(name -> assertThat(page).contains(name));
        assertThat(Profiles.SHIPPED).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/site/markdown/inputs.md"));
    }

    /** The blocks from the profile with this name on. */
    private static List<String> blocks(String profile) throws IOException {
        Matcher matcher = Pattern.compile("```[a-z]+\n(.*?)```", Pattern.DOTALL).matcher(page());
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            if (!blocks.isEmpty()
                    || matcher.group(1).startsWith("profile: " + profile + " ")
                    || matcher.group(1).startsWith("profile: " + profile + "\n")) {
                blocks.add(matcher.group(1));
            }
        }
        return blocks;
    }
}
