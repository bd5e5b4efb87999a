package org.countsas.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countsas.cli.console.ShellCommand;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.ledger.JoinedLedger;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.Budget;
import org.countsas.question.NewestItems;
import org.countsas.question.RecordedRun;
import org.countsas.question.name.NameFinder;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.file.Encoding;
import org.countsas.source.result.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read, how, and which part of it to use. */
public final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description =
                    "CSV, TSV, XLSX or JSON Lines files, ZIP files, or folders such as an RS System export; or a bundle, with its own rules, definition and day.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = {"--year", "--fiscal-year"},
            paramLabel = "YEAR",
            converter = YearConverter.class,
            description = "The fiscal year, such as 2024, FY2024 or R6; by default the newest with an initial budget.")
    private @Nullable Integer fiscalYear;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description =
                    "initial, supplementary, revised, provisional, request or executed, or as budgets call it; by default initial.")
    private @Nullable String stage;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description = "Mapping profile for tables with other columns: a shipped one, or a YAML file.")
    private @Nullable String profile;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "The encoding of text files, such as utf-8, cp932, euc-jp or windows-1252; by default detected.")
    private @Nullable String encoding;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            description = "Column separator of text tables ('tab' for a tab); by default detected.")
    private @Nullable String separator;

    @Option(
            names = "--state-budget",
            paramLabel = "FILE",
            description =
                    "Join review sheets with the statutory budget: each section becomes its projects and a remainder. May be repeated.")
    private List<Path> stateBudget = new ArrayList<>();

    @Option(
            names = "--sections-by-note",
            description = "With --state-budget: also join projects that name their section only in a note.")
    private boolean sectionsByNote;

    @Option(names = "--strict", description = "Stop at the first rejected row.")
    private boolean strict;

    /** The run of which the only input is the bundle; null if it is not one. */
    private @Nullable RecordedRun recorded;

    private boolean looked;

    /**
     * The run that was named; null if the input is not a bundle.
     *
     * @throws ProblemException if the bundle is broken, or options stand beside it that say how to read tables
     */
    public synchronized @Nullable RecordedRun recorded() {
        if (!looked && inputs.size() == 1 && RecordedRun.isBundle(inputs.get(0))) {
            checkThatNothingSaysHowToReadTables();
            recorded = RecordedRun.read(inputs.get(0));
        }
        looked = true;
        return recorded;
    }

    /**
     * The two runs that were named; none if the inputs are not two bundles.
     *
     * @throws ProblemException if a bundle is broken, or options stand beside them that say how to read tables
     */
    public List<RecordedRun> twoRuns() {
        if (inputs.size() != 2 || !inputs.stream().allMatch(RecordedRun::isBundle)) {
            return List.of();
        }
        checkThatNothingSaysHowToReadTables();
        return inputs.stream().map(RecordedRun::read).toList();
    }

    private void checkThatNothingSaysHowToReadTables() {
        if (profile != null || encoding != null || separator != null || !stateBudget.isEmpty() || sectionsByNote) {
            throw new ProblemException(
                    Code.BUNDLE_AMONG_INPUTS,
                    Place.file(inputs.get(0).toString()),
                    "This is a bundle, and --profile, --encoding, --separator and --state-budget say how tables are read",
                    "Leave them out");
        }
    }

    /** The definitions named, or else those of the run that is asked about; empty for the one in force. */
    public List<String> definitions(List<String> named) {
        RecordedRun run = recorded();
        return named.isEmpty() && run != null ? run.definitions() : named;
    }

    /** Reads what was named, and takes the part to use. */
    public Budget budget() {
        return Budget.of(reading(), fiscalYear, stage());
    }

    /** Everything that was named, whatever its year and stage. */
    public Reading reading() {
        RecordedRun run = recorded();
        if (run != null) {
            return run.reading();
        }
        if (stateBudget.isEmpty()) {
            return Sources.read(inputs, options());
        }
        return JoinedLedger.join(
                Sources.read(inputs, options().withSections()),
                Sources.read(stateBudget, ReadOptions.DEFAULT),
                sectionsByNote);
    }

    /** The items to use; without a year and a stage, the newest of each programme. */
    public List<BudgetItem> itemsOrNewest(Reading reading) {
        return fiscalYear == null && stage == null
                ? NewestItems.of(reading)
                : Budget.of(reading, fiscalYear, stage()).selection().items();
    }

    /** The files and folders that were named. */
    public List<Path> inputs() {
        return List.copyOf(inputs);
    }

    /** The words of a command that reads the same items of this year and stage. */
    public List<String> words(int year, Stage of) {
        List<String> words =
                new ArrayList<>(inputs.stream().map(ShellCommand::path).toList());
        words.addAll(List.of("--fiscal-year", String.valueOf(year), "--stage", of.id()));
        stateBudget.forEach(file -> addTo(words, "--state-budget", ShellCommand.path(file)));
        if (sectionsByNote) {
            words.add("--sections-by-note");
        }
        addTo(words, "--profile", profile);
        addTo(words, "--encoding", encoding);
        addTo(words, "--separator", separator);
        return words;
    }

    private static void addTo(List<String> words, String option, @Nullable String value) {
        if (value != null) {
            words.addAll(List.of(option, value));
        }
    }

    private ReadOptions options() {
        ReadOptions options = strict ? ReadOptions.DEFAULT.asStrict() : ReadOptions.DEFAULT;
        if (profile != null) {
            options = options.withProfile(profile);
        }
        if (encoding != null) {
            options = options.withEncoding(encoding(encoding));
        }
        return separator == null ? options : options.withSeparator(separator(separator));
    }

    private @Nullable Stage stage() {
        return stage == null ? null : NameFinder.stage(stage);
    }

    private static Encoding encoding(String name) {
        return Encoding.ofId(name)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_OPTION, Place.NONE, "There is no encoding '" + name + "'", Encoding.fix(name)));
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
