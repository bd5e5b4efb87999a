package org.countsas.cli;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.countsas.cli.audit.AssessCommand;
import org.countsas.cli.audit.HistoryCommand;
import org.countsas.cli.audit.ProveCommand;
import org.countsas.cli.audit.ReviewCommand;
import org.countsas.cli.audit.ReviewsCommand;
import org.countsas.cli.audit.SampleCommand;
import org.countsas.cli.audit.VerifyCommand;
import org.countsas.cli.audit.VerifyProofCommand;
import org.countsas.cli.classify.ClassifyCommand;
import org.countsas.cli.compare.CompareCommand;
import org.countsas.cli.compare.ScenariosCommand;
import org.countsas.cli.compare.TargetsCommand;
import org.countsas.cli.explain.ExplainCommand;
import org.countsas.cli.explain.NearMissesCommand;
import org.countsas.cli.key.KeysCommand;
import org.countsas.cli.ledger.LedgerCommand;
import org.countsas.cli.rules.RulesCommand;
import org.countsas.cli.rules.ScoreCommand;
import picocli.CommandLine;

/** The commands, in the order of the help. */
final class Commands {
    private static final List<Map.Entry<String, Class<?>>> ALL = List.of(
            entry("classify", ClassifyCommand.class),
            entry("explain", ExplainCommand.class),
            entry("near-misses", NearMissesCommand.class),
            entry("compare", CompareCommand.class),
            entry("scenarios", ScenariosCommand.class),
            entry("targets", TargetsCommand.class),
            entry("score", ScoreCommand.class),
            entry("rules", RulesCommand.class),
            entry("verify", VerifyCommand.class),
            entry("prove", ProveCommand.class),
            entry("verify-proof", VerifyProofCommand.class),
            entry("keys", KeysCommand.class),
            entry("ledger", LedgerCommand.class),
            entry("history", HistoryCommand.class),
            entry("sample", SampleCommand.class),
            entry("assess", AssessCommand.class),
            entry("review", ReviewCommand.class),
            entry("reviews", ReviewsCommand.class),
            entry("help", CommandLine.HelpCommand.class));

    private Commands() {}

    /** Adds the command that is called, or all if it is none of them: describing all takes a quarter of a second. */
    static void addTo(CommandLine line, String[] arguments) {
        boolean one = arguments.length > 0
                && !arguments[0].equals("help")
                && ALL.stream().anyMatch(command -> command.getKey().equals(arguments[0]));
        ALL.stream()
                .filter(command -> !one || command.getKey().equals(arguments[0]))
                .forEach(command -> line.addSubcommand(command.getKey(), command.getValue()));
    }
}
