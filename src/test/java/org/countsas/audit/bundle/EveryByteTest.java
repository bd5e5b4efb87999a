package org.countsas.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever byte of a bundle is another one: it is not verified. */
class EveryByteTest {
    @TempDir
    private Path folder;

    @Test
    void no_byte_of_any_file_of_a_folder_can_be_another() throws IOException {
        Path bundle = folder.resolve("run");
        write(bundle);
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                everyByte(bundle, file);
            }
        }
        assertThat(verified(bundle)).isTrue();
    }

    @Test
    void no_byte_of_a_zip_file_can_be_another_not_even_of_its_headers() throws IOException {
        Path bundle = folder.resolve("run.zip");
        write(bundle);
        everyByte(bundle, bundle);
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

    /** Two items are as good as many. */
    private static void write(Path bundle) {
        TestRuns.write(bundle, TestRuns.countsAs(), List.of("one"), TestRuns.HEADER, TestRuns.items().subList(0, 2), Optional.of(TestRuns.KEY));
    }

    private void everyByte(Path bundle, Path file) throws IOException {
        long size = Files.size(file);
        for (long position = 0; position < size; position++) {
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
