package org.countsas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts that must come out to the character, kept in {@code src/test/resources/golden}. They are compared, never written, unless
 * the system property {@code countsas.golden} is {@code write}: {@code mvn test -Dcountsas.golden=write}. Read the difference
 * before committing it.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    static void matches(String name, List<String> lines) {
        Path file = FOLDER.resolve(name);
        String text = String.join("\n", lines) + "\n";
        try {
            if ("write".equals(System.getProperty("countsas.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
