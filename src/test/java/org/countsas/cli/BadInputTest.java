package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads who gives a wrong input: one message with a code and what to do, and an exit code. */
class BadInputTest {
    private static final String HEADER = "id,name,ministry,fiscalYear,stage,amount\n";
    private static final String ROWS = HEADER
            + "1,護衛艦,防衛省,2024,initial,\"1,000\"\n"
            + "2,道路,国土交通省,2024,initial,abc\n"
            + "1,重複,防衛省,2024,initial,5\n"
            + ",番号なし,防衛省,2024,initial,3\n"
            + "4,返納,防衛省,2024,initial,▲５\n"
            + "5,空,防衛省,2024,initial,\n"
            + "6,段階,防衛省,2024,draft,1\n"
            + "7,年度,防衛省,来年,initial,1\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void isUsage(Console console, String... lines) {
        assertThat(console.errLines()).containsExactly(lines);
        assertThat(console.out()).isEmpty();
        assertThat(console.code()).isEqualTo(2);
    }

    private static void isData(Console console, String... lines) {
        assertThat(console.errLines()).containsExactly(lines);
        assertThat(console.out()).isEmpty();
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void anUnknownDefinitionIsAnsweredWithTheNearest() throws IOException {
        assertThat(Console.run("classify", file("a.csv", ROWS), "--definition", "japan-2020")
                        .err())
                .isEqualToIgnoringNewLines(
                        "U002: There is no definition 'japan-2020'. Did you mean 'japan-2022'? "
                                + "Known: cofog-02, japan-2022, japan-2025-proposal, nato-2025-broad, nato-core, sipri, us-050.");
        Console console = Console.run("explain", file("a.csv", ROWS), "--item", "1", "--definition", "eu");
        assertThat(console.err())
                .startsWith("U002: There is no definition 'eu'. Known: ")
                .contains("japan-2022, ", "us-050");
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    void noDefinitionIsInForceBeforeTheFirst() throws IOException {
        Console console = Console.run("classify", file("a.csv", ROWS), "--as-of", "2000-01-01");

        assertThat(console.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("U002: No definition is in force on 2000-01-01. Name one: cofog-02, japan-2022, "));
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    void anUnknownStageIsAnsweredWithTheNearest() throws IOException {
        Console console = Console.run("classify", file("a.csv", ROWS), "--stage", "inital");

        assertThat(console.err())
                .isEqualToIgnoringNewLines("U003: There is no stage 'inital'. Did you mean 'initial'? "
                        + "Known: initial, supplementary, revised, provisional, request, executed.");
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    void aYearThatIsNotThereIsAnsweredWithThoseThatAre() throws IOException {
        isUsage(
                Console.run("classify", file("a.csv", ROWS), "--fiscal-year", "2031"),
                "U004: There is no amount for fiscal year 2031. There are: initial 2024.");
        isUsage(
                Console.run("classify", file("a.csv", ROWS), "--stage", "executed"),
                "U004: There is no executed amount. There are: initial 2024.");
    }

    @Test
    void aFileThatIsNotThereIsAnsweredWithTheNearest() throws IOException {
        file("budget.csv", ROWS);

        Console console = Console.run("classify", folder.resolve("budgte.csv"));
        assertThat(console.err())
                .startsWith("U006 " + folder.resolve("budgte.csv") + ": There is no such file or folder. Did you mean '"
                        + folder.resolve("budget.csv") + "'?");
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    void anEmptyFileAndATableWithoutRowsAreSaidToBeEmpty() throws IOException {
        Path empty = file("empty.csv", "");
        Path header = file("header.csv", HEADER);

        Console first = Console.run("classify", empty);
        Console second = Console.run("classify", header);
        assertThat(first.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("S002 " + empty + ": The file is empty."));
        assertThat(second.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("S002 " + header + ": The input has no rows."));
        assertThat(first.code()).isEqualTo(1);
        assertThat(second.code()).isEqualTo(1);
    }

    @Test
    void aTableOfWhichEveryRowIsRejectedSaysWhatIsWrongWithTheFirst() throws IOException {
        isData(
                Console.run("classify", file("a.csv", HEADER + "1,a,b,2024,initial,x\n2,a,b,2024,initial,y\n")),
                "S002: The input has no budget item: all 2 rows were rejected. Fix the rejected rows; the first: 'x' is not an amount.");
    }

    @Test
    void aMisnamedColumnIsAnsweredWithTheNearest() throws IOException {
        Path file = file("a.csv", "id,name,ministry,fiscalYear,amont\n1,a,b,2024,5\n");

        isData(
                Console.run("classify", file),
                "S005 " + file
                        + " (amount): The column 'amount' is missing. Did you mean 'amont'? Rename it, or write a mapping profile.");
    }

    @Test
    void aBrokenArchiveAndABrokenWorkbookAreSaidToBeDamaged() throws IOException {
        for (String name : new String[] {"a.zip", "a.xlsx"}) {
            Path file = Files.write(folder.resolve(name), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3});
            Console console = Console.run("classify", file);
            assertThat(console.errLines())
                    .as(name)
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("S004 " + file + ": The archive is damaged")
                            .doesNotContain("Exception"));
            assertThat(console.code()).as(name).isEqualTo(1);
        }
    }

    @Test
    void aTextInCp932IsReadAsItIsAndRefusedWhereUtf8WasNamed() throws IOException {
        Path file = Files.write(
                folder.resolve("a.csv"),
                (HEADER + "1,護衛艦,防衛省,2024,initial,1000\n").getBytes(Charset.forName("windows-31j")));

        Console read = Console.run("explain", file, "--item", "1", "--lang", "ja");
        assertThat(read.out()).startsWith("項目 1：護衛艦" + System.lineSeparator());
        assertThat(read.code()).isZero();

        Console refused = Console.run("classify", file, "--encoding", "utf-8");
        assertThat(refused.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("S003 " + file + ":2: The text is not UTF-8"));
        assertThat(refused.code()).isEqualTo(1);
    }

    @Test
    void rejectedRowsAreToldOnTheErrorStreamAndTheOthersDecided() throws IOException {
        Path file = file("a.csv", ROWS);
        Console console = Console.run("classify", file);

        assertThat(console.code()).isZero();
        assertThat(console.out().lines())
                .startsWith(
                        "Items read 8: decided 2, rejected 6",
                        "Fiscal year 2024, initial budget (the newest year with an initial budget; choose with --fiscal-year and --stage)");
        assertThat(console.errLines())
                .containsExactly(
                        "Rejected rows: 6, of which the first 5",
                        "  S009 " + file
                                + ":3 (amount): 'abc' is not an amount. Write a number, such as 1234567 or 1,234,567.",
                        "  S007 " + file
                                + ":4 (amount): Id '1' already has an amount for fiscal year 2024, initial, in row 2. Keep one of the two rows, or give them different ids.",
                        "  S008 " + file + ":5 (id): The row has no id. Fill in the id.",
                        "  S009 " + file
                                + ":7 (amount): The amount is empty. Write a number, such as 1234567 or 1,234,567.",
                        "  S011 " + file
                                + ":8 (stage): 'draft' is not a stage of the budget cycle. Known: initial, supplementary, revised, provisional, request, executed, 当初予算, 補正予算, 補正後予算, 暫定予算, 概算要求, 執行額, 決算.",
                        "Warnings: 1",
                        "  S014 " + file + ":6 (amount): The amount of id '4' is negative (-5) and lowers the total.");
    }

    @Test
    void theErrorStreamIsInTheLanguageAskedFor() throws IOException {
        assertThat(Console.run("classify", file("a.csv", ROWS), "--lang", "ja").errLines())
                .contains("除外した行：6件（最初の5件を表示）", "警告：1件");
    }

    @Test
    void aStrictRunEndsAtTheFirstRejectedRowAndWritesNothing() throws IOException {
        Path file = file("a.csv", ROWS);

        isData(
                Console.run("classify", file, "--strict", "--out", folder.resolve("out")),
                "S009 " + file + ":3 (amount): 'abc' is not an amount. Write a number, such as 1234567 or 1,234,567.");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classify",
                "items",
                "compare --definition japan-2022 --definition us-050",
                "scenarios",
                "targets",
                "near-misses",
                "candidates --policy shipbuilding",
                "explain --item 1",
                "serve --port 0"
            })
    void amountsTooLargeToAddUpAreAProblemOfTheDataAndNotADefect(String command) throws IOException {
        Path file = file(
                "a.csv",
                HEADER
                        + "1,a,b,2024,initial,9000000000000000000\n2,a,b,2024,initial,9000000000000000000\n"
                        + "3,a,b,2024,initial,-9000000000000000000\n4,a,b,2023,initial,9000000000000000000\n");
        List<Object> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add(1, file);

        isData(
                Console.run(arguments.toArray()),
                "S018: The amounts add up to more than can be counted exactly, 2305843009213693951. Check the unit of the amounts.");
    }

    @Test
    void anItemThatIsNotThereIsAnsweredWithTheNearestId() throws IOException {
        isUsage(
                Console.run("explain", file("a.csv", HEADER + "20210,a,b,2024,initial,1\n"), "--item", "20211"),
                "U005: There is no item with '20211' as its id or in its name in fiscal year 2024, stage initial. The nearest id is '20210'.");
    }

    @Test
    void anItemOfAnotherYearIsSaidToBeThere() throws IOException {
        isUsage(
                Console.run(
                        "explain",
                        file("a.csv", HEADER + "1,a,b,2024,initial,1\n2,a,b,2023,initial,1\n2,a,b,2022,executed,1\n"),
                        "--item",
                        "2"),
                "U005: There is no item with '2' as its id or in its name in fiscal year 2024, stage initial. It has amounts in 2023 initial, 2022 executed: choose one with --fiscal-year and --stage.");
    }

    @Test
    void anItemThatWasRejectedSaysWhy() throws IOException {
        Path file = file("a.csv", ROWS);

        isUsage(
                Console.run("explain", file, "--item", "2"),
                "U005 " + file
                        + ":3 (amount): The item '2' was rejected when it was read and never reached the rules: 'abc' is not an amount. Write a number, such as 1234567 or 1,234,567.");
    }

    @Test
    void aDefinitionForAnotherCurrencyIsWarnedAbout() throws IOException {
        Path file =
                file("a.csv", "id,name,ministry,fiscalYear,amount,currency\n1,Navy,Department of Defense,2024,5,USD\n");
        Console console = Console.run("classify", file, "--definition", "japan-2022");

        assertThat(console.errLines())
                .containsExactly(
                        "Warnings: 1",
                        "  D005: The definition japan-2022 is made for amounts in JPY, but these are in USD. Choose another with --definition, or read the result as a trial.");
        assertThat(Console.run("classify", file, "--definition", "us-050").err())
                .isEmpty();
    }

    @Test
    void amountsOfTwoCurrenciesAreNotAddedUp() throws IOException {
        isData(
                Console.run(
                        "classify",
                        file(
                                "a.csv",
                                "id,name,ministry,fiscalYear,amount,currency\n1,a,b,2024,5,USD\n2,a,b,2024,5,JPY\n")),
                "S019: The amounts are in several currencies (JPY, USD) and cannot be added up. Read the inputs of one currency at a time.");
    }

    @Test
    void noMessageNamesAClassOrAStackFrame() throws IOException {
        byte[] noise = new byte[4_096];
        new java.util.Random(7).nextBytes(noise);
        for (String name : new String[] {"a.csv", "a.xlsx", "a.zip", "a.jsonl", "a.json", "a.tsv"}) {
            Console console = Console.run("classify", Files.write(folder.resolve(name), noise));
            assertThat(console.code()).as(name + ": " + console.err()).isEqualTo(1);
            assertThat(console.err())
                    .as(name)
                    .matches("(?s)S0\\d\\d .*")
                    .doesNotContain("Exception", "org.", "java.", "\tat ");
        }
        for (String text : new String[] {
            "{", "{}", "[]", "\"id\"\n", "id\n1\n", "\u0000", "id,name\n\"open", "{\"id\":1}\n{\"id\":", "null"
        }) {
            for (String name : new String[] {"b.csv", "b.jsonl"}) {
                Console console = Console.run(
                        "classify", Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
                assertThat(console.code())
                        .as(name + " " + text + ": " + console.err())
                        .isEqualTo(1);
                assertThat(console.err()).as(name + " " + text).doesNotContain("Exception", "org.", "java.", "\tat ");
            }
        }
    }
}
