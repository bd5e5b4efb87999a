package org.countsas.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.cli.Console;
import org.countsas.cli.RulesCopy;
import org.countsas.testing.Document;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on new areas shows what really happens: its commands run here, on a copy of the rules. */
class NewAreaWalkThroughTest {
    private static final Document PAGE = Document.of("src/site/markdown/new-area.md");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    private Path folder;

    private Path rules;

    @BeforeEach
    void write_the_area() throws IOException {
        rules = folder.resolve("rules");
        RulesCopy.in(rules);
        assertThat(printed(PAGE.blockAfter("lets a word go on"))).isEqualTo(PAGE.blockAfter("It prints"));
    }

    @Test
    void what_it_writes_checks_lints_and_tests_clean_and_is_in_the_layout() throws IOException {
        StringBuilder printed = new StringBuilder();
        PAGE.blockAfter("So this is clean at once").lines().forEach(line -> printed.append(printed(line)));

        // Other rules come and go, and the page need not follow.
        assertThat(withoutNumbers(printed.toString()))
                .isEqualTo(withoutNumbers(PAGE.blockAfter("./countsas rules test rules\n```\n")));
        assertThat(Console.run("rules", "fmt", rules, "--check").code()).isZero();
        assertThat(Files.readString(rules.resolve("policies/subsea-cables.drl")))
                .contains(PAGE.blockAfter("begins with two rules"));
    }

    @Test
    void what_it_would_count_is_as_the_page_says() {
        SharedData.rs2024();

        assertThat(printed(PAGE.blockAfter("executed in fiscal year 2023")))
                .contains(PAGE.blockAfter("The end of what it prints"));
        assertThat(printed(
                        PAGE.blockAfter("executed in fiscal year 2023").replace("japan-2022", "japan-2025-proposal")))
                .contains("0 items decided differently");
    }

    @Test
    void the_adoption_line_is_one_and_tests_of_other_areas_notice_it() throws IOException {
        Path definition = rules.resolve("definitions/japan-2025-proposal.yaml");
        String line = PAGE.blockAfter("It prints")
                .lines()
                .reduce((first, last) -> last)
                .orElseThrow();
        Files.writeString(definition, Files.readString(definition) + line + "\n");

        assertThat(Console.run("rules", "check", rules).code()).isZero();
        assertThat(withoutNumbers(asOnThePage(
                        Console.run("rules", "test", rules, "--without-engine").out())))
                .startsWith(withoutNumbers(PAGE.blockAfter("tells of a conflict")));
    }

    private String printed(String command) {
        List<Object> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.replace("\\\n", " "));
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        assertThat(words.remove(0)).isEqualTo("./countsas");
        words.replaceAll(each -> each.equals("rs-2024") ? SharedData.rs2024() : each);
        int named = words.lastIndexOf("rules");
        words.set(named, rules);
        Console console = Console.run(words.toArray());
        assertThat(console.code()).as(console.err()).isZero();
        return asOnThePage(console.out());
    }

    private String asOnThePage(String printed) {
        return printed.replace(System.lineSeparator(), "\n").replace(rules.toString(), "rules");
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("[\\d,]+", "N");
    }
}
