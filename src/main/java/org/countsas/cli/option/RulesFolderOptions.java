package org.countsas.cli.option;

import java.nio.file.Path;
import org.countsas.output.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The folder of rules that a command works on, and the language of its output. */
public final class RulesFolderOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of rules; by default the rules beside the command.")
    private @Nullable Path folder;

    @Mixin
    private LanguageOption language = new LanguageOption();

    public RulesLocation location() {
        return new RulesLocation(folder);
    }

    public Language language() {
        return language.language();
    }
}
