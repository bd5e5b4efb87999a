package org.countsas.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes one bit of a bundle another one, looks at it, and makes it right again; in a copy of the bundle for each processor. */
final class BitFlips {
    private static final int MOST_COPIES = 4;

    private BitFlips() {}

    /**
     * A bit.
     *
     * @param file     the file that has it, within the bundle; the empty path if the bundle is one file
     * @param position its byte
     * @param bit      from 0 to 7
     */
    record Flip(Path file, long position, int bit) {}

    /** One bit of every byte of every file. */
    static List<Flip> ofEveryByte(Path bundle) throws IOException {
        List<Flip> flips = new ArrayList<>();
        for (Path file : files(bundle)) {
            LongStream.range(0, Files.size(file))
                    .forEach(position -> flips.add(new Flip(bundle.relativize(file), position, (int) (position % 8))));
        }
        return flips;
    }

    /** Bits of bytes that a seed chooses; every byte of the bundle is as likely as any other. */
    static List<Flip> seeded(Path bundle, int count, long seed) throws IOException {
        List<Path> files = files(bundle);
        long[] sizes = new long[files.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Files.size(files.get(i));
        }
        Random random = new Random(seed);
        return Stream.generate(() -> {
                    long position =
                            (long) (random.nextDouble() * LongStream.of(sizes).sum());
                    int file = 0;
                    for (; position >= sizes[file]; file++) {
                        position -= sizes[file];
                    }
                    return new Flip(bundle.relativize(files.get(file)), position, random.nextInt(8));
                })
                .limit(count)
                .toList();
    }

    /** Those after which the bundle still passes. Before the first and after the last one it must. */
    static List<Flip> unnoticed(Path bundle, List<Flip> flips, Predicate<Path> passes) throws Exception {
        int copies = Math.max(1, Math.min(MOST_COPIES, Runtime.getRuntime().availableProcessors()));
        ExecutorService threads = Executors.newFixedThreadPool(copies);
        try {
            List<Future<List<Flip>>> parts = new ArrayList<>();
            for (int i = 0; i < copies; i++) {
                int number = i;
                List<Flip> part = IntStream.range(0, flips.size())
                        .filter(at -> at % copies == number)
                        .mapToObj(flips::get)
                        .toList();
                parts.add(threads.submit(() -> unnoticedIn(copy(bundle, number), part, passes)));
            }
            List<Flip> unnoticed = new ArrayList<>();
            for (Future<List<Flip>> part : parts) {
                unnoticed.addAll(part.get());
            }
            return unnoticed;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Flip> unnoticedIn(Path copy, List<Flip> flips, Predicate<Path> passes) {
        assertThat(passes).accepts(copy);
        List<Flip> unnoticed = flips.stream()
                .filter(flip -> {
                    flip(copy, flip);
                    boolean passed = passes.test(copy);
                    flip(copy, flip);
                    return passed;
                })
                .toList();
        assertThat(passes).accepts(copy);
        return unnoticed;
    }

    private static void flip(Path bundle, Flip flip) {
        Path file = flip.file().toString().isEmpty() ? bundle : bundle.resolve(flip.file());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, flip.position());
            one.put(0, (byte) (one.get(0) ^ 1 << flip.bit())).rewind();
            channel.write(one, flip.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(Path bundle, int number) throws IOException {
        Path parent = Files.createTempDirectory(bundle.getParent(), "copy-" + number + "-");
        try (Stream<Path> paths = Files.walk(bundle)) { // a folder comes before what it holds
            for (Path path : paths.toList()) {
                Files.copy(path, parent.resolve(bundle.getParent().relativize(path)));
            }
        }
        return parent.resolve(bundle.getFileName());
    }

    private static List<Path> files(Path bundle) throws IOException {
        try (Stream<Path> paths = Files.walk(bundle)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
