package org.countsas.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes write: those that are killed, and those in other countries. */
class OtherProcessesTest {
    @TempDir
    private Path folder;

    /** By default a few; {@code -Dcountsas.kills=50} asks for more. */
    @Test
    void a_writer_that_is_killed_leaves_whole_bundles_and_what_nobody_takes_for_one() throws Exception {
        Random random = new Random(9);
        int whole = 0;
        for (int i = 0; i < Integer.getInteger("countsas.kills", 3); i++) {
            Path place = Files.createDirectory(folder.resolve("kill-" + i));
            Process child = Child.start(List.of(), "loop", place.toString());
            awaitFirst(place);
            Thread.sleep(random.nextInt(300));
            child.destroyForcibly().waitFor();
            for (Path path : list(place)) {
                boolean seen = !path.getFileName().toString().startsWith(".");
                boolean verified = Verifier.verify(path, TestRuns.TRUSTED, Optional.empty()).ok();
                assertThat(verified || !seen).as("%s is there, and is not whole", path).isTrue();
                if (verified) {
                    try (Bundle bundle = Bundle.open(path)) {
                        assertThat(bundle.manifest().items()).isEqualTo(300);
                    }
                    whole++;
                }
            }
        }
        assertThat(whole).isPositive();
    }

    private static void awaitFirst(Path place) throws Exception {
        for (int i = 0; i < 6_000 && list(place).stream().allMatch(path -> path.getFileName().toString().startsWith(".")); i++) {
            Thread.sleep(10);
        }
    }

    private static List<Path> list(Path place) throws Exception {
        try (Stream<Path> paths = Files.list(place)) {
            return paths.toList();
        }
    }

    @Test
    void the_bytes_are_the_same_in_every_country() throws Exception {
        Path here = folder.resolve("here.zip");
        TestRuns.write(here, Optional.of(TestRuns.KEY));
        List<Process> children = new ArrayList<>();
        List<List<String>> machines = List.of(
                List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati", "-Dfile.encoding=ISO-8859-9"),
                List.of("-Duser.language=ja", "-Duser.country=JP", "-Duser.timezone=Asia/Tokyo", "-Dfile.encoding=windows-31j"));
        for (List<String> machine : machines) {
            children.add(Child.start(machine, "write", folder.resolve(children.size() + ".zip").toString()));
        }
        for (int i = 0; i < children.size(); i++) {
            assertThat(children.get(i).waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(children.get(i).exitValue()).as(() -> read(Path.of("target", "child.log"))).isZero();
            assertThat(folder.resolve(i + ".zip")).hasSameBinaryContentAs(here);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
