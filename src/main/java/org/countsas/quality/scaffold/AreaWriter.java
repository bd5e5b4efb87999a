package org.countsas.quality.scaffold;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.countsas.output.AtomicFile;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.quality.scaffold.NewArea.NewFile;

/**
 * Writes the files of a new area: all of them or none. Every file is written in full beside its place before the first is given its name; if
 * one cannot be given its name, those before it are taken back. A run that is killed in between leaves rules that are sound. Not thread-safe.
 */
public final class AreaWriter {
    private final NewArea area;
    private final Path folder;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    private AreaWriter(NewArea area, Path folder) {
        this.area = area;
        this.folder = folder;
    }

    /**
     * Writes the files.
     *
     * @param folder the folder of rules that the area was planned for; nothing is written outside of it
     * @throws ProblemException {@code UNWRITABLE} if the folder cannot be written or a link leads out of it; {@code AREA_EXISTS} if a file has
     *                          appeared, or the list of policies has changed, since the area was planned. The folder is then as it was
     */
    public static void write(NewArea area, Path folder) {
        AreaWriter writer = new AreaWriter(area, folder);
        try {
            writer.write();
        } catch (ProblemException e) {
            while (!writer.undo.isEmpty()) {
                writer.undo.pop().run();
            }
            throw e;
        }
    }

    private void write() {
        List<AtomicFile> begun = new ArrayList<>();
        try {
            for (NewFile file : area.files()) {
                Path path = folder.resolve(file.path());
                checkFolder(path);
                check(file, path);
                AtomicFile atomic = AtomicFile.begin(path);
                begun.add(atomic);
                try {
                    atomic.out().write(file.text().getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw atomic.failed(e);
                }
            }
            for (int i = 0; i < begun.size(); i++) {
                begun.get(i).commit();
                undo.push(undoing(area.files().get(i)));
            }
        } finally {
            begun.forEach(AtomicFile::close);
        }
    }

    /** Creates the folder of a file if it is not there; refuses one that is a link to elsewhere. */
    private void checkFolder(Path path) {
        Path parent = requireNonNull(path.getParent());
        try {
            if (!Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(parent);
                undo.push(() -> parent.toFile().delete());
            }
            if (!parent.toRealPath().startsWith(folder.toRealPath())) {
                throw new ProblemException(
                        Code.UNWRITABLE,
                        Place.file(parent.toString()),
                        "This is a link that leads out of the folder of rules",
                        "Put the folder itself there");
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(parent, e);
        }
    }

    /** Between planning and writing, somebody else may have written. */
    private void check(NewFile file, Path path) {
        boolean changes =
                file.kind() == NewFile.Kind.POLICIES && area.replaced().isPresent();
        try {
            if (!changes && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw NewArea.exists(Place.file(path.toString()), "This file already exists");
            }
            if (changes && !Files.readString(path).equals(area.replaced().orElseThrow())) {
                throw NewArea.exists(Place.file(path.toString()), "The list of policies has changed in the meantime");
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(path, e);
        }
    }

    private Runnable undoing(NewFile file) {
        Path path = folder.resolve(file.path());
        return file.kind() == NewFile.Kind.POLICIES && area.replaced().isPresent()
                ? () -> AtomicFile.write(
                        path, out -> out.write(area.replaced().orElseThrow().getBytes(StandardCharsets.UTF_8)))
                : () -> AtomicFile.delete(path);
    }
}
