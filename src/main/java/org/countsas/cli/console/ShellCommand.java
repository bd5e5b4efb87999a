package org.countsas.cli.console;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a command so that a shell reads its words as given. */
public final class ShellCommand {
    private ShellCommand() {}

    public static String of(List<String> words) {
        return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=@%,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
