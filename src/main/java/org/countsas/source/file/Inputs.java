package org.countsas.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.source.result.Format;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.ReadingBuilder;

/** Finds the files to read behind the paths that the user named. Not thread-safe. */
public final class Inputs {
    /** A folder holds notes and reports beside its tables; only files of these endings are read from it. */
    private static final Set<String> READ_FROM_FOLDERS =
            Set.of("csv", "tsv", "txt", "xlsx", "xlsm", "jsonl", "ndjson", "json", "zip");

    private final ReadingBuilder assembly;
    private final Map<Path, String> seen = new HashMap<>();

    public Inputs(ReadingBuilder assembly) {
        this.assembly = assembly;
    }

    /**
     * The files behind the paths, in the order of the paths, those of a folder or an archive by name.
     *
     * @throws ProblemException {@code NO_SUCH_FILE}, {@code EMPTY_INPUT}, {@code BROKEN_ARCHIVE} or {@code TOO_LARGE}
     */
    public List<ByteSource> resolve(List<Path> inputs) {
        List<ByteSource> blobs = new ArrayList<>();
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw noSuchFile(input);
            }
            try {
                if (Files.isDirectory(input)) {
                    folder(input, blobs);
                } else {
                    file(input, blobs, false);
                }
            } catch (IOException e) {
                throw ReadFailure.of(new ByteSource.OfFile(input.toString(), input), e);
            }
        }
        return blobs;
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
                // the suggestion is a courtesy
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

    private void folder(Path folder, List<ByteSource> blobs) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> !Archive.isJunk(file.getFileName().toString()))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
        int before = blobs.size();
        List<String> folders =
                files.stream().filter(Files::isDirectory).map(Path::toString).toList();
        for (Path file : files) {
            if (!Files.isDirectory(file)) {
                file(file, blobs, true);
            } else {
                leftOut(file.toString(), "Folders within a folder are not read", "Name it as an input of its own");
            }
        }
        if (blobs.size() == before) {
            throw new ProblemException(
                    Code.EMPTY_INPUT,
                    Place.file(folder.toString()),
                    "The folder has no file to read",
                    folders.isEmpty()
                            ? "Name a folder with CSV, TSV, XLSX, JSON Lines or ZIP files"
                            : "Name a folder within it: " + String.join(", ", folders));
        }
    }

    private void file(Path path, List<ByteSource> blobs, boolean inFolder) throws IOException {
        ByteSource.OfFile file = new ByteSource.OfFile(path.toString(), path);
        String first = seen.putIfAbsent(path.toRealPath(), file.name());
        if (first != null) {
            leftOut(file.name(), "The file was named already, as " + first, "");
        } else if (inFolder && !READ_FROM_FOLDERS.contains(file.extension())) {
            leftOut(
                    file.name(),
                    "A file of this kind is not read from a folder",
                    "Name it as an input of its own if it holds items");
        } else if (!Files.isRegularFile(path)) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(file.name()),
                    "This is a pipe or a device, and an input is read more than once",
                    "Save it as a file");
        } else if (Files.size(path) == 0) {
            throw new ProblemException(Code.EMPTY_INPUT, Place.file(file.name()), "The file is empty", "");
        } else if (Archive.isZip(file) && !Archive.isWorkbook(file)) {
            blobs.addAll(Archive.entries(file));
        } else {
            blobs.add(file);
        }
    }

    private void leftOut(String name, String reason, String fix) {
        assembly.warn(Code.LEFT_OUT, Place.file(name), reason, fix);
        assembly.file(new ReadFile(name, Format.OTHER, Optional.empty(), Optional.empty(), 0, Map.of()));
    }
}
