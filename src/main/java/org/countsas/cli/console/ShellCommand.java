package org.countsas.cli.console;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a command so that a shell reads its words as given. */
public final class ShellCommand {
    private ShellCommand() {}

    public static String of(List<String> words) {
        return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
    }

    /** A file as a command names it that somebody else may run: without the folders of this machine, if it was named with all of them. */
    public static String path(Path file) {
        Path name = file.getFileName();
        return file.isAbsolute() && name != null ? name.toString() : file.toString();
    }

    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=@%,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
