package org.countsas.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.quality.Label.Verdict;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelReaderTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("labels.csv"), text);
    }

    private static List<String> problems(Path file) {
        return catchThrowableOfType(ProblemException.class, () -> LabelReader.read(file)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void theColumnsStandInAnyOrderAndFurtherOnesAreIgnored() throws IOException {
        assertThat(LabelReader.read(
                        file("name,area,verdict,id\n\"a, b\",space,count,1\nx,,NOT, 2 \ny,space,Borderline,3\n")))
                .containsExactly(
                        new Label("1", Verdict.COUNT, "space"),
                        new Label("2", Verdict.NOT, ""),
                        new Label("3", Verdict.BORDERLINE, "space"));
    }

    @Test
    void aRowThatEndsBeforeTheAreaHasNone() throws IOException {
        assertThat(LabelReader.read(file("id,verdict,area\n1,not\n"))).containsExactly(new Label("1", Verdict.NOT, ""));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        assertThat(LabelReader.read(file("\uFEFFid,verdict,area\n1,count,space\n")))
                .containsExactly(new Label("1", Verdict.COUNT, "space"));
    }

    @Test
    void labelsSavedBySpreadsheetProgramsInOtherEncodingsAreRead() throws IOException {
        String text = "id,verdict,area,name\r\n1,count,space,衛星\r\n";
        for (Charset charset : List.of(Charset.forName("windows-31j"), StandardCharsets.UTF_16LE)) {
            byte[] bytes = ((charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "") + text).getBytes(charset);
            assertThat(LabelReader.read(Files.write(folder.resolve("labels.csv"), bytes)))
                    .as(charset.name())
                    .containsExactly(new Label("1", Verdict.COUNT, "space"));
        }
    }

    @Test
    void aMisnamedColumnIsAnsweredWithTheNearest() throws IOException {
        Path file = file("id,verdikt,area\n1,count,space\n");

        assertThat(problems(file))
                .containsExactly("S005 " + file + ":1: The column 'verdict' is missing. Rename 'verdikt'.");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Path file = file("id,verdict,name\n1,count,a\n");

        assertThat(problems(file)).containsExactly("S005 " + file + ":1: The column 'area' is missing. Add it.");
    }

    @Test
    void everyWrongRowIsNamedWithItsLine() throws IOException {
        Path file = file("id,verdict,area\n1,count,space\n2,yes,space\n\n,not,space\n3,,space\n");

        assertThat(problems(file))
                .containsExactly(
                        "S017 " + file + ":3: 'yes' is not a verdict. Known: count, not, borderline.",
                        "S017 " + file + ":5: The label has no id. Known: count, not, borderline.",
                        "S017 " + file + ":6: '' is not a verdict. Known: count, not, borderline.");
    }

    @Test
    void aFileWithoutLabelsIsRefused() throws IOException {
        assertThat(problems(file("")))
                .containsExactly("S002 " + folder.resolve("labels.csv")
                        + ": There are no labels. Add rows below the header id,verdict,area.");
        assertThat(problems(file("id,verdict,area\n")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("S002 ");
    }

    @Test
    void aFileThatIsNotThereAndAFolderAreRefused() {
        Path none = folder.resolve("none.csv");
        assertThat(problems(none)).containsExactly("U006 " + none + ": There is no such file. Check the path.");
        assertThat(problems(folder))
                .containsExactly("U006 " + folder + ": This is a folder. Name the file of labels in it.");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWithoutTheNameOfAClass() throws IOException {
        StringBuilder text = new StringBuilder("id,verdict,area\n\"1,count,space\n");
        text.append("2,count,space\n".repeat(2_000_000)); // more than a field may hold
        assertThat(problems(file(text.toString())))
                .singleElement()
                .asString()
                .matches("S016 \\Q" + folder.resolve("labels.csv")
                        + "\\E: The labels cannot be read: .*maximum.*\\. Save them as CSV in UTF-8\\.")
                .doesNotContain("Exception");
    }

    @Test
    void theDevelopmentLabelsAreReadWhole() {
        List<Label> labels = LabelReader.read(SharedData.labels());

        assertThat(labels).hasSize(421);
        assertThat(labels.stream()
                        .filter(label ->
                                label.verdict() == Verdict.COUNT && label.area().equals("coast-guard")))
                .hasSize(20);
    }
}
