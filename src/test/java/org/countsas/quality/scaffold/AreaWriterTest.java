package org.countsas.quality.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.book.SmallRules;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All files of an area are written or none, whatever happens between planning and writing. */
class AreaWriterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @TempDir
    private Path folder;

    private NewArea area;

    @BeforeEach
    void plan() throws IOException {
        SmallRules rules = SmallRules.complete().with("definitions/small.yaml", """
                definition: small
                title: {en: Small, ja: 小}
                status: comparison
                source: [areas]
                currency: JPY
                blocks: [{id: related, label: {en: Related, ja: 関連}}]
                policies: [{policy: shipbuilding, block: related}]
                """);
        for (var file : rules.bytes().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        AreaPlan plan = AreaPlan.of("sea-mines", "Sea mines", null, List.of("sea mine*"), List.of("機雷"), null);
        area = NewArea.of(plan, RulesFolder.of(folder), DAY);
    }

    @Test
    void after_every_file_the_folder_is_sound() throws IOException {
        for (NewArea.NewFile file : area.files()) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());

            assertThat(org.countsas.quality.check.RulesCheck.of(RulesFolder.of(folder), DAY)
                            .problems())
                    .as(file.path())
                    .isEmpty();
        }
    }

    @Test
    void a_list_of_policies_that_has_changed_since_is_not_overwritten() throws IOException {
        Path list = folder.resolve("policies/policies.yaml");
        Files.writeString(list, Files.readString(list) + "# mine\n");
        refused("N002 " + list + ": The list of policies has changed in the meantime");
    }

    @Test
    void a_file_that_has_appeared_since_is_not_overwritten() throws IOException {
        Path tests = folder.resolve("tests/sea-mines.yaml");
        Files.createDirectories(tests.getParent());
        Files.writeString(tests, "tests: []\n");
        refused("N002 " + tests + ": This file already exists");
    }

    @Test
    void when_a_file_cannot_take_its_place_those_before_it_are_taken_back() throws IOException {
        // The folder of the last file has the name of the one before it, which so cannot take its place after the first
        // two have.
        // until the last moment.
        NewArea.NewFile last = area.files().get(3);
        NewArea broken = new NewArea(
                area.plan(),
                List.of(
                        area.files().get(1),
                        area.files().get(2),
                        area.files().get(0),
                        new NewArea.NewFile("vocabulary/sea-mines.yaml/x.yaml", last.text(), last.kind())),
                area.replacedOrNull(),
                area.rules(),
                area.tests(),
                area.adoption());
        Map<String, String> before = contents();

        assertThatThrownBy(() -> AreaWriter.write(broken, folder)).isInstanceOf(ProblemException.class);
        assertThat(contents()).isEqualTo(before);
    }

    private void refused(String told) throws IOException {
        Map<String, String> before = contents();

        assertThatThrownBy(() -> AreaWriter.write(area, folder))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(told);
        assertThat(contents()).isEqualTo(before);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                contents.put(path.toString(), Files.isRegularFile(path) ? Files.readString(path) : "");
            }
        }
        return contents;
    }
}
