package org.countsas.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.told;
import static org.countsas.source.Written.zip;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.Written;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
