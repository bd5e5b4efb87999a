package org.countsas.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the shipped rules, to be spoilt. */
public record RulesCopy(Path folder) {

    public static RulesCopy in(Path folder) throws IOException {
        Path rules = Path.of("rules");
        try (Stream<Path> paths = Files.walk(rules)) {
            for (Path path : paths.toList()) {
                Path target = folder.resolve(rules.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return new RulesCopy(folder);
    }

    /** Replaces the first occurrence of a text that must be there. */
    public RulesCopy replace(String file, String text, String replacement) {
        try {
            String content = Files.readString(folder.resolve(file));
            int at = content.indexOf(text);
            if (at < 0) {
                throw new IllegalArgumentException(file + " does not hold " + text);
            }
            Files.writeString(
                    folder.resolve(file),
                    content.substring(0, at) + replacement + content.substring(at + text.length()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line, from 1, on which a text first stands in a file of the shipped rules. */
    public static int lineOf(String file, String text) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("rules").resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(file + " does not hold " + text);
    }
}
