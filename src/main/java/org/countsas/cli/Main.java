package org.countsas.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.LostOutputException;
import org.countsas.cli.console.Printer;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.OptionValues;
import org.countsas.cli.option.Version;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code countsas}. Its exit codes are listed in its help. */
@Command(
        name = "countsas",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Decides which budget items count as defence-related, and shows its work.",
        footer = {
            "",
            "Start with:  countsas classify samples/japan-fy2024.csv",
            "Then:        countsas explain samples/japan-fy2024.csv --item ID"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:The data are wrong (a file, a row under --strict, the rules), or output cannot be written.",
            "2:The command is wrong: an option, a name, a year, a path.",
            "70:CountsAs itself failed; the message says how to report it.",
            "141:The program that reads the output, such as head, ended early."
        })
public final class Main implements Runnable {
    /** What a shell reports for a program ended by a broken pipe: 128 plus the number of SIGPIPE. */
    private static final int READER_HAS_GONE = 141;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LanguageOption language = new LanguageOption();

    /** Runs the command with this process's clock and streams, and ends the process. */
    public static void main(String[] arguments) {
        System.exit(run(
                arguments,
                new Environment(
                        Clock.system(ZoneId.systemDefault()),
                        new Printer(new FileOutputStream(FileDescriptor.out)),
                        new Printer(new FileOutputStream(FileDescriptor.err)),
                        Boolean.getBoolean("countsas.terminal"),
                        ReaderLanguage.of(System.getenv(), Locale.getDefault(Locale.Category.DISPLAY)))));
    }

    /**
     * Runs the command.
     *
     * @return the exit code
     */
    static int run(String[] arguments, Environment process) {
        Environment environment = process.in(ReaderLanguage.of(arguments, process.language()));
        CommandLine line = new CommandLine(new Main(), new CommandFactory(environment));
        Commands.addTo(line, arguments);
        StringWriter help = new StringWriter();
        line.setOut(new PrintWriter(help));
        line.setExpandAtFiles(false);
        OptionValues.register(line);
        line.setDefaultValueProvider(argument -> LanguageOption.is(argument) ? environment.language() : null);
        if (ReaderLanguage.named(environment.language()) == Language.JA) {
            JapaneseHelp.speak(line);
        }
        line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, environment));
        line.setParameterExceptionHandler((exception, given) -> failed(UsageProblem.of(exception), environment));
        try {
            int code = line.execute(Commands.words(arguments));
            environment.out().ownText(help.toString());
            return code;
        } catch (LostOutputException | Error e) {
            // The help may be lost too. And even with too little memory or too deep a nesting, a person gets a message.
            return failed(e, environment);
        }
    }

    @Override
    public void run() {
        language.check();
        throw new ParameterException(spec.commandLine(), "Name a command");
    }

    /** Reports what ended the command, as far as anyone is listening. */
    private static int failed(Throwable thrown, Environment environment) {
        if (thrown instanceof LostOutputException lost && lost.readerHasGone()) {
            return READER_HAS_GONE;
        }
        List<Problem> problems = problems(thrown);
        try {
            ProblemPrinter.first(problems, ReaderLanguage.named(environment.language()), environment.err());
        } catch (LostOutputException e) {
            // The exit code still says that something is wrong.
        }
        return problems.stream()
                .map(problem -> problem.code().kind())
                .mapToInt(Main::exitCode)
                .max()
                .orElseThrow();
    }

    private static List<Problem> problems(Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            return known.problems();
        }
        return List.of(thrown instanceof LostOutputException lost ? lost.problem() : UnexpectedFailure.of(thrown));
    }

    private static int exitCode(Code.Kind kind) {
        return switch (kind) {
            case DATA -> 1;
            case USAGE -> 2;
            case DEFECT -> 70;
        };
    }
}
