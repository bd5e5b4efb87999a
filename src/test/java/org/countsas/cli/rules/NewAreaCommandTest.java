package org.countsas.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countsas.cli.Console;
import org.countsas.policy.book.SmallRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command rules new-area, on a small folder of rules. */
class NewAreaCommandTest {
    private static final String DEFINITION = """
            definition: small
            title: {en: Small, ja: 小}
            status: comparison
            source: [areas]
            currency: JPY
            blocks: [{id: related, label: {en: Related, ja: 関連}}]
            policies: [{policy: shipbuilding, block: related}]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write_the_rules() throws IOException {
        write(SmallRules.complete().with("definitions/small.yaml", DEFINITION));
    }

    @Test
    void the_files_are_as_a_person_would_write_them_and_are_sound() throws IOException {
        Console console = newArea(
                "sea-cables",
                "--title",
                "Sea cables",
                "--title-ja",
                "海底ケーブル",
                "--term",
                "sea cable*",
                "--term-ja",
                "海底線");

        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
        assertThat(console.out()).isEqualToNormalizingNewlines("""
                New area sea-cables, Sea cables, in FOLDER: 2 rules, 2 terms, 6 tests. Nothing is wrong with them.
                  vocabulary/sea-cables.yaml  the words that mark it
                  policies/policies.yaml      its entry in the list of policies
                  policies/sea-cables.drl     a title counts, a purpose alone is for a person to judge
                  tests/sea-cables.yaml       what the rules must find, and what not

                No definition counts it yet. What it would change:
                  ./countsas compare INPUT --rules FOLDER --definition small --definition 'small + sea-cables(block=related)'
                To adopt it, add this line at the end of 'policies' in definitions/small.yaml:
                  - {policy: sea-cables, block: related}
                """.replace("FOLDER", folder.toString()));
        assertThat(text("policies/policies.yaml"))
                .isEqualTo(SmallRules.complete().text("policies/policies.yaml")
                        + "  - {policy: sea-cables, title: {en: Sea cables, ja: 海底ケーブル}, status: proposed}\n");
        assertThat(text("vocabulary/sea-cables.yaml")).isEqualTo("""
                vocabulary: sea-cables
                concepts:
                  sea-cables:
                    label: {en: Sea cables, ja: 海底ケーブル}
                    terms:
                      ja: [海底線]
                      en: [sea cable*]
                """);
        assertThat(text("tests/sea-cables.yaml")).isEqualTo("""
                # Sea cables: what its rules must find, and what they must not. Add near misses with every rule.
                definition: small
                asOf: 2026-04-01
                tests:

                  - name: Sea cables named by the title
                    item: {name: 海底線}
                    expect: {fires: [Sea cables by title], doesNotFire: [Sea cables in the purpose alone]}
                    and:
                      - name: by the words sea cable
                        item: {name: sea cable}

                  - name: Sea cables named by the purpose alone is for a person to judge
                    item: {purpose: 海底線}
                    expect: {fires: [Sea cables in the purpose alone], doesNotFire: [Sea cables by title]}

                  - name: Sea cables named along the way says nothing
                    item: {overview: 海底線}
                    expect: {doesNotFire: [Sea cables by title, Sea cables in the purpose alone]}

