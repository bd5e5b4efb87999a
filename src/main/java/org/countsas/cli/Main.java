package org.countsas.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.Converters;
import org.countsas.cli.option.Version;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code countsas}. Exit code 0: done; 1: the data are wrong; 2: the command is wrong; 70: CountsAs is wrong. */
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
            "1:The data are wrong: a file, a row under --strict, the rules, the output folder.",
            "2:The command is wrong: an option, a name, a year, a path.",
            "70:CountsAs itself is wrong; the message says how to report it."
        })
public final class Main implements Runnable {
    private static final int MOST_PROBLEMS = 20;

    @Spec
    private CommandSpec spec;

    /** Runs the command with this process's clock and streams, and ends the process. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(
                arguments,
                new Environment(Clock.systemDefaultZone(), out, err, Boolean.getBoolean("countsas.terminal")));
        out.flush();
        System.exit(code);
    }

    /**
     * Runs the command.
     *
     * @return the exit code
     */
    static int run(String[] arguments, Environment environment) {
        CommandLine line = new CommandLine(new Main(), new CommandFactory(environment));
        Commands.addTo(line, arguments);
        line.setOut(new PrintWriter(environment.out(), true));
        line.setErr(new PrintWriter(environment.err(), true));
        line.setExpandAtFiles(false);
        line.registerConverter(Path.class, Converters::path);
        line.registerConverter(Integer.class, Converters::integer);
        line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, environment));
        line.setParameterExceptionHandler((exception, given) -> failed(Misuse.of(exception), environment));
        int code;
        try {
            code = line.execute(arguments);
        } catch (Error e) {
            // Too little memory or too deep a nesting: a person gets a message all the same.
            code = failed(e, environment);
        }
        environment.out().flush();
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command");
    }

    private static int failed(Throwable thrown, Environment environment) {
        List<Problem> problems =
                thrown instanceof ProblemException known ? known.problems() : List.of(Defect.of(thrown));
        problems.stream().limit(MOST_PROBLEMS).forEach(environment.err()::println);
        if (problems.size() > MOST_PROBLEMS) {
            environment.err().println("… and " + (problems.size() - MOST_PROBLEMS) + " more problems.");
        }
        return problems.stream()
                .map(problem -> problem.code().kind())
                .mapToInt(Main::exitCode)
                .max()
                .orElseThrow();
    }

    private static int exitCode(Code.Kind kind) {
        return switch (kind) {
            case DATA -> 1;
            case USAGE -> 2;
            case DEFECT -> 70;
        };
    }
}
