package org.countsas.cli.option;

import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import picocli.CommandLine.Option;

/** The language of a command's output. */
public final class LanguageOption {
    @Option(
            names = "--lang",
            paramLabel = "en|ja",
            description = "Language of the text: en or ja; by default en.",
            defaultValue = "en")
    private String id = "en";

    /**
     * The language that was asked for.
     *
     * @throws ProblemException {@code UNKNOWN_OPTION} if there is no such language
     */
    public Language language() {
        for (Language known : Language.values()) {
            if (known.id().equals(id)) {
                return known;
            }
        }
        throw new ProblemException(
                Code.UNKNOWN_OPTION, Place.NONE, "There is no language '" + id + "'", "Known: en, ja");
    }
}
