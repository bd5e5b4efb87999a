package org.countsas.cli.console;

import java.util.List;
import java.util.stream.Collectors;

/** Writes commands that a shell reads as they were given. */
public final class Reproduce {
    private Reproduce() {}

    public static String command(List<String> words) {
        return words.stream().map(Reproduce::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=@%,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
