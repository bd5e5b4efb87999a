package org.countsas.workbench.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countsas.output.AtomicFile;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The files of rules that a person may edit, and nothing else: those that the folder already has, under exactly their names. A file is
 * written as a whole, and only if it is still the one that was read. Thread-safe.
 */
public final class RuleFiles {
    private final @Nullable Path root;
    private final String name;
    private final Map<String, String> undo = new HashMap<>();

    /**
     * The files of a folder.
     *
     * @param root null if the rules are those of the library, which nobody can edit
     * @param name how messages name the folder
     */
    public RuleFiles(@Nullable Path root, String name) {
        this.root = root;
        this.name = name;
    }

    /** Whether there is a folder to write to. */
    public boolean canBeEdited() {
        return root != null;
    }

    /** The rules as they are on the disk now. */
    public RulesFolder folder() {
        return root == null ? RulesFolder.shipped() : RulesFolder.of(root, name);
    }

    /** The files that can be edited. */
    public List<String> paths() {
        return folder().paths().stream().filter(RuleFiles::isEditable).toList();
    }

    private static boolean isEditable(String path) {
        return path.startsWith("policies/") || path.startsWith("vocabulary/") || path.startsWith("tests/");
    }

    /**
     * The text of a file.
     *
     * @throws ProblemException {@code NO_SUCH_PAGE} if the folder has no such file of rules
     */
    public String text(String path) {
        RulesFolder folder = folder();
        checkKnown(path, folder);
        return new String(folder.bytes(path), StandardCharsets.UTF_8);
    }

    /**
     * The rules with one file changed, in memory.
     *
     * @throws ProblemException {@code NO_SUCH_PAGE} if the folder has no such file of rules, {@code RULE_TOO_LARGE}
     */
    public Draft draft(String path, String text) {
        RulesFolder folder = folder();
        checkKnown(path, folder);
        Map<String, byte[]> files = new TreeMap<>();
        folder.paths().forEach(each -> files.put(each, folder.bytes(each)));
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return new Draft(RulesFolder.of(folder.name(), files));
    }

    private static void checkKnown(String path, RulesFolder folder) {
        if (!folder.paths().contains(path) || !isEditable(path)) {
            throw new ProblemException(
                    Code.NO_SUCH_PAGE, Place.NONE, "The rules have no file '" + path + "'", "Choose one at /rules");
        }
    }

    /** What tells a text from another. */
    public static String version(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }

    /**
     * Writes a file.
     *
     * @param version the {@link #version} of the text that was edited
     * @throws ProblemException {@code STALE_EDIT} if the file is another one by now; nothing is written then
     */
    public synchronized void save(String path, String text, String version) {
        String present = checkVersion(path, version);
        Path file = writable(path);
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        undo.put(path, present);
    }

    /**
     * The text of a file, if it is still the one that was edited.
     *
     * @throws ProblemException {@code STALE_EDIT}
     */
    String checkVersion(String path, String version) {
        String present = text(path);
        if (!version(present).equals(version)) {
            throw new ProblemException(
                    Code.STALE_EDIT,
                    Place.file(name + "/" + path),
                    "Somebody saved this file after you opened it",
                    "Bring both together: theirs and yours are shown, and nothing of yours is lost");
        }
        return present;
    }

    /** The text before the last save of this process; null if there was none. */
    public synchronized @Nullable String before(String path) {
        return undo.get(path);
    }

    private Path writable(String path) {
        Path folder = root;
        if (folder == null) {
            throw new ProblemException(
                    Code.READ_ONLY,
                    Place.NONE,
                    "The shipped rules cannot be changed",
                    "Start with --rules and a folder");
        }
        try {
            Path real = folder.toRealPath();
            Path file = real.resolve(path);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || !file.toRealPath().startsWith(real)) {
                throw new ProblemException(
                        Code.UNWRITABLE,
                        Place.file(name + "/" + path),
                        "This is a link and not a file of the folder",
                        "Put the file itself in the folder");
            }
            return file;
        } catch (IOException e) {
            throw AtomicFile.unwritable(folder.resolve(path), e);
        }
    }
}
