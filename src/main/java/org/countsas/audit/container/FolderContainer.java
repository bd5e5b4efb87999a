package org.countsas.audit.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** A bundle as a folder: plain files and the folders that contain them, nothing else. */
final class FolderContainer implements Container {
    private static final int MOST_FILES = 10_000;

    private final Path folder;
    private final SortedMap<String, Long> sizes;

    private FolderContainer(Path folder, SortedMap<String, Long> sizes) {
        this.folder = folder;
        this.sizes = Collections.unmodifiableSortedMap(sizes);
    }

    static FolderContainer of(Path folder) throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        Files.walkFileTree(
                folder.toRealPath(),
                new SimpleFileVisitor<>() { // follows no links
                    private final Path root = folder.toRealPath();
                    private int filesBefore;

                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        filesBefore = sizes.size();
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        String path = root.relativize(file).toString().replace('\\', '/');
                        if (!attributes.isRegularFile()) {
                            throw files(folder, BundleFiles.shown(path) + " is a link or not a regular file");
                        }
                        if (sizes.size() >= MOST_FILES) {
                            throw files(folder, "It has more than " + MOST_FILES + " files");
                        }
                        sizes.put(path, attributes.size());
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException failed) throws IOException {
                        if (failed != null) {
                            throw failed;
                        }
                        if (sizes.size() == filesBefore && !directory.equals(root)) {
                            throw files(
                                    folder,
                                    BundleFiles.shown(root.relativize(directory).toString())
                                            + " is a folder without files");
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return new FolderContainer(folder, sizes);
    }

    private static ProblemException files(Path folder, String reason) {
        return new ProblemException(
                Code.BUNDLE_FILES,
                Place.file(folder.toString()),
                reason,
                "A bundle holds only regular files; ask for a new copy");
    }

    @Override
    public SortedMap<String, Long> sizes() {
        return sizes;
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Place place(String path) {
        return Place.file(folder.resolve(path).toString());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
