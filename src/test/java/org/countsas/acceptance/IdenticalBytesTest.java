package org.countsas.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.countsas.cli.Console;
import org.countsas.report.Samples;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same budget under the same rules gives the same files to the byte. */
class IdenticalBytesTest {
    private static final String[] DEFINITIONS = {"--definition", "japan-2022", "--definition", "japan-2025-proposal"};
    private static final String[] FILES = {
        "japan-2022/decisions.csv", "japan-2022/decisions.jsonl", "japan-2022/decisions.xlsx",
        "japan-2025-proposal/decisions.csv", "japan-2025-proposal/decisions.jsonl",
                "japan-2025-proposal/decisions.xlsx",
        "rejected.csv", "summary.json"
    };

    @TempDir
    private Path folder;

    @Test
    void theOrderOfRowsTheNumberOfThreadsAndTheTimeDoNotMatter() throws Exception {
        Path published = SharedData.rs2024();
        Path shuffled = shuffle(published, new Random(20_240_401));

        Console first = onThreads(2, () -> classify(folder.resolve("a"), published));
        Console second = onThreads(1, () -> classify(folder.resolve("b"), shuffled));

        assertThat(second.out()).isEqualTo(first.out());
        isSame(folder.resolve("a"), folder.resolve("b"));
    }

    @Test
    void theOrderOfRowsAndOfInputsAndWhereTheyAreDividedDoNotMatter() throws Exception {
        List<String> rows = new ArrayList<>(Files.readAllLines(Samples.JAPAN));
        String header = rows.remove(0);
        assertThat(rows).allMatch(row -> row.matches("\\d+,2024,initial,.*")); // no row has several lines
        Collections.reverse(rows);
        Path first = table("1.csv", header, rows.subList(0, 40));
        Path second = table("2.csv", header, rows.subList(40, rows.size()));

        Console console = classify(folder.resolve("divided"), second, first);

        assertThat(console.out())
                .isEqualTo(classify(folder.resolve("whole"), Samples.JAPAN).out());
        isSame(folder.resolve("whole"), folder.resolve("divided"));
    }

    private Path table(String name, String header, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        return Files.write(folder.resolve(name), lines);
    }

    @Test
    void theLocaleTheTimeZoneAndTheEncodingOfTheMachineDoNotMatter() throws Exception {
        classify(folder.resolve("here"), Samples.JAPAN);
        for (List<String> machine : List.of(
                List.of(
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-9"),
                List.of(
                        "-Duser.language=ja",
                        "-Duser.country=JP",
                        "-Duser.timezone=Asia/Tokyo",
                        "-Dfile.encoding=windows-31j"))) {
            Path out = folder.resolve(
                    "there" + machine.get(0).substring(machine.get(0).length() - 2));
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
            command.addAll(machine);
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    "org.countsas.cli.Main",
                    "classify",
                    Samples.JAPAN.toString(),
                    "--as-of",
                    Console.TODAY,
                    "--out",
                    out.toString()));
            command.addAll(List.of(DEFINITIONS));
            Path said = folder.resolve("said");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
            isSame(folder.resolve("here"), out);
        }
    }

    private static Console classify(Path out, Path... inputs) {
        List<Object> arguments = new ArrayList<>(List.of("classify", "--out", out));
        arguments.addAll(List.of(inputs));
        arguments.addAll(List.of(DEFINITIONS));
        Console console = Console.run(arguments.toArray());
        assertThat(console.code()).as(console.err()).isZero();
        return console;
    }

    private static Console onThreads(int threads, java.util.concurrent.Callable<Console> run) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(run).get();
        } finally {
            pool.shutdown();
        }
    }

    private static void isSame(Path expected, Path actual) throws IOException {
        SortedMap<String, byte[]> first = tree(expected);
        SortedMap<String, byte[]> second = tree(actual);
        assertThat(first.keySet()).containsExactly(FILES);
        assertThat(second.keySet()).isEqualTo(first.keySet());
        for (Map.Entry<String, byte[]> file : first.entrySet()) {
            int at = java.util.Arrays.mismatch(file.getValue(), second.get(file.getKey()));
            assertThat(at)
                    .as(() -> file.getKey() + " differs at " + at + ": " + around(file.getValue(), at) + " and "
                            + around(second.get(file.getKey()), at))
                    .isEqualTo(-1);
        }
    }

    private static String around(byte[] bytes, int at) {
        return at < 0
                ? ""
                : new String(
                        bytes,
                        Math.max(0, at - 200),
                        Math.min(400, bytes.length - Math.max(0, at - 200)),
                        StandardCharsets.UTF_8);
    }

    private static SortedMap<String, byte[]> tree(Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** The export, unpacked, with the rows of each table in another order and the tables under other names. */
    private Path shuffle(Path export, Random random) throws IOException {
        Path target = Files.createDirectory(folder.resolve("shuffled"));
        try (Stream<Path> archives = Files.list(export)) {
            for (Path archive : archives.sorted().toList()) {
                try (ZipFile zip = new ZipFile(archive.toFile())) {
                    ZipEntry table = zip.stream()
                            .filter(entry -> entry.getName().endsWith(".csv"))
                            .findFirst()
                            .orElseThrow();
                    List<List<String>> rows = rows(zip.getInputStream(table));
                    List<String> header = rows.remove(0);
                    Collections.shuffle(rows, random);
                    try (CsvWriter csv = CsvWriter.builder()
                            .build(
                                    target.resolve("table-" + random.nextInt(1_000_000) + ".csv"),
                                    StandardCharsets.UTF_8)) {
                        csv.writeRecord(header);
                        rows.forEach(csv::writeRecord);
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                }
            }
        }
        return target;
    }

    private static List<List<String>> rows(InputStream table) throws IOException {
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(table)) {
            return new ArrayList<>(csv.stream().map(CsvRecord::getFields).toList());
        }
    }
}
