package org.countsas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.countsas.cli.Console;
import org.countsas.report.Samples;
import org.countsas.workbench.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code serve} as a person starts and ends it. */
class ServeCommandTest {
    @Test
    void a_port_that_is_taken_is_an_error_that_names_the_next() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Console console = Console.run("serve", Samples.JAPAN, "--port", other.getLocalPort());

            assertThat(console.code()).isEqualTo(2);
            assertThat(console.err())
                    .startsWith("B001: Port " + other.getLocalPort())
                    .contains("Start with --port ");
        }
    }

    @Test
    void options_that_make_no_sense_are_refused() {
        assertThat(Console.run("serve", Samples.JAPAN, "--port", "70000").err())
                .startsWith("U001: --port is 70000. Choose 0 to 65535.");
        assertThat(Console.run("serve", Samples.JAPAN, "--review-key", "key.pem")
                        .err())
                .startsWith("U001: --review-key signs reviews, and reviews are kept beside a bundle.");
        assertThat(Console.run("serve", Samples.JAPAN, "--definition", "nothing")
                        .code())
                .isEqualTo(2);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
    void it_answers_until_it_is_asked_to_end() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.countsas.cli.Main",
                        "serve",
                        Samples.JAPAN.toString(),
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line).matches("Workbench: http://localhost:\\d+/");
            Wire wire = new Wire(Integer.parseInt(line.replaceAll("\\D", "")));
            assertThat(wire.get("/").status()).isEqualTo(200);

            process.destroy(); // SIGTERM
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }
}
