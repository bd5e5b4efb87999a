package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.countsas.output.TextTable;
import org.countsas.testing.LatinWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help of every command in Japanese. */
class JapaneseHelpTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void theHelpOfACommandHasNoEnglishWordAndFitsTheTerminalBelowItsFirstLine(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        Set<String> names = Set.copyOf(words);
        words.addAll(List.of("--lang", "ja", "--help"));
        String help = Console.run(words.subList(1, words.size()).toArray()).out();

        assertThat(LatinWords.in(withoutNames(help), names)).isEmpty();
        assertThat(help.lines().filter(line -> TextTable.width(line) > 80))
                .allMatch(line -> line.startsWith("使い方：countsas "));
    }

    /** The help without the names of commands and options, which are typed as they are. */
    private static String withoutNames(String help) {
        return help.replaceAll("(?m)^(?:  (?:-\\w, |    )--[a-z-]+| +[|] |  [a-z-]+(?=  )|使い方：countsas[ a-z-]*)", "")
                .replaceAll("(?m)en\\|ja|all\\||^(?:最初に|次に).*", "")
                .replaceAll("\\n +", "");
    }

    static Stream<String> commands() {
        CommandLine line = Console.commands();
        return names(line).filter(name -> !name.equals("countsas help"));
    }

    private static Stream<String> names(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec().qualifiedName()),
                line.getSubcommands().values().stream().flatMap(JapaneseHelpTest::names));
    }

    @Test
    void theHelpBeginsWithWhatMustBeGiven() {
        assertThat(Console.run("sample", "--help", "--lang=ja").out().lines().limit(2))
                .containsExactly(
                        "使い方：countsas sample [オプション] --tolerable=数%|数 --seed=数字 --out=フォルダー バンドル",
                        "バンドルから監査のサンプルを抽出し、調書を作成します。");
    }

    @Test
    void theSecondColumnBeginsInTheSameColumnOfTheTerminal() {
        assertThat(Console.run("keys", "new", "--help", "--lang", "ja")
                        .out()
                        .lines()
                        .filter(line -> line.contains("--")))
                .allSatisfy(line -> assertThat(line).matches(" .*  ?[^ ].*"));
        assertThat(Console.run("ledger", "log", "--help", "--lang", "ja").out())
                .contains(
                        "      フォルダー     台帳のフォルダー。",
                        "  -h, --help         この使い方を表示して終了します。",
                        "  -V, --version      版を表示して終了します。");
    }

    @Test
    void theCommandHelpTakesTheLanguageToo() {
        assertThat(Console.run("help", "--lang", "ja", "verify").out())
                .isEqualTo(Console.run("verify", "--help", "--lang", "ja").out());
        assertThat(Console.run("help", "--lang=ja").out())
                .isEqualTo(Console.run("--help", "--lang=ja").out());
    }
}
