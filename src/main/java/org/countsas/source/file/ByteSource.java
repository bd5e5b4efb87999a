package org.countsas.source.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;

/** Bytes of an input that can be read from the start as often as needed. Implementations are immutable and thread-safe. */
@API(status = API.Status.INTERNAL)
public interface ByteSource {

    /** The name for messages: the file as the user named it, an entry of an archive after {@code "!"}. */
    String name();

    /** The bytes from the start; the caller closes the stream. */
    InputStream open() throws IOException;

    /** Whether the name ends in a dot and one of these endings, in upper or lower case. */
    default boolean endsIn(Set<String> endings) {
        String name = name().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    /** A file of the file system. */
    record OfFile(String name, Path path) implements ByteSource {
        @Override
        public InputStream open() throws IOException {
            return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        }
    }
}
