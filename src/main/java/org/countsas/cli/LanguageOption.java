package org.countsas.cli;

import org.countsas.report.Language;
import picocli.CommandLine.Option;

/** The option that says in which language a command speaks. */
final class LanguageOption {
    @Option(
            names = "--lang",
            paramLabel = "en|ja",
            description = "Language of the text: en or ja; by default en.",
            defaultValue = "en")
    private String language = "en";

    Language language() {
        return RulesOptions.language(language);
    }
}
