package org.countsas.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.Printer;
import picocli.CommandLine;

/**
 * What a command printed and how it ended. It runs within this process, on a fixed day, as the launcher runs it.
 *
 * @param code the exit code
 * @param out  what it printed as its result
 * @param err  what it printed beside its result
 */
public record Console(int code, String out, String err) {
    /** The day on which every command of the tests runs. */
    public static final String TODAY = "2026-04-01";

    /** Runs a command whose error stream is no terminal. */
    public static Console run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment = new Environment(
                Clock.fixed(Instant.parse(TODAY + "T12:00:00Z"), ZoneOffset.UTC),
                new Printer(out),
                new Printer(err),
                false,
                "en");
        int code = Main.run(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new), environment);
        return new Console(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** All commands as the program knows them, of which none is run. */
    static CommandLine commands() {
        Environment nowhere = new Environment(
                Clock.systemUTC(),
                new Printer(OutputStream.nullOutputStream()),
                new Printer(OutputStream.nullOutputStream()),
                false,
                "en");
        CommandLine line = new CommandLine(new Main(), new CommandFactory(nowhere));
        Commands.addTo(line, new String[0]);
        return line;
    }

    /** The lines of the error stream. */
    public List<String> errLines() {
        return err.lines().toList();
    }
}
