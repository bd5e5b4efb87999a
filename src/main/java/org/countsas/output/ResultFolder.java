package org.countsas.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A folder that takes the results of one run. Results of two runs side by side look like those of one, and an auditor's worksheet, once it is
 * overwritten, is gone; so a folder that holds results is taken only if someone says so.
 */
@API(status = API.Status.INTERNAL)
public final class ResultFolder {
    private static final Pattern RESULT = Pattern.compile(
            "(decisions|items|sample)\\.(csv|jsonl?|xlsx)|rejected\\.csv|summary\\.json|(compare|scenarios|targets|reconcile)(-.*)?\\.(csv|json|xlsx)");
    /** Results of several definitions are one folder further down. */
    private static final int DEPTH = 2;

    private ResultFolder() {}

    /**
     * Creates a folder unless it exists.
     *
     * @param force whether results of another run in it may be overwritten; none is removed
     * @throws ProblemException {@code RESULTS_EXIST} if it holds results, {@code UNWRITABLE} if it cannot be created
     */
    public static void prepare(Path folder, boolean force) {
        check(folder, force);
        AtomicFile.createFolder(folder);
    }

    /**
     * Looks whether results may be written to a folder; nothing is created.
     *
     * @param force whether results of another run in it may be overwritten
     * @throws ProblemException {@code RESULTS_EXIST} if it holds results
     */
    public static void check(Path folder, boolean force) {
        if (!force && Files.isDirectory(folder)) {
            result(folder).ifPresent(found -> {
                throw new ProblemException(
                        Code.RESULTS_EXIST,
                        Place.file(folder.toString()),
                        "The folder holds the results of another run: " + found,
                        "Name another folder, or overwrite them with --force");
            });
        }
    }

    private static Optional<String> result(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            RESULT.matcher(String.valueOf(file.getFileName())).matches())
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .min(Comparator.naturalOrder());
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // whoever writes says what is wrong with the folder
        }
    }
}