                vocabulary:
                  sea-cables:
                    - <海底線>
                    - <sea cable>
                """);
        assertSound();
    }

    @Test
    void the_same_is_said_in_japanese() {
        assertThat(newArea("sea-cables", "--title", "Sea cables", "--term-ja", "海底線*", "--lang", "ja")
                        .out())
                .startsWith("新しい分野「海底線」（sea-cables）を " + folder + " に作成しました：規則2件、語1件、テスト4件。問題はありません。")
                .contains("definitions/small.yaml の policies の末尾に次の行を加えてください");
    }

    @Test
    void titles_are_the_terms_where_there_are_none_and_what_yaml_would_misread_is_quoted() throws IOException {
        Console console = newArea("ai-safety", "--title", "AI: safety, 'trust'", "--title-ja", "ＡＩの安全：信頼");

        assertThat(console.err()).isEmpty();
        assertThat(text("vocabulary/ai-safety.yaml")).contains("ja: [\"ＡＩの安全：信頼\"]", "en: [\"AI: safety, 'trust'\"]");
        assertSound();
    }

    @Test
    void a_second_area_stands_after_the_first() throws IOException {
        assertThat(newArea("sea-cables", "--title", "Sea cables").code()).isZero();
        assertThat(newArea("sea-mines", "--title", "Sea mines").code()).isZero();

        assertThat(text("policies/policies.yaml").lines().skip(4))
                .containsExactly(
                        "  - {policy: sea-cables, title: {en: Sea cables, ja: Sea cables}, status: proposed}",
                        "  - {policy: sea-mines, title: {en: Sea mines, ja: Sea mines}, status: proposed}");
        assertSound();
    }

    @Test
    void a_list_that_is_laid_out_in_another_way_is_left_alone() throws IOException {
        String list =
                "policies: [{policy: core, title: {en: Core, ja: 中核}, status: official}, {policy: ports, title: {en: Ports, ja: 港湾}, status: official}, {policy: shipbuilding, title: {en: Shipbuilding, ja: 造船}, status: proposed}]\n";
        Files.writeString(folder.resolve("policies/policies.yaml"), list);

        assertThat(newArea("sea-cables", "--title", "Sea cables").code()).isZero();

        assertThat(text("policies/policies.yaml")).isEqualTo(list);
        assertThat(text("policies/sea-cables.yaml")).isEqualTo("""
                policies:
                  - {policy: sea-cables, title: {en: Sea cables, ja: Sea cables}, status: proposed}
                """);
        assertSound();
    }

    @Test
    void windows_line_ends_and_a_missing_last_one_stay_what_they_are() throws IOException {
        Path list = folder.resolve("policies/policies.yaml");
        Files.writeString(list, Files.readString(list).stripTrailing().replace("\n", "\r\n"));

        assertThat(newArea("sea-cables", "--title", "Sea cables").code()).isZero();

        assertThat(text("policies/policies.yaml"))
                .endsWith(
                        "status: proposed}\r\n  - {policy: sea-cables, title: {en: Sea cables, ja: Sea cables}, status: proposed}\r\n");
        assertSound();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            Sea Cables   | Sea cables | N001: 'Sea Cables' is not an id of a policy. Use lower-case words joined by '-', such as subsea-cables, at most 60 characters in all.
            ../cables    | Sea cables | N001: '../cables' is not an id of a policy. Use lower-case words joined by '-', such as subsea-cables, at most 60 characters in all.
            sea-         | Sea cables | N001: 'sea-' is not an id of a policy. Use lower-case words joined by '-', such as subsea-cables, at most 60 characters in all.
            class        | Sea cables | N001: A rule file cannot have the name 'class', a word of the language that rules are compiled to. Choose another id.
            sea-cables   | "Sea"      | N001: '"Sea"' is not a title. Write 1 to 80 letters, digits, spaces and plain punctuation, and no quotes.
            sea-cables   | {name}     | N001: '{name}' is not a title. Write 1 to 80 letters, digits, spaces and plain punctuation, and no quotes.
            shipbuilding | Sea cables | N002 FOLDER: The policy 'shipbuilding' already exists. Choose another id, or add rules to what is there by hand.
            ship         | Sea cables | N002 FOLDER: A concept of the vocabulary, or a listed facility, already has the id 'ship'. Choose another id, or add rules to what is there by hand.
            words        | Sea cables | N002 FOLDER: The file 'vocabulary/words.yaml' already exists. Choose another id, or add rules to what is there by hand.
            """)
    void an_id_or_title_that_will_not_do_changes_nothing(String id, String title, String told) throws IOException {
        assertRefused(told, id, "--title", title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            海底ケーブル | ケーブル     | N003: The term '海底ケーブル' finds nothing that 'ケーブル' does not find. Leave it out.
            海底線       | 海底線       | N003: The term '海底線' appears twice. Keep one of them.
            海*底        | 海底線       | N003: '海*底' is not a term. Write 1 to 100 characters; '*' may only be at the end.
            <海底>       | 海底線       | N003: The term '<海底>' contains '<' or '>', which rule tests use to mark mentions. Leave them out, or write them full-width.
            """)
    void a_term_that_will_not_do_changes_nothing(String first, String second, String told) throws IOException {
        assertRefused(told, "sea-cables", "--title", "Sea cables", "--term-ja", first, "--term-ja", second);
    }

    @Test
    void a_source_must_be_there() throws IOException {
        assertRefused(
                "N001: There is no source 'pres'. Did you mean 'press'?",
                "sea-cables",
                "--title",
                "Sea cables",
                "--cite",
                "pres");
        assertThat(newArea("sea-cables", "--title", "Sea cables", "--cite", "press")
                        .code())
                .isZero();
        assertThat(text("policies/sea-cables.drl")).contains("@cite(\"press\")").doesNotContain("@cite(\"areas\")");
    }

    @Test
    void rules_that_are_wrong_already_are_told_and_stay_as_they_are() throws IOException {
        Files.writeString(folder.resolve("sources.yaml"), "sources: {}\n");
        Map<String, String> before = contents();

        Console console = newArea("sea-cables", "--title", "Sea cables");

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err()).contains("R006 ");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void without_a_definition_there_is_nothing_to_test_under() throws IOException {
        Files.delete(folder.resolve("definitions/small.yaml"));
        Map<String, String> before = contents();

        Console console = newArea("sea-cables", "--title", "Sea cables");

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err())
                .startsWith("R009 " + folder
                        + ": No definition of the folder adopts a policy. Add one as definitions/*.yaml.");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_place_that_cannot_be_written_leaves_no_part_of_the_area() throws IOException {
        Files.writeString(folder.resolve("tests"), "not a folder");
        Map<String, String> before = contents();

        Console console = newArea("sea-cables", "--title", "Sea cables");

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err()).startsWith("O001 " + folder.resolve("tests"));
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void nothing_is_written_through_a_link_that_leads_out_of_the_folder(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(folder.resolve("tests"), elsewhere);
        Map<String, String> before = contents();

        Console console = newArea("sea-cables", "--title", "Sea cables");

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err())
                .startsWith("O001 " + folder.resolve("tests")
                        + ": This is a link that leads out of the folder of rules. Put the folder itself there.");
        assertThat(contents()).isEqualTo(before);
        assertThat(elsewhere).isEmptyDirectory();
    }

    private void assertRefused(String told, String... arguments) throws IOException {
        Map<String, String> before = contents();

        Console console = newArea(arguments);

        assertThat(console.err()).isEqualToNormalizingNewlines(told.replace("FOLDER", folder.toString()) + "\n");
        assertThat(console.code()).isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    private void assertSound() {
        for (List<String> command : List.of(List.of("check"), List.of("lint"), List.of("test"))) {
            Console console = Console.run("rules", command.get(0), folder);
            assertThat(console.code()).as(console.out() + console.err()).isZero();
        }
    }

    private Console newArea(String... arguments) {
        List<Object> all = new ArrayList<>(List.of("rules", "new-area"));
        all.add(arguments[0]);
        all.add(folder);
        all.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        return Console.run(all.toArray());
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Every file and folder of the rules, hidden ones included. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                contents.put(path.toString(), Files.isRegularFile(path) ? Files.readString(path) : "");
            }
        }
        return contents;
    }

    private void write(SmallRules rules) throws IOException {
        for (var file : rules.bytes().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
