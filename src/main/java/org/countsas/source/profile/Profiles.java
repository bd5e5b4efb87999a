package org.countsas.source.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.PlainFiles;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.ReadFailure;
import org.countsas.source.table.ColumnNames;
import org.jspecify.annotations.Nullable;

/** Finds mapping profiles: those shipped with the product, and the user's own. */
public final class Profiles {
    /** The profiles shipped with the product; those that need more columns come first. */
    public static final List<String> SHIPPED = List.of("us-outlays", "us-budget");

    private Profiles() {}

    /**
     * The profile with a shipped name, or from a file.
     *
     * @throws ProblemException {@code NO_SUCH_FILE} if there is neither, or every problem of the file
     */
    public static Profile load(String nameOrPath) {
        if (SHIPPED.contains(nameOrPath)) {
            return shipped(nameOrPath);
        }
        Path path = path(nameOrPath);
        if (path == null || !Files.exists(path)) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE,
                    Place.file(nameOrPath),
                    "There is no profile file of this name, and no shipped profile",
                    Suggestion.fix(nameOrPath, SHIPPED));
        }
        PlainFiles.require(path, "Save the profile as a YAML file");
        ByteSource source = new ByteSource.OfFile(nameOrPath, path);
        try {
            if (Files.size(path) > 1 << 20) {
                throw new ProblemException(
                        Code.TOO_LARGE,
                        Place.file(nameOrPath),
                        "The profile is larger than 1 MiB",
                        "Check that it is a profile");
            }
            return parse(nameOrPath, Files.readString(path));
        } catch (IOException e) {
            if (ReadFailure.isOfEncoding(e)) {
                throw new ProblemException(
                        Code.WRONG_ENCODING, Place.file(nameOrPath), "The profile is not UTF-8", "Save it as UTF-8");
            }
            throw ReadFailure.of(source, e);
        }
    }

    private static @Nullable Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The shipped profile that names exactly the columns that the table has, if there is one. */
    public static Optional<Profile> fitting(ColumnNames header) {
        return SHIPPED.stream()
                .map(Profiles::shipped)
                .filter(profile -> profile.fits(header))
                .findFirst();
    }

    private static Profile shipped(String name) {
        try (InputStream in = Profiles.class.getResourceAsStream("profiles/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the shipped profile " + name + " is not on the class path");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Profile parse(String file, String text) {
        Problems problems = new Problems();
        Optional<Profile> profile = new ProfileReader(problems).read(file, text);
        problems.throwIfAny();
        return profile.orElseThrow();
    }
}
