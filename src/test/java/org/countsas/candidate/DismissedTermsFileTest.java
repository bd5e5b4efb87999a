package org.countsas.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.countsas.candidate.DismissedTerms.Dismissal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory of what somebody did not want. */
class DismissedTermsFileTest {
    private static final Dismissal ROW =
            new Dismissal("ship", "船着場, 桟橋", "Policy Bureau", LocalDate.of(2026, 4, 1), "a place, \"not\" a ship");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(DismissedTermsFile.NAME);
    }

    @Test
    void what_is_added_is_read_again_as_it_was() throws IOException {
        DismissedTermsFile.add(folder, ROW);
        DismissedTermsFile.add(
                folder, new Dismissal("ship", "艇庫", "Policy Bureau", LocalDate.of(2026, 4, 2), "rowing"));

        assertThat(DismissedTermsFile.read(folder).rows()).hasSize(2).startsWith(ROW);
        assertThat(DismissedTermsFile.read(folder).contains("ship", "船着場, 桟橋")).isTrue();
        assertThat(DismissedTermsFile.read(folder).contains("port", "船着場, 桟橋")).isFalse();
        assertThat(Files.readString(file()))
                .startsWith(
                        "concept,term,by,on,why\nship,\"船着場, 桟橋\",Policy Bureau,2026-04-01,\"a place, \"\"not\"\" a ship\"\n");
    }

    @Test
    void no_file_is_no_dismissal() {
        assertThat(DismissedTermsFile.read(folder)).isEqualTo(DismissedTerms.NONE);
    }

    @Test
    void a_second_dismissal_of_the_same_is_refused_and_changes_nothing() throws IOException {
        DismissedTermsFile.add(folder, ROW);
        String before = Files.readString(file());

        assertThatThrownBy(() -> DismissedTermsFile.add(folder, ROW))
                .hasMessageContaining("V005")
                .hasMessageContaining("was already dismissed for 'ship'");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void every_bad_row_is_named_with_its_line() throws IOException {
        Files.writeString(
                file(),
                "concept,term,by,on,why\nship,艇,Bureau,2026-04-01,x\nship,舟,,2026-04-01,x\nship,筏,Bureau,April,x\n");

        assertThatThrownBy(() -> DismissedTermsFile.read(folder))
                .hasMessageContaining(":3: A dismissed term needs a value in each column")
                .hasMessageContaining(":4: 'April' is not a date");
    }

    @Test
    void another_header_is_refused() throws IOException {
        Files.writeString(file(), "concept,term\nship,艇\n");

        assertThatThrownBy(() -> DismissedTermsFile.read(folder))
                .hasMessageContaining("The columns are not concept, term, by, on, why");
        assertThat(List.of(file())).allMatch(Files::exists);
    }
}
