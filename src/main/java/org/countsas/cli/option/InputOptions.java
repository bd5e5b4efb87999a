package org.countsas.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.file.Encoding;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what is read, and which part of it is asked about. */
public final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "CSV, TSV, XLSX or JSON Lines files, ZIP files or folders, such as an RS System export.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--fiscal-year",
            paramLabel = "N",
            description = "The fiscal year; by default the newest with an initial budget.")
    private @Nullable Integer fiscalYear;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "initial, supplementary, request or executed; by default initial.")
    private @Nullable String stage;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description = "Mapping profile for tables with other columns: a shipped one or a YAML file.")
    private @Nullable String profile;

    @Option(names = "--encoding", paramLabel = "NAME", description = "utf-8 or cp932; by default found from the text.")
    private @Nullable String encoding;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            description = "Column separator of text tables (tab for a tab); by default found from the text.")
    private @Nullable String separator;

    @Option(names = "--strict", description = "End at the first rejected row.")
    private boolean strict;

    public Reading read() {
        ReadOptions options = ReadOptions.DEFAULT;
        if (profile != null) {
            options = options.withProfile(profile);
        }
        if (encoding != null) {
            options = options.withEncoding(encoding(encoding));
        }
        if (separator != null) {
            options = options.withSeparator(separator(separator));
        }
        return Sources.read(inputs, strict ? options.asStrict() : options);
    }

    private static Encoding encoding(String name) {
        return Encoding.ofId(name)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_OPTION, Place.NONE, "There is no encoding '" + name + "'", "Known: utf-8, cp932"));
    }

    /** Whether a year or a stage was asked for. */
    public boolean selects() {
        return fiscalYear != null || stage != null;
    }

    public Selection select(Reading reading) {
        return reading.select(fiscalYear, stage == null ? null : stage(stage));
    }

    /** The words of a command that reads the same items of this year and stage. */
    public List<String> words(int year, Stage of) {
        List<String> words = new ArrayList<>(inputs.stream().map(Path::toString).toList());
        words.addAll(List.of("--fiscal-year", String.valueOf(year), "--stage", of.id()));
        Optional.ofNullable(profile).ifPresent(name -> words.addAll(List.of("--profile", name)));
        Optional.ofNullable(encoding).ifPresent(name -> words.addAll(List.of("--encoding", name)));
        Optional.ofNullable(separator).ifPresent(name -> words.addAll(List.of("--separator", name)));
        return words;
    }

    private static Stage stage(String id) {
        return Stage.ofId(id)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_STAGE,
                        Place.NONE,
                        "There is no stage '" + id + "'",
                        Suggestion.fix(id, List.of("initial", "supplementary", "request", "executed"))));
    }

    private static char separator(String text) {
        if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "'" + text + "' is not one character",
                    "Write one character, or tab");
        }
        return text.charAt(0);
    }
}
