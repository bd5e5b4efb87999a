package org.countsas.workbench.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The files that pages refer to, read once from the jar. Their addresses change with their content, so that browsers may keep them for good.
 * Immutable and thread-safe.
 */
public final class StaticFiles {
    private static final String FOLDER = "/static/";
    private static final int VERSION_LENGTH = 12;
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8");

    private final Map<String, Answer> files = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    /**
     * Reads files.
     *
     * @param beside a class of the package in which they lie
     */
    public StaticFiles(Class<?> beside, List<String> names) {
        for (String name : names) {
            byte[] content = content(beside, name);
            String type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), name);
            files.put(
                    name, new Answer(Answer.OK, type, Map.of("Cache-Control", "max-age=31536000, immutable"), content));
            versions.put(name, version(content));
        }
    }

    private static byte[] content(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }

    /** The address of a file. */
    public String href(String name) {
        return FOLDER + name + "?v=" + Objects.requireNonNull(versions.get(name), name);
    }

    /** A file at an address of its own, which does not change with its content. */
    public Answer answer(String name) {
        return Objects.requireNonNull(files.get(name), name).with("Cache-Control", "no-cache");
    }

    /** Serves the files. */
    public void addTo(Routes.Builder routes) {
        files.forEach((name, answer) -> routes.get(FOLDER + name, call -> answer));
    }
}
