package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countsas.cli.HostileFiles.Command;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whatever the files and the words of a command hold: nothing of it steers the terminal, and none of it passes for a line of the command. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
    private List<Command> commands = List.of();

    @BeforeAll
    void write(@TempDir Path folder) throws IOException {
        commands = HostileFiles.in(folder).commands();
    }

    List<Command> commands() {
        return commands;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void no_command_lets_it_through(Command command) {
        Console console = Console.run((Object[]) command.words());

        for (String printed : List.of(console.out(), console.err())) {
            assertThat(forbidden(printed)).as(printed).isEmpty();
            assertThat(printed.lines()).noneMatch(line -> line.startsWith("OK: forged"));
        }
        assertThat(console.code()).as(console.err()).isEqualTo(command.code());
    }

    @Test
    void every_command_is_put_to_the_test() {
        CommandLine line = Console.commands();
        List<String> names = new ArrayList<>();
        line.getSubcommands().forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) {
                names.add(name);
            } else {
                command.getSubcommands().keySet().forEach(below -> names.add(name + " " + below));
            }
        });
        names.remove("serve"); // does not end by itself; the tests of the workbench have hostile items

        assertThat(names)
                .hasSizeGreaterThan(25)
                .allSatisfy(name -> assertThat(commands)
                        .anyMatch(
                                command -> command.code() == 0 && command.name().startsWith(name + " ")
                                        || command.name().startsWith(name + " {rules} --check")));
    }

    /** The characters that no terminal may get, line feeds aside. */
    private static Set<String> forbidden(String printed) {
        return printed.replace(System.lineSeparator(), "\n")
                .codePoints()
                .filter(c -> c != '\n')
                .filter(c -> Character.isISOControl(c)
                        || c == 0x61C
                        || (c >= 0x200E && c <= 0x200F)
                        || (c >= 0x2028 && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0xFEFF
                        || (c >= 0xE0000 && c <= 0xE007F)
                        || (c >= 0xD800 && c <= 0xDFFF)
                        || c == 0xFFFD)
                .mapToObj(c -> "U+" + Integer.toHexString(c))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
