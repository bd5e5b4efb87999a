package org.countsas.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.countsas.evaluation.RealRules;
import org.countsas.problem.ProblemException;
import org.countsas.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever byte of a bundle is another one: it is not verified. */
class EveryByteTest {
    @TempDir
    private Path folder;

    /** The ZIP file has each of these bytes too, so that here some of the large files' are enough. */
    @Test
    void no_byte_of_any_file_of_a_folder_can_be_another() throws IOException {
        Path bundle = folder.resolve("run");
        write(bundle);
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                everyByte(bundle, file, Files.size(file) < 2_000 ? 1 : 7);
            }
        }
        assertThat(verified(bundle)).isTrue();
    }

    @Test
    void no_byte_of_a_zip_file_can_be_another_not_even_of_its_headers() throws IOException {
        Path bundle = folder.resolve("run.zip");
        write(bundle);
        everyByte(bundle, bundle, 1);
        assertThat(verified(bundle)).isTrue();
    }

    @Test
    void a_bundle_cut_off_anywhere_is_not_verified() throws IOException {
        Path bundle = folder.resolve("run.zip");
        write(bundle);
        byte[] whole = Files.readAllBytes(bundle);
        for (int length = 0; length < whole.length; length += 1 + length % 7) {
            Files.write(bundle, java.util.Arrays.copyOf(whole, length));
            assertThat(verified(bundle)).as("cut off after %d bytes", length).isFalse();
        }
        Files.write(bundle, java.util.Arrays.copyOf(whole, whole.length + 1));
        assertThat(verified(bundle)).as("a byte more").isFalse();
    }

    /** By default some; {@code -Dcountsas.positions=2000} asks for more. */
    @Test
    void no_byte_of_the_review_of_2024_can_be_another() throws IOException {
        Path bundle = folder.resolve("review.zip");
        TestRuns.write(bundle, Samples.countsAs(), List.of("japan-2022", "japan-2025-proposal"), TestRuns.HEADER, RealRules.items(), Optional.of(TestRuns.KEY));
        assertThat(verified(bundle)).isTrue();
        Random random = new Random(2_024);
        long size = Files.size(bundle);
        for (int i = 0; i < Integer.getInteger("countsas.positions", 20); i++) {
            long position = (long) (random.nextDouble() * size);
            int bits = 1 << random.nextInt(8);
            flip(bundle, position, bits);
            assertThat(i < 2 ? verified(bundle) : opensAndReads(bundle)).as("byte %d", position).isFalse();
            flip(bundle, position, bits);
        }
        assertThat(verified(bundle)).isTrue();
    }

    /** The first part of every verification: each file has the digest that the manifest lists, and the manifest the one that is signed. */
    private static boolean opensAndReads(Path path) throws IOException {
        try (Bundle bundle = Bundle.open(path)) {
            bundle.verifySignature(TestRuns.TRUSTED);
            for (FileEntry file : bundle.manifest().files()) {
                try (InputStream in = bundle.open(file)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** Two items are as good as many. */
    private static void write(Path bundle) {
        TestRuns.write(bundle, TestRuns.countsAs(), List.of("one"), TestRuns.HEADER, TestRuns.items().subList(0, 2), Optional.of(TestRuns.KEY));
    }

    private static void everyByte(Path bundle, Path file, int step) throws IOException {
        long size = Files.size(file);
        for (long position = 0; position < size; position += step) {
            flip(file, position, 1 << position % 8);
            assertThat(verified(bundle)).as("byte %d of %s", position, file.getFileName()).isFalse();
            flip(file, position, 1 << position % 8);
        }
    }

    private static boolean verified(Path bundle) {
        return Verifier.verify(bundle, TestRuns.TRUSTED, Optional.empty()).ok();
    }

    private static void flip(Path file, long position, int bits) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, position);
            one.put(0, (byte) (one.get(0) ^ bits)).rewind();
            channel.write(one, position);
        }
    }
}
