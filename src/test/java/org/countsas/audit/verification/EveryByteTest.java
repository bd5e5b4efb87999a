package org.countsas.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.FileEntry;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.evaluation.RealRules;
import org.countsas.problem.ProblemException;
import org.countsas.report.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever byte of a bundle is another one: it is not verified. */
@Tag("hot")
class EveryByteTest {
    private static final int POSITIONS = 2_000;
    /** Of these the whole verification is made for so many of each form: it takes half a second of a processor each. */
    private static final int WHOLE = 100;

    @TempDir
    private Path folder;

    @Test
    void no_byte_of_any_file_of_a_folder_can_be_another() throws Exception {
        Path bundle = folder.resolve("run");
        write(bundle);
        assertThat(BitFlips.unnoticed(bundle, BitFlips.ofEveryByte(bundle), EveryByteTest::verified))
                .isEmpty();
    }

    @Test
    void no_byte_of_a_zip_file_can_be_another_not_even_of_its_headers() throws Exception {
        Path bundle = folder.resolve("run.zip");
        write(bundle);
        assertThat(BitFlips.unnoticed(bundle, BitFlips.ofEveryByte(bundle), EveryByteTest::verified))
                .isEmpty();
    }

    @Test
    void a_bundle_cut_off_anywhere_is_not_verified() throws IOException {
        Path bundle = folder.resolve("run.zip");
        write(bundle);
        byte[] whole = Files.readAllBytes(bundle);
        for (int length = 0; length < whole.length; length += 1 + length % 7) {
            Files.write(bundle, Arrays.copyOf(whole, length));
            assertThat(verified(bundle)).as("cut off after %d bytes", length).isFalse();
        }
        Files.write(bundle, Arrays.copyOf(whole, whole.length + 1));
        assertThat(verified(bundle)).as("a byte more").isFalse();
    }

    /**
     * For each of {@value #POSITIONS} positions of the ZIP file the first part of every verification is made: the layout of the file, the
     * checkpoint, its signature, and each file's digest. The whole verification, which can only find more, is made for
     * {@value #WHOLE} of them, and for as many positions of the folder.
     */
    @Test
    void no_byte_of_the_review_of_2024_can_be_another() throws Exception {
        Path zip = folder.resolve("review.zip");
        TestRuns.write(
                zip,
                Samples.countsAs(),
                List.of("japan-2022", "japan-2025-proposal"),
                TestRuns.HEADER,
                RealRules.items(),
                TestRuns.KEY);
        List<BitFlips.Flip> flips = BitFlips.seeded(zip, POSITIONS, 2_024);
        List<BitFlips.Flip> some = IntStream.range(0, WHOLE)
                .mapToObj(i -> flips.get(i * (POSITIONS / WHOLE)))
                .toList();
        Path unpacked = unpack(zip, folder.resolve("review"));

        assertThat(BitFlips.unnoticed(zip, flips, EveryByteTest::opensAndReads)).isEmpty();
        assertThat(BitFlips.unnoticed(zip, some, EveryByteTest::verified)).isEmpty();
        assertThat(BitFlips.unnoticed(unpacked, BitFlips.seeded(unpacked, WHOLE, 2_025), EveryByteTest::verified))
                .isEmpty();
    }

    private static boolean opensAndReads(Path path) {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpack(Path zip, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        return target;
    }

    /** Two items are as good as many. */
    private static void write(Path bundle) {
        TestRuns.write(
                bundle,
                TestRuns.countsAs(),
                List.of("one"),
                TestRuns.HEADER,
                TestRuns.items().subList(0, 2),
                TestRuns.KEY);
    }

    private static boolean verified(Path bundle) {
        return Verifier.verify(bundle, TestRuns.TRUSTED).ok();
    }
}
