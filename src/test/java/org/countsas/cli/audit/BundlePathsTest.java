package org.countsas.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countsas.cli.Console;
import org.countsas.cli.RulesCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle goes to strangers: it says nothing of the folders of whoever made it. */
class BundlePathsTest {
    @TempDir
    private Path folder;

    private Path key = Path.of("");

    @BeforeEach
    void makeKey() {
        key = folder.resolve("key.pem");
        assertThat(Console.run("keys", "new", "--out", key).code()).isZero();
    }

    /** Two tables with wrong rows and a repeat of one in the other: alone, within a folder, within a ZIP file. */
    private List<Path> inputs(String parent) throws IOException {
        Path home = Files.createDirectories(folder.resolve(parent));
        String table = "id,fiscalYear,ministry,name,amount\n%s,2024,省,巡視船,100\n%s,2024,省,学校,x\n";
        Path tables = Files.createDirectories(home.resolve("tables"));
        Files.writeString(tables.resolve("in-a-folder.csv"), table.formatted("1", "2"));
        Path zip = home.resolve("tables.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("within/zipped.csv"));
            out.write(table.formatted("1", "4").getBytes(StandardCharsets.UTF_8));
        }
        Path alone = Files.writeString(home.resolve("alone.csv"), table.formatted("5", "6") + "5,2024,省,別,7\n");
        return List.of(tables, zip, alone);
    }

    private Console classify(List<Path> inputs, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("classify"));
        arguments.addAll(inputs);
        arguments.addAll(List.of("--key", key));
        arguments.addAll(List.of(more));
        Console console = Console.run(arguments.toArray());
        assertThat(console.code()).as(console.err()).isZero();
        return console;
    }

    private static Map<String, String> files(Path bundle) throws IOException {
        try (Stream<Path> files = Files.walk(bundle)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> bundle.relativize(file).toString(),
                            BundlePathsTest::text,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_same_input_under_another_folder_gives_the_same_bytes() throws IOException {
        for (String name : List.of("here.zip", "there.zip")) {
            classify(inputs(name + ".of-somebody/budget"), "--bundle", folder.resolve(name));
        }

        assertThat(folder.resolve("here.zip")).hasSameBinaryContentAs(folder.resolve("there.zip"));
    }

    @Test
    void rejected_rows_name_their_file_from_the_inputs_own_name_on() throws IOException {
        List<Path> inputs = inputs("of-somebody");
        Path bundle = folder.resolve("run");
        Path out = folder.resolve("out");
        Console console = classify(inputs, "--bundle", bundle, "--out", out);

        assertThat(Files.readString(bundle.resolve("rejected.csv"))).isEqualTo("""
                \uFEFFfile,row,column,id,code,reason,fix
                alone.csv,3,amount,6,S009,'x' is not an amount,"Write a number, such as 1234567 or 1,234,567"
                alone.csv,4,amount,5,S007,"Id '5' already has an amount for fiscal year 2024, initial, in row 2","Keep one of the two rows, or give them different ids"
                tables.zip!within/zipped.csv,2,amount,1,S007,"Id '1' already has an amount for fiscal year 2024, initial, in tables/in-a-folder.csv:2","Keep one of the two rows, or give them different ids"
                tables.zip!within/zipped.csv,3,amount,4,S009,'x' is not an amount,"Write a number, such as 1234567 or 1,234,567"
                tables/in-a-folder.csv,3,amount,2,S009,'x' is not an amount,"Write a number, such as 1234567 or 1,234,567"
                """);
        assertThat(Files.readString(out.resolve("rejected.csv")))
                .contains(
                        inputs.get(1) + "!within/zipped.csv,2,amount,1",
                        "initial, in " + inputs.get(0) + "/in-a-folder.csv:2");
        assertThat(console.err()).contains(inputs.get(2) + ":3 (amount)");
    }

    @Test
    void no_file_of_a_bundle_holds_a_path_of_the_machine() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules-of-somebody"));
        RulesCopy.in(rules);
        Path bundle = folder.resolve("run");
        classify(inputs("of-somebody"), "--rules", rules, "--bundle", bundle);

        assertThat(files(bundle))
                .hasSizeGreaterThan(20)
                .allSatisfy((path, text) -> assertThat(text)
                        .as(path)
                        .doesNotContain(
                                folder.toString(),
                                folder.getFileName().toString(),
                                "of-somebody",
                                Path.of("").toAbsolutePath().toString(),
                                key.getFileName().toString()));
    }
}
