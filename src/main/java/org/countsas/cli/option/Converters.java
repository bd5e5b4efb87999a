package org.countsas.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says in plain words which it cannot. */
public final class Converters {
    private Converters() {}

    public static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("this system cannot have a path of this name");
        }
    }

    public static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("not a whole number, such as 2024");
        }
    }
}
