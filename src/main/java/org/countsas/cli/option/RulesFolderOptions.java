package org.countsas.cli.option;

import java.nio.file.Path;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The folder of rules that a command works on, and the language of its text. */
public final class RulesFolderOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of rules; by default the rules that stand beside the command.")
    private @Nullable Path folder;

    @Option(
            names = "--lang",
            paramLabel = "en|ja",
            description = "Language of the text: en or ja; by default en.",
            defaultValue = "en")
    private String language = "en";

    public RulesFolder folder() {
        return RulesOptions.folder(folder);
    }

    /** Where the folder lies, for commands that write to it. */
    public Path place() {
        String beside = System.getProperty("countsas.rules");
        if (folder == null && beside == null) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE, Place.NONE, "The shipped rules cannot be changed", "Name a folder of rules");
        }
        return folder != null ? folder : Path.of(beside);
    }

    /** The checked rules; nothing is compiled. */
    public RuleBook book() {
        return RuleBookReader.read(folder());
    }

    public Language language() {
        return RulesOptions.language(language);
    }
}
