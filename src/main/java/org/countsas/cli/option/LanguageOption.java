package org.countsas.cli.option;

import org.countsas.output.Language;
import picocli.CommandLine.Option;

/** The option that says in which language a command speaks. */
public final class LanguageOption {
    @Option(
            names = "--lang",
            paramLabel = "en|ja",
            description = "Language of the text: en or ja; by default en.",
            defaultValue = "en")
    private String language = "en";

    public Language language() {
        return RulesOptions.language(language);
    }
}
