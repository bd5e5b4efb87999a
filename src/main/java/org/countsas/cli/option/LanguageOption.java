package org.countsas.cli.option;

import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The language of a command's output. */
public final class LanguageOption {
    /** How it is written. */
    public static final String NAME = "--lang";

    @Option(
            names = NAME,
            paramLabel = "en|ja",
            description =
                    "Language of the text: en or ja; by default that of COUNTSAS_LANG, else of the locale if it is Japanese, else en.")
    private String id = "en";

    /** Whether an argument is this option. */
    public static boolean is(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.longestName().equals(NAME);
    }

    /**
     * Does nothing if there is such a language.
     *
     * @throws ProblemException {@code UNKNOWN_OPTION} if there is none
     */
    public void check() {
        if (known() == null) {
            throw unknown();
        }
    }

    /**
     * The language that was asked for.
     *
     * @throws ProblemException {@code UNKNOWN_OPTION} if there is no such language
     */
    public Language language() {
        Language known = known();
        if (known == null) {
            throw unknown();
        }
        return known;
    }

    private @Nullable Language known() {
        for (Language known : Language.values()) {
            if (known.id().equals(id)) {
                return known;
            }
        }
        return null;
    }

    private ProblemException unknown() {
        return new ProblemException(
                Code.UNKNOWN_OPTION, Place.NONE, "There is no language '" + id + "'", "Known: en, ja");
    }
}
