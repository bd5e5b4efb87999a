package org.countsas.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.ReadingBuilder;

/** Finds the files behind the paths that the user named: those of folders and archives too. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class InputFinder {
    private static final String ARCHIVE = "zip";

    private final ReadingBuilder reading;
    private final SortedSet<String> readFromFolders;
    private final Map<Path, String> found = new HashMap<>();

    /**
     * @param endings the name endings, in lower case and without the dot, of the files to read from a folder, because a folder contains
     *                notes and reports beside its tables. Archives are read as well
     */
    public InputFinder(ReadingBuilder reading, Set<String> endings) {
        this.reading = reading;
        this.readFromFolders = new TreeSet<>(endings);
        this.readFromFolders.add(ARCHIVE);
    }

    /**
     * The files behind the paths, in the order of the paths, those of a folder or an archive by name.
     *
     * @throws ProblemException {@code NO_SUCH_FILE}, {@code EMPTY_INPUT}, {@code UNREADABLE}, {@code BROKEN_ARCHIVE} or
     *                          {@code TOO_LARGE}
     */
    public List<ByteSource> find(List<Path> inputs) {
        List<ByteSource> files = new ArrayList<>();
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw noSuchFile(input);
            }
            if (RecordedRuns.isOne(input)) {
                throw RecordedRuns.among(input.toString());
            }
            try {
                if (Files.isDirectory(input)) {
                    folder(input, files);
                } else {
                    file(input, files);
                }
            } catch (IOException e) {
                throw ReadFailure.of(new ByteSource.OfFile(input.toString(), input), e);
            }
        }
        return files;
    }

    private static ProblemException noSuchFile(Path input) {
        Path parent = input.toAbsolutePath().getParent();
        Path name = input.getFileName();
        Optional<String> near = Optional.empty();
        if (parent != null && name != null && Files.isDirectory(parent)) {
            try (Stream<Path> siblings = Files.list(parent)) {
                near = Suggestion.nearest(
                        name.toString(),
                        siblings.map(sibling -> sibling.getFileName().toString())
                                .toList());
            } catch (IOException e) {
                // A suggestion is only a courtesy.
            }
        }
        String fix = near.map(
                        found -> Suggestion.question(input.resolveSibling(found).toString()))
                .orElse(
                        parent == null || Files.isDirectory(parent)
                                ? "Check the name"
                                : "There is no folder '" + input.getParent() + "' either");
        return new ProblemException(
                Code.NO_SUCH_FILE, Place.file(input.toString()), "There is no such file or folder", fix);
    }

    private void folder(Path folder, List<ByteSource> files) throws IOException {
        List<Path> children;
        try (Stream<Path> list = Files.list(folder)) {
            children = list.filter(child -> !Archive.isJunk(child.getFileName().toString()))
                    .sorted(Comparator.comparing(child -> child.getFileName().toString()))
                    .toList();
        }
        int before = files.size();
        for (Path child : children) {
            if (Files.isDirectory(child)) {
                leftOut(child.toString(), "Folders within a folder are not read", "Name it as an input of its own");
            } else if (isRead(child.toString())) {
                file(child, files);
            } else {
                leftOut(
                        child.toString(),
                        "A file of this kind is not read from a folder",
                        "Name it as an input of its own if it holds items");
            }
        }
        if (files.size() == before) {
            List<String> folders = children.stream()
                    .filter(Files::isDirectory)
                    .map(Path::toString)
                    .toList();
            throw new ProblemException(
                    Code.EMPTY_INPUT,
                    Place.file(folder.toString()),
                    "The folder has no file to read",
                    folders.isEmpty()
                            ? "Name a folder with files that end in " + String.join(", ", readFromFolders)
                            : "Name a folder within it: " + String.join(", ", folders));
        }
    }

    private boolean isRead(String name) {
        String inner = GzipSource.innerName(name).toLowerCase(Locale.ROOT);
        return readFromFolders.stream().anyMatch(ending -> inner.endsWith("." + ending));
    }

    private void file(Path path, List<ByteSource> files) throws IOException {
        ByteSource.OfFile file = new ByteSource.OfFile(path.toString(), path);
        String first = found.putIfAbsent(path.toRealPath(), file.name());
        if (first != null) {
            leftOut(file.name(), "The file was already named, as " + first, "");
        } else if (!Files.isRegularFile(path)) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(file.name()),
                    "This is a pipe, a socket or a device, and an input is read more than once",
                    "Save it as a file");
        } else if (Files.size(path) == 0) {
            throw new ProblemException(Code.EMPTY_INPUT, Place.file(file.name()), "The file is empty", "");
        } else if (Archive.isArchive(file)) {
            files.addAll(Archive.entries(file));
        } else {
            files.add(GzipSource.unpacked(file));
        }
    }

    private void leftOut(String name, String reason, String fix) {
        reading.warn(Code.LEFT_OUT, Place.file(name), reason, fix);
        reading.file(ReadFile.unread(name, ReadFile.NO_FORMAT));
    }
}
