package org.countsas.source.format;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.told;
import static org.countsas.source.Written.warnings;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import org.countsas.CountsAs;
import org.countsas.problem.Code;
import org.countsas.source.Written;
import org.countsas.source.bill.Bills;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new format is a new room beside the others, with one interface to implement and no other file to touch. */
class SourceFormatTest {
    private static final String BILL = """
            {"bill":{"fiscalYear":2024},"items":[{"id":"1","name":"Ships","amount":100},{"id":"2","name":"Roads","amount":150},\
            {"id":"3","name":"Fees","amount":"1,5"},{"id":"4","name":"Total","amount":250}]}""";

    @TempDir
    Path folder;

    private Path packed(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zlib = new DeflaterOutputStream(bytes)) {
            zlib.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(folder, name, bytes.toByteArray());
    }

    @Test
    void a_format_in_a_room_of_its_own_is_found_without_being_named_anywhere() {
        Reading reading = read(packed("2024.zz", BILL));

        assertThat(told(reading))
                .containsExactly("1 2024 initial 100 JPY", "2 2024 initial 150 JPY", "4 2024 initial 250 JPY");
        assertThat(rejections(reading)).containsExactly("BAD_AMOUNT 3 amount: '1,5' is not an amount");
        assertThat(warnings(reading, Code.TOTAL_ROW))
                .containsExactly(
                        "4 amount: The amount of id '4' (250) may count twice: 'Total' names a total, and it is the sum of rows 1 to 2");
        assertThat(reading.files())
                .singleElement()
                .satisfies(file -> assertThat(file.format()).isEqualTo("bill"));
    }

    @Test
    void its_files_are_picked_from_folders_and_archives_beside_those_of_other_formats() {
        packed("a.bill.zz", BILL);
        lines(folder, "b.csv", "id,fiscalYear,name,amount", "9,2024,b,5");
        lines(folder, "c.md", "notes");
        packed("d.zz", BILL);

        Reading reading = read(folder);

        assertThat(reading.files())
                .extracting(file -> file.format())
                .containsExactly("other", "other", "bill", "delimited-text");
        assertThat(told(reading)).contains("1 2024 initial 100 JPY", "9 2024 initial 5 JPY");
    }

    @Test
    void a_file_that_no_format_recognises_is_refused_with_the_formats_that_there_are() {
        assertThat(problemOf(() -> read(packed("a.zz", "{\"law\":1}"))).toString())
                .isEqualTo("S001 " + folder.resolve("a.zz")
                        + ": This is not a text file, nor a workbook, nor an archive that can be read. "
                        + "Give CSV, TSV, XLSX, JSON Lines, bills or ZIP; a text in UTF-16 needs a byte-order mark.");
    }

    @Test
    void an_empty_folder_is_refused_with_the_endings_that_there_are() {
        assertThat(problemOf(() -> read(Written.folder(folder, "empty"))).fix())
                .isEqualTo(
                        "Name a folder with files that end in bill.zz, csv, json, jsonl, ndjson, tsv, txt, xlsm, xlsx, zip");
    }

    @Test
    void the_surer_format_is_asked_first() {
        assertThat(Formats.all())
                .extracting(format -> format.getClass().getSimpleName())
                .containsExactly("Bills", "StateBudget", "JsonLines", "AccountTitles", "ReviewExport", "MappedTables");
    }

    @Test
    void nobody_knows_a_format_not_even_another() {
        JavaClasses main = new ClassFileImporter()
                .importUrl(CountsAs.class.getProtectionDomain().getCodeSource().getLocation());
        Set<String> rooms = Formats.all().stream()
                .map(format -> format.getClass().getPackageName())
                .filter(room -> !room.equals(Bills.class.getPackageName()))
                .collect(Collectors.toSet());

        assertThat(rooms).hasSize(5);
        for (String room : rooms) {
            noClasses()
                    .that(describe(
                            "are outside " + room,
                            (JavaClass each) -> !each.getPackageName().equals(room)))
                    .should()
                    .dependOnClassesThat(resideInAPackage(room))
                    .because("a format that nobody names can be added or removed without touching anything else")
                    .check(main);
        }
    }
}
