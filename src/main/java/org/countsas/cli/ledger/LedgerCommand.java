package org.countsas.cli.ledger;

import org.countsas.cli.option.LanguageOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger}: the append-only log of runs. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Keeps runs in a log that only grows, and proves that it did.",
        subcommands = {
            LedgerLogCommand.class,
            LedgerAddCommand.class,
            LedgerVerifyCommand.class,
            LedgerProveCommand.class
        })
final class LedgerCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public void run() {
        language.check();
        throw new ParameterException(spec.commandLine(), "Name a command");
    }
}
