package org.countsas.cli.audit;

import java.nio.file.Path;
import org.countsas.cli.option.LanguageOption;
import org.countsas.output.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which decisions of which bundle a command is about, and the language of its output. */
final class BundleOptions {
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

    /** Null for the only one of the bundle. */
    @Nullable
    String definition() {
        return definition;
    }

    Language language() {
        return language.language();
    }
}
