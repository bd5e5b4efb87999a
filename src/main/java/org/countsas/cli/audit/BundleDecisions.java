package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.List;
import org.countsas.audit.bundle.Bundle;
import org.countsas.cli.option.LanguageOption;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which decisions of which bundle. */
final class BundleDecisions {
    @Parameters(
            index = "0",
            paramLabel = "BUNDLE",
            description = "A folder or ZIP file that 'classify --bundle' wrote.")
    private Path path = Path.of("");

    @Option(
            names = "--definition",
            paramLabel = "ID",
            description = "The definition; needed if the bundle has several.")
    private @Nullable String definition;

    @Mixin
    private LanguageOption language = new LanguageOption();

    Path path() {
        return path;
    }

    Bundle open() {
        return Bundle.open(path);
    }

    Language language() {
        return language.language();
    }

    /** The definition that was named, or else the only one. */
    String definition(Bundle bundle) {
        List<String> known = bundle.manifest().definitions();
        if (definition == null) {
            if (known.size() > 1) {
                throw new ProblemException(
                        Code.UNKNOWN_DEFINITION,
                        Place.NONE,
                        "The bundle has several definitions",
                        "Name one with --definition: " + String.join(", ", known));
            }
            return known.get(0);
        }
        return known(bundle, definition);
    }

    /** A definition, if the bundle has it. */
    static String known(Bundle bundle, String id) {
        List<String> known = bundle.manifest().definitions();
        if (!known.contains(id)) {
            throw new ProblemException(
                    Code.UNKNOWN_DEFINITION,
                    Place.NONE,
                    "The bundle has no definition '" + id + "'",
                    Suggestion.fix(id, known));
        }
        return id;
    }
}
