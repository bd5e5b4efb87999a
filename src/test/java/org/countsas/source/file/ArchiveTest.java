package org.countsas.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.told;
import static org.countsas.source.Written.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.Written;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final String TABLE = "id,fiscalYear,name,amount\n1,2024,防衛,100\n";

    @TempDir
    Path folder;

    @Test
    void every_table_of_an_archive_is_read_and_named_after_a_mark() {
        Path file = bytes(
                folder,
                "a.zip",
                zip(
                        StandardCharsets.UTF_8,
                        "b/表.csv",
                        TABLE,
                        "a.jsonl",
                        "{\"id\":2,\"fiscalYear\":2024,\"amount\":5}\n",
                        "__MACOSX/b/._表.csv",
                        "junk",
                        ".DS_Store",
                        "junk"));

        Reading reading = read(file);

        assertThat(told(reading)).containsExactlyInAnyOrder("1 2024 initial 100 JPY", "2 2024 initial 5 JPY");
        assertThat(reading.files()).extracting(ReadFile::name).containsExactly(file + "!a.jsonl", file + "!b/表.csv");
    }

    @Test
    void names_of_entries_in_the_code_page_of_windows_are_read() {
        Path file = bytes(folder, "a.zip", zip(Written.CP932, "予算・執行.csv", TABLE));

        assertThat(read(file).files()).extracting(ReadFile::name).containsExactly(file + "!予算・執行.csv");
    }

    @Test
    void an_archive_within_an_archive_is_read_and_one_deeper_is_refused() {
        byte[] inner = zip(StandardCharsets.UTF_8, "t.csv", TABLE);
        byte[] outer = zip(StandardCharsets.UTF_8, "inner.zip", inner);
        Path file = bytes(folder, "a.zip", outer);
        Path deeper = bytes(folder, "b.zip", zip(StandardCharsets.UTF_8, "outer.zip", outer));

        assertThat(told(read(file))).containsExactly("1 2024 initial 100 JPY");
        assertThat(read(file).files()).extracting(ReadFile::name).containsExactly(file + "!inner.zip!t.csv");
        assertThat(problemOf(() -> read(deeper)).code()).isEqualTo(Code.UNKNOWN_FORMAT);
    }

    @Test
    void names_that_lead_out_of_the_archive_do_no_harm() {
        Path file = bytes(folder, "a.zip", zip(StandardCharsets.UTF_8, "../../escaped.csv", TABLE));

        assertThat(told(read(file))).containsExactly("1 2024 initial 100 JPY");
        assertThat(folder.resolve("../../escaped.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.xlsx"})
    void an_archive_whose_names_no_one_can_decode_is_refused(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = getClass()
                .getResourceAsStream("/org/countsas/fuzz/SourcesFuzzTestInputs/workbook/name-not-in-utf-8.xlsx")) {
            Files.copy(in, file);
        }

        assertThat(problemOf(() -> read(file)).code()).isEqualTo(Code.BROKEN_ARCHIVE);
    }

    @Test
    void a_bomb_is_refused_before_it_swells() {
        Path file = bytes(folder, "a.zip", zip(StandardCharsets.UTF_8, "t.csv", new byte[40 << 20]));
        Path text = bytes(
                folder,
                "b.zip",
                zip(
                        StandardCharsets.UTF_8,
                        "t.csv",
                        (TABLE + "2,2024,x,5\n".repeat(4_000_000)).getBytes(StandardCharsets.UTF_8)));
        Path nested = bytes(
                folder,
                "c.zip",
                zip(
                        StandardCharsets.UTF_8,
                        "n.zip",
                        zip(StandardCharsets.UTF_8, "t.csv", TABLE + "\n".repeat(40 << 20))));

        // The first is no text at all, and that shows in its first bytes.
        assertThat(problemOf(() -> read(file)).code()).isEqualTo(Code.UNKNOWN_FORMAT);
        assertThat(problemOf(() -> read(text)).code()).isEqualTo(Code.TOO_LARGE);
        assertThat(problemOf(() -> read(nested)).code()).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void an_archive_of_countless_entries_is_refused() {
        Object[] entries = new Object[2 * (Archive.MOST_ENTRIES + 1)];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = i + ".csv";
            entries[i + 1] = "";
        }
        Path file = bytes(folder, "a.zip", zip(StandardCharsets.UTF_8, entries));

        assertThat(problemOf(() -> read(file)).code()).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void a_cut_archive_is_said_to_be_damaged() {
        byte[] whole = zip(StandardCharsets.UTF_8, "t.csv", TABLE);
        for (int length : new int[] {4, 30, whole.length / 2, whole.length - 1}) {
            Problem problem = problemOf(() -> read(bytes(folder, "a.zip", Arrays.copyOf(whole, length))));
            assertThat(problem.code()).isEqualTo(Code.BROKEN_ARCHIVE);
            assertThat(problem.fix()).isEqualTo("Fetch or save the file again");
        }
    }

    @Test
    void a_file_that_is_only_called_an_archive_is_said_to_be_damaged() {
        assertThat(problemOf(() -> read(bytes(folder, "a.zip", TABLE.getBytes(StandardCharsets.UTF_8))))
                        .code())
                .isEqualTo(Code.BROKEN_ARCHIVE);
    }

    @Test
    void content_that_is_not_what_was_packed_is_noticed() throws IOException {
        Path file = bytes(folder, "a.zip", zip(StandardCharsets.UTF_8, "t.csv", TABLE + "7,2024,x,1\n"));
        byte[] bytes = java.nio.file.Files.readAllBytes(file);
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
            // The checksum in the central directory, 16 bytes after its signature.
            int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
            random.seek(directory + 16L);
            random.write(bytes[directory + 16] ^ 1);
        }

        Problem problem = problemOf(() -> read(file));
        assertThat(problem.code()).isEqualTo(Code.BROKEN_ARCHIVE);
        assertThat(problem.reason()).isEqualTo("The archive is damaged: the checksum of its content is wrong");
    }

    @Test
    void what_gzip_packed_is_read_in_an_archive_and_in_one_within_it() throws IOException {
        byte[] packed = gzip(TABLE.getBytes(StandardCharsets.UTF_8));
        byte[] inner = zip(StandardCharsets.UTF_8, "t.csv.gz", packed);
        Path file = bytes(folder, "a.zip", zip(StandardCharsets.UTF_8, "t.csv.gz", packed));
        Path nested = bytes(folder, "b.zip", zip(StandardCharsets.UTF_8, "inner.zip", inner));

        assertThat(told(read(file))).containsExactly("1 2024 initial 100 JPY");
        assertThat(told(read(nested))).containsExactly("1 2024 initial 100 JPY");
        assertThat(read(nested).files()).extracting(ReadFile::name).containsExactly(nested + "!inner.zip!t.csv.gz");
    }

    @Test
    void what_gzip_packed_is_named_itself_where_it_is_cut_off() throws IOException {
        byte[] packed = gzip(TABLE.getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(packed, packed.length - 12);
        Path file = bytes(folder, "a.zip", zip(StandardCharsets.UTF_8, "t.csv.gz", cut));
        Path inFolder = bytes(Written.folder(folder, "f"), "t.csv.gz", cut);

        assertThat(problemOf(() -> read(file)).toString())
                .isEqualTo("S004 " + file
                        + "!t.csv.gz: The archive is damaged: it ends too early. Fetch or save the file again.");
        assertThat(problemOf(() -> read(inFolder.getParent())).toString())
                .isEqualTo("S004 " + inFolder
                        + ": The archive is damaged: it ends too early. Fetch or save the file again.");
    }

    @Test
    void a_bomb_of_gzip_is_refused_before_it_swells() throws IOException {
        Path file = bytes(
                folder, "t.csv.gz", gzip((TABLE + "2,2024,x,5\n".repeat(4_000_000)).getBytes(StandardCharsets.UTF_8)));

        assertThat(problemOf(() -> read(file)).code()).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void an_archive_that_gzip_packed_is_refused_for_that() throws IOException {
        Path file = bytes(folder, "a.zip.gz", gzip(zip(StandardCharsets.UTF_8, "t.csv", TABLE)));

        assertThat(problemOf(() -> read(file)).toString())
                .isEqualTo("S001 " + file
                        + ": A ZIP within gzip, or within two other archives, is not read. Unpack the outer ones.");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void an_archive_without_tables_is_empty() {
        assertThat(problemOf(() -> read(bytes(folder, "a.zip", zip(StandardCharsets.UTF_8, "folder/", ""))))
                        .code())
                .isEqualTo(Code.EMPTY_INPUT);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
