package org.countsas.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code countsas}. Exit code 0: done; 1: the data are wrong; 2: the command is wrong. */
@Command(
        name = "countsas",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Decides which budget items count as defence-related, and shows its work.",
        subcommands = {ClassifyCommand.class, ExplainCommand.class, NearMissesCommand.class, ScoreCommand.class, RulesCommand.class, CommandLine.HelpCommand.class})
public final class Main implements Runnable {
    private static final int DATA_ERROR = 1;

    @Spec
    private CommandSpec spec;

    /** Runs the command with this process's clock and streams, and ends the process. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(arguments, new Environment(Clock.systemDefaultZone(), out, err, Boolean.getBoolean("countsas.terminal")));
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
        line.setOut(new PrintWriter(environment.out(), true));
        line.setErr(new PrintWriter(environment.err(), true));
        line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, environment));
        line.setParameterExceptionHandler((exception, given) -> misused(exception, environment));
        int code = line.execute(arguments);
        environment.out().flush();
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: classify, explain, near-misses or score");
    }

    private static int failed(Exception exception, Environment environment) throws Exception {
        if (!(exception instanceof ProblemException problems)) {
            throw exception;
        }
        problems.problems().forEach(problem -> environment.err().println(problem));
        boolean usage = problems.problems().stream().map(Problem::code).anyMatch(code -> code.kind() == Code.Kind.USAGE);
        return usage ? CommandLine.ExitCode.USAGE : DATA_ERROR;
    }

    private static int misused(ParameterException exception, Environment environment) {
        environment.err().println(Code.UNKNOWN_OPTION.id() + ": " + exception.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, environment.err())) {
            environment.err().println("See '" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        return CommandLine.ExitCode.USAGE;
    }
}
