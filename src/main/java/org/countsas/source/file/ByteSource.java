package org.countsas.source.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Bytes of the input that can be read from the start as often as needed. Implementations are immutable and thread-safe. */
public interface ByteSource {

    /** The name for messages: the file as the user named it, an entry of an archive after {@code "!"}. */
    String name();

    /** The bytes from the start; the caller closes the stream. */
    InputStream open() throws IOException;

    /** The name's ending in lower case, without the dot; empty if there is none. */
    default String extension() {
        int dot = name().lastIndexOf('.');
        return dot < 0 || dot < name().lastIndexOf('/')
                ? ""
                : name().substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** A file of the file system. */
    record OfFile(String name, Path path) implements ByteSource {
        @Override
        public InputStream open() throws IOException {
            return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        }
    }
}
