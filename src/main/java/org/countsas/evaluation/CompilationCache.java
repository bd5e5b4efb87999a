package org.countsas.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apiguardian.api.API;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;

/**
 * Where compiled rules are kept between runs, by the digest of the rule files and of what they were compiled against. The compiled form of
 * the shipped rules is part of the library; for other rules it is kept in a folder, if one is given.
 *
 * <p>The contents of the folder are executed, so it must belong to the user alone: it is created with owner-only permissions, and a folder
 * that others may write to is not used.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class CompilationCache {
    private static final String SHIPPED = "/org/countsas/compiled/";

    private final @Nullable Path folder;

    private CompilationCache(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Keeps nothing: rules other than the shipped ones are compiled each time, which takes seconds. */
    public static CompilationCache none() {
        return new CompilationCache(null);
    }

    /** Keeps compiled rules in a folder of the user's, which is created when needed. */
    public static CompilationCache in(Path folder) {
        return new CompilationCache(folder);
    }

    CompiledRules compiled(RuleBook book) {
        String file = keyOf(book) + ".zip";
        try (InputStream shipped = CompilationCache.class.getResourceAsStream(SHIPPED + file)) {
            if (shipped != null) {
                return CompiledRules.fromZip(shipped);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the library's compiled rules are broken", e);
        }
        if (folder == null || !prepare(folder)) {
            return CompiledRules.compile(book);
        }
        Path kept = folder.resolve(file);
        if (Files.isRegularFile(kept)) {
            try (InputStream in = Files.newInputStream(kept)) {
                return CompiledRules.fromZip(in);
            } catch (IOException e) {
                // Cut off or unreadable: compiled again and replaced below.
            }
        }
        CompiledRules compiled = CompiledRules.compile(book);
        keep(compiled, kept);
        return compiled;
    }

    /** Compiles a rule book and writes it where the library looks for its shipped rules; for the build. */
    static void writeShipped(RuleBook book, Path classes) throws IOException {
        Path target = classes.resolve(SHIPPED.substring(1));
        Files.createDirectories(target);
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(target)) {
            for (Path compiled : earlier) {
                Files.delete(compiled);
            }
        }
        Files.write(
                target.resolve(keyOf(book) + ".zip"),
                CompiledRules.compile(book).toZip());
    }

    private static void keep(CompiledRules compiled, Path target) {
        try {
            Path temporary = Files.createTempFile(target.getParent(), "compiled", ".tmp");
            try {
                Files.write(temporary, compiled.toZip());
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // If the cache cannot be written, the next run takes some seconds longer, and this one no longer.
        }
    }

    private static boolean prepare(Path folder) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                if (posix) {
                    Files.createDirectory(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectory(folder);
                }
            }
            return !posix
                    || (PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                                    .endsWith("------")
                            && Files.getOwner(folder).getName().equals(System.getProperty("user.name")));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static String keyOf(RuleBook book) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(book.folder().digestOfRuleFiles().getBytes(StandardCharsets.UTF_8));
            sha256.update(String.valueOf(KieServices.class.getPackage().getImplementationVersion())
                    .getBytes(StandardCharsets.UTF_8));
            for (Class<?> fact : new Class<?>[] {Item.class, Facility.class}) {
                try (InputStream in = fact.getResourceAsStream(fact.getSimpleName() + ".class")) {
                    sha256.update(in == null ? new byte[0] : in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(
                    e); // every Java platform has the algorithm, and a class can read its own file
        }
    }
}
