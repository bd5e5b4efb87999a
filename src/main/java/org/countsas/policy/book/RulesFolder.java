package org.countsas.policy.book;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;

/**
 * The exact files that state policies: rule files, vocabulary, facilities, definitions and sources, by their path below the folder.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class RulesFolder {
    private static final String SHIPPED = "/org/countsas/rules/";
    private static final long LARGEST_FILE = 4_000_000;
    private static final int MOST_FILES = 2_000;
    private static final long MOST_BYTES = 16_000_000;
    /** Letters and digits of any script with single separators between: no empty part, no {@code ..}, no drive, no control character. */
    private static final Pattern PATH = Pattern.compile(
            "[\\p{L}\\p{N}_][\\p{L}\\p{N}_. +-]{0,99}(?:/[\\p{L}\\p{N}_][\\p{L}\\p{N}_. +-]{0,99}){0,7}");

    private final String name;
    private final SortedMap<String, byte[]> files;

    private RulesFolder(String name, SortedMap<String, byte[]> files) {
        this.name = name;
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * The rules in a folder. Reads only files of the kinds that state rules, and no links that lead out of the folder.
     *
     * @throws ProblemException if the folder is missing, holds no rule files or a link that leads out of it, or cannot be read
     */
    public static RulesFolder of(Path folder) {
        return of(folder, folder.toString());
    }

    /**
     * The rules in a folder, under a separate name, so that output does not depend on where the folder is.
     *
     * @param name how messages name the folder
     * @throws ProblemException as {@link #of(Path)}
     */
    public static RulesFolder of(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE,
                    Place.file(folder.toString()),
                    "There is no such folder of rules",
                    "Name a folder that holds policies/*.drl");
        }
        try {
            return of(name, read(folder));
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    Code.UNREADABLE, Place.file(folder.toString()), "The folder cannot be read: " + e.getMessage(), "");
        }
    }

    private static SortedMap<String, byte[]> read(Path folder) throws IOException {
        Path root = folder.toRealPath();
        SortedMap<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        try (Stream<Path> paths = Files.walk(root, 4, new FileVisitOption[0])) {
            for (Path path : paths.sorted().toList()) {
                Path relative = root.relativize(path);
                Place place = Place.file(folder.resolve(relative).toString());
                refuseWhatIsNoFile(path, place);
                if (!Files.isRegularFile(path) || !isRuleFile(path.toString())) {
                    continue;
                }
                if (Files.size(path) > LARGEST_FILE || files.size() >= MOST_FILES) {
                    throw new ProblemException(
                            Code.RULE_TOO_LARGE,
                            place,
                            "A folder of rules may hold " + MOST_FILES + " files of at most " + LARGEST_FILE + " bytes",
                            "Remove what is not a rule");
                }
                bytes += Files.size(path);
                if (bytes > MOST_BYTES) {
                    throw tooLarge(folder.toString());
                }
                if (!path.toRealPath().startsWith(root)) {
                    throw new ProblemException(
                            Code.UNREADABLE,
                            place,
                            "The file is a link that leads out of the folder of rules",
                            "Put the file itself in the folder");
                }
                files.put(relative.toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** Anything that is neither a file nor a folder would be skipped silently, or never end. */
    private static void refuseWhatIsNoFile(Path path, Place place) {
        // Emacs keeps a dangling link beside each file that is being edited.
        boolean lock = path.getFileName().toString().startsWith(".#") && Files.isSymbolicLink(path);
        if (Files.isRegularFile(path) || Files.isDirectory(path) || lock) {
            return;
        }
        throw new ProblemException(
                Code.UNREADABLE,
                place,
                Files.exists(path) ? "This is a pipe, a socket or a device, not a file" : "The link leads nowhere",
                "Keep nothing but files in a folder of rules");
    }

    private static ProblemException tooLarge(String name) {
        return new ProblemException(
                Code.RULE_TOO_LARGE,
                Place.file(name),
                "The rules have more than " + MOST_FILES + " files or " + MOST_BYTES + " bytes",
                "Remove what is not a rule");
    }

    /**
     * Rules whose bytes are already in memory, such as those of an archive.
     *
     * @param name  how messages name the folder
     * @param files content by path below the folder
     * @throws ProblemException if there is no rule file among them, if they are too large, or if a path is not one below the folder
     */
    public static RulesFolder of(String name, Map<String, byte[]> files) {
        for (String file : files.keySet()) {
            if (!PATH.matcher(file).matches()) {
                throw new ProblemException(
                        Code.RULE_PATH,
                        Place.file(name),
                        "'" + printable(file) + "' is not a path below the folder of rules",
                        "Name files as policies/space.drl, without '..', a drive or a leading '/'");
            }
        }
        if (files.size() > MOST_FILES
                || files.values().stream().mapToLong(bytes -> bytes.length).sum() > MOST_BYTES) {
            throw tooLarge(name);
        }
        files.forEach((file, bytes) -> {
            if (bytes.length > LARGEST_FILE) {
                throw new ProblemException(
                        Code.RULE_TOO_LARGE,
                        Place.file(name + "/" + file),
                        "The file has more than " + LARGEST_FILE + " bytes",
                        "Split it");
            }
        });
        if (files.keySet().stream().noneMatch(file -> file.endsWith(".drl"))) {
            throw new ProblemException(
                    Code.RULES_MISSING,
                    Place.file(name),
                    "There is no rule file (policies/*.drl)",
                    "Name a folder that holds policies/*.drl");
        }
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((file, bytes) -> copy.put(file, bytes.clone()));
        return new RulesFolder(name, copy);
    }

    private static String printable(String path) {
        String shown = path.length() <= 100 ? path : path.substring(0, 100) + "…";
        return shown.replaceAll("\\p{C}", "?");
    }

    /** The rules shipped with the library. */
    public static RulesFolder shipped() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String file : new String(resource("index.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            files.put(file, resource(file));
        }
        return new RulesFolder("rules", files);
    }

    private static byte[] resource(String file) {
        try (InputStream in = RulesFolder.class.getResourceAsStream(SHIPPED + file)) {
            if (in == null) {
                throw new IllegalStateException("the library was built without " + SHIPPED + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isRuleFile(String file) {
        return file.endsWith(".drl") || file.endsWith(".yaml");
    }

    /** How messages name the folder. */
    public String name() {
        return name;
    }

    /** The paths of all files, sorted. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** A copy of a file's bytes. */
    public byte[] bytes(String path) {
        return requireNonNull(files.get(path)).clone();
    }

    /**
     * The texts of the files below a subfolder with this ending, by the name that messages use, sorted. A file that is not UTF-8 is noted
     * as a problem and left out.
     */
    @API(status = API.Status.INTERNAL)
    public SortedMap<String, String> texts(String subfolder, String ending, Problems problems) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(subfolder) && path.endsWith(ending)) {
                decode(name + "/" + path, bytes, problems).ifPresent(text -> texts.put(name + "/" + path, text));
            }
        });
        return texts;
    }

    private static Optional<String> decode(String file, byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length); // no byte of UTF-8 makes more than one unit
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(
                    Code.WRONG_ENCODING,
                    Place.line(file, line),
                    "The file is not UTF-8: byte " + (in.position() + 1)
                            + String.format(Locale.ROOT, " (0x%02X)", bytes[in.position()]) + " does not fit",
                    "Save it as UTF-8");
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }

    /** SHA-256 over all paths and bytes, in hexadecimal: equal for equal rules, whatever the folder is called. */
    public String digest() {
        return digestOf(new ArrayList<>(files.keySet()));
    }

    /** SHA-256 over the paths and bytes of the rule files only. */
    public String digestOfRuleFiles() {
        return digestOf(
                files.keySet().stream().filter(path -> path.endsWith(".drl")).toList());
    }

    private String digestOf(List<String> paths) {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
        for (String path : paths) {
            byte[] bytes = requireNonNull(files.get(path));
            sha256.update((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
