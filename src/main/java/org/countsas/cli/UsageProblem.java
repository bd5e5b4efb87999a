package org.countsas.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, in the form of all other problems. */
final class UsageProblem {
    private UsageProblem() {}

    static ProblemException of(ParameterException exception) {
        CommandSpec command = exception.getCommandLine().getCommandSpec();
        String help = "See '" + command.qualifiedName() + " --help'";
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command, help);
        }
        if (exception instanceof MissingParameterException missing
                && String.valueOf(missing.getMessage()).contains("parameter for option")) {
            return problem(
                    name(missing.getMissing().get(0)) + " needs a value, "
                            + missing.getMissing().get(0).paramLabel(),
                    help);
        }
        if (exception instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return problem(
                    missing.getMissing().stream().map(UsageProblem::name).collect(Collectors.joining(" and "))
                            + (missing.getMissing().size() == 1 ? " is missing" : " are missing"),
                    help);
        }
        if (exception instanceof OverwrittenOptionException twice) {
            return problem(name(twice.getOverwritten()) + " is given more than once", "Give it once");
        }
        if (!command.subcommands().isEmpty()) {
            return problem(
                    String.valueOf(exception.getMessage()).replaceFirst("\\.$", ""),
                    "Known: " + String.join(", ", command.subcommands().keySet()) + ". " + help);
        }
        if (exception.getArgSpec() != null && exception.getValue() != null) {
            String why = String.valueOf(exception.getMessage()).replaceFirst("^Invalid value for .*?: ", "");
            return problem(
                    "'" + exception.getValue() + "' is not a valid value for " + name(exception.getArgSpec()) + ": "
                            + why,
                    help);
        }
        return problem(String.valueOf(exception.getMessage()), help);
    }

    private static ProblemException unmatched(String first, CommandSpec command, String help) {
        boolean option = first.startsWith("-");
        List<String> known = option
                ? command.options().stream()
                        .flatMap(each -> List.of(each.names()).stream())
                        .toList()
                : List.copyOf(command.subcommands().keySet());
        String name = option ? first.replaceFirst("=.*", "") : first;
        return problem(
                "There is no " + (option ? "option" : "command") + " '" + name + "'",
                Suggestion.nearest(name, known).map(Suggestion::question).orElse(help));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static ProblemException problem(String reason, String fix) {
        return new ProblemException(Code.UNKNOWN_OPTION, Place.NONE, reason, fix);
    }
}
