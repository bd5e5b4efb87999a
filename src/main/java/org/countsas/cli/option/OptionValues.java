package org.countsas.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says in plain words what is wrong with one. */
public final class OptionValues {
    private OptionValues() {}

    /** Lets a command line read paths and whole numbers this way. */
    public static void register(CommandLine line) {
        line.registerConverter(Path.class, OptionValues::path);
        line.registerConverter(Integer.class, OptionValues::integer);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("this system does not allow such a path");
        }
    }

    private static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("not a whole number, such as 2024");
        }
    }

    /**
     * The value of an option.
     *
     * @param option its name
     * @param fix    what to write instead
     * @throws ProblemException {@code UNKNOWN_OPTION} if the reader returns nothing for the text
     */
    public static <T> T read(String option, String text, Function<String, Optional<T>> reader, String fix) {
        return reader.apply(text)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_OPTION, Place.NONE, "'" + text + "' is not a valid value for " + option, fix));
    }
}
