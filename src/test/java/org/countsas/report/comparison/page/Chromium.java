package org.countsas.report.comparison.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser without a window. A test that needs it where there is none is aborted, with a message that says so. */
final class Chromium {
    private final Path program;
    private final Path folder;

    private Chromium(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The browser of this machine, with a profile of its own in a folder. */
    static Chromium in(Path folder) {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            String message =
                    "SKIPPED: the test needs the browser Chromium (Debian: apt-get install chromium fonts-noto-cjk), which is not here";
            System.err.println(message);
            Assumptions.abort(message);
        }
        return new Chromium(program.get(), folder);
    }

    /** The page as it is when its scripts have run. */
    String dom(Path page) throws IOException, InterruptedException {
        return run(page, "--virtual-time-budget=20000", "--dump-dom");
    }

    void screenshot(Path page, Path image, int width, int height) throws IOException, InterruptedException {
        run(page, "--window-size=" + width + "," + height, "--screenshot=" + image);
    }

    void print(Path page, Path pdf) throws IOException, InterruptedException {
        run(page, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
    }

    private String run(Path page, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the browser did not end: " + command);
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
