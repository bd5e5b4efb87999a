package org.countsas.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countsas.cli.audit.AuditCommands;
import org.countsas.cli.classify.ClassifyCommands;
import org.countsas.cli.compare.CompareCommands;
import org.countsas.cli.explain.ExplainCommands;
import org.countsas.cli.key.KeyCommands;
import org.countsas.cli.ledger.LedgerCommands;
import org.countsas.cli.rules.RulesCommands;
import org.countsas.cli.serve.ServeCommands;
import picocli.CommandLine;

/** The commands, in the order of the help. */
final class Commands {
    private static final String HELP = "help";

    private Commands() {}

    private static List<Map.Entry<String, Class<?>>> all() {
        return Stream.of(
                        ClassifyCommands.all(),
                        ExplainCommands.all(),
                        CompareCommands.all(),
                        ServeCommands.all(),
                        RulesCommands.all(),
                        AuditCommands.all(),
                        KeyCommands.all(),
                        LedgerCommands.all(),
                        List.<Map.Entry<String, Class<?>>>of(Map.entry(HELP, CommandLine.HelpCommand.class)))
                .flatMap(List::stream)
                .toList();
    }

    /** Adds only the command that is called, or all if it is none of them, because describing all takes a quarter of a second. */
    static void addTo(CommandLine line, String[] arguments) {
        String called = arguments.length > 0 ? arguments[0] : HELP;
        boolean one = !called.equals(HELP)
                && all().stream().anyMatch(command -> command.getKey().equals(called));
        all().stream()
                .filter(command -> !one || command.getKey().equals(called))
                .forEach(command -> line.addSubcommand(command.getKey(), command.getValue()));
    }

    /** What the library is to read: its help for one command takes the names of commands and no language, which is known by then. */
    static String[] words(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(HELP) ? ReaderLanguage.without(arguments) : arguments;
    }
}
