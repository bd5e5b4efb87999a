package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageProblemTest {

    @ParameterizedTest(name = "countsas {0}")
    @CsvSource(delimiter = '|', textBlock = """
            clasify x                            | U001: There is no command 'clasify'. Did you mean 'classify'?
            frobnicate                           | U001: There is no command 'frobnicate'. See 'countsas --help'
            --verison                            | U001: There is no option '--verison'. Did you mean '--version'?
            classify                             | U001: INPUT is missing. See 'countsas classify --help'
            classify x --definitoin=y            | U001: There is no option '--definitoin'. Did you mean '--definition'?
            classify x --frobnicate              | U001: There is no option '--frobnicate'. See 'countsas classify --help'
            classify x --fiscal-year 2O24        | U001: '2O24' is not a valid value for --fiscal-year: not a fiscal year, such as 2024, FY2024 or R6. See 'countsas classify --help'
            classify x --lang en --lang ja       | U001: --lang is given more than once. Give it once
            classify x --out                     | U001: --out needs a value, DIR. See 'countsas classify --help'
            classify x --out --json              | U001: --out needs a value, DIR. See 'countsas classify --help'
            explain x                            | U001: --item is missing. See 'countsas explain --help'
            score x                              | U001: --labels is missing. See 'countsas score --help'
            explain                              | U001: --item and INPUT are missing. See 'countsas explain --help'
            classify x --lang fr                 | U001: There is no language 'fr'. Known: en, ja
            classify x --encoding martian         | U001: There is no encoding 'martian'. Known: utf-8, cp932, euc-jp, windows-1252, and all others that Java knows, such as iso-8859-15 or utf-16le
            classify x --separator ;;            | U001: ';;' is not one character. Write one character, or tab
            classify x --as-of 2024-13-01        | U007: '2024-13-01' is not a date. Write it as 2025-04-01
            classify x --as-of yesterday         | U007: 'yesterday' is not a date. Write it as 2025-04-01
            """)
    void aCommandThatIsWrongIsAnsweredInOneLineWithACodeAndWhatToDo(String command, String message) {
        Console console = Console.run((Object[]) command.split(" "));

        assertThat(console.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line.replaceFirst("[.]$", "")).isEqualTo(message));
        assertThat(console.out()).isEmpty();
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        Console console = Console.run();

        assertThat(console.err())
                .startsWith("U001: Name a command. Known: classify, items, explain, ")
                .endsWith(", help. See 'countsas --help'." + System.lineSeparator());
        assertThat(console.code()).isEqualTo(2);
        assertThat(Console.run("rules").errLines())
                .singleElement()
                .asString()
                .startsWith("U001: Name a command. Known: ")
                .endsWith(". See 'countsas rules --help'.");
        assertThat(Console.run("rules", "tset").errLines())
                .singleElement()
                .asString()
                .startsWith("U001: There is no command 'tset'. Did you mean 'test'?");
    }

    @Test
    void aPathThatTheSystemCannotHaveIsNamedInPlainWords() {
        Console console = Console.run("classify", "a\0b");

        assertThat(console.errLines())
                .containsExactly(
                        "U001: 'a\\u0000b' is not a valid value for INPUT: this system does not allow such a path. See 'countsas classify --help'.");
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    void anInputWhoseNameBeginsWithAnAtSignIsAFileAndNotAListOfArguments() {
        assertThat(Console.run("classify", "@nowhere.csv").err())
                .startsWith("U006 @nowhere.csv: There is no such file or folder.");
    }

    @ParameterizedTest
    @CsvSource({"classify", "explain", "score"})
    void everyCommandHasAHelpThatNamesItsOptions(String command) {
        Console console = Console.run(command, "--help");

        assertThat(console.out())
                .startsWith("Usage: countsas " + command)
                .contains(
                        "--definition=ID",
                        "--lang=en|ja",
                        "--year, --fiscal-year=YEAR",
                        "--stage=STAGE",
                        "--profile=NAME|FILE",
                        "INPUT...");
        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
    }

    @Test
    void theHelpNamesTheExitCodesAndAFirstCommandThatRuns() {
        Console console = Console.run("--help");

        assertThat(console.out())
                .contains("classify", "explain", "score", "Exit codes:", "countsas classify samples/japan-fy2024.csv");
        assertThat(Path.of("samples", "japan-fy2024.csv")).isRegularFile();
        assertThat(List.of(
                        console.code(),
                        Console.run("--version").code(),
                        Console.run("help", "classify").code()))
                .containsOnly(0);
    }
}
