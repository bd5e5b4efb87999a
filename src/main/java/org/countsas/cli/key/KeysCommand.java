package org.countsas.cli.key;

import org.countsas.cli.option.LanguageOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code keys}: the keys that sign and the keys that are trusted. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Creates and shows the keys that sign bundles.",
        subcommands = {KeysNewCommand.class, KeysShowCommand.class})
final class KeysCommand implements Runnable {
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
