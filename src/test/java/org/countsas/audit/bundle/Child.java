package org.countsas.audit.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.countsas.adjudication.Adjudicator;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.output.Language;
import org.countsas.report.bundle.BundleReport;
import org.countsas.vocabulary.BilingualText;

/** What a test does in a process of its own: to kill it, or to run it in another country. */
public final class Child {
    /** The items of each run of the loop. */
    public static final int ITEMS = 100;

    private Child() {}

    /**
     * {@code write FILE}: the small run; {@code begin FILE}: a run that is never finished; {@code loop FOLDER}: one bundle after another,
     * as folders and ZIP files, until it is killed.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path place = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            TestRuns.write(place, TestRuns.KEY);
            return;
        }
        if (arguments[0].equals("begin")) {
            RunHeader header =
                    new RunHeader(Instant.EPOCH, "countsas 1.0.0", TestRuns.AS_OF, 2024, Stage.INITIAL, "JPY");
            BundleWriter.begin(place, header, TestRuns.rules(), List.of("one"), new BundleReport(header, Language.EN));
            Thread.sleep(Long.MAX_VALUE);
        }
        for (int i = 0; ; i++) {
            write(place.resolve("run-" + i + (i % 2 == 0 ? "" : ".zip")), i, ITEMS);
        }
    }

    /** A run of items of which nothing is found, and whose definition needs nothing to be so: no rules are read, which takes a new process a second. */
    public static void write(Path target, int number, int count) {
        Definition definition = new Definition(
                "one",
                new BilingualText("One", "一"),
                Definition.Status.IN_FORCE,
                null,
                null,
                List.of("act"),
                "JPY",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Adjudicator adjudicator = new Adjudicator(definition, TestRuns.AS_OF);
        RunHeader header = new RunHeader(
                Instant.ofEpochSecond(number), "countsas 1.0.0", TestRuns.AS_OF, 2024, Stage.INITIAL, "JPY");
        List<BudgetItem> items = IntStream.range(1_000, 1_000 + count)
                .mapToObj(id -> TestRuns.item(String.valueOf(id), "A school of some hundred", id))
                .toList();
        try (BundleWriter writer = BundleWriter.begin(
                target, header, TestRuns.rules(), List.of("one"), new BundleReport(header, Language.EN))) {
            items.forEach(item -> writer.add(item, List.of(adjudicator.decide(item, List.of()))));
            writer.finish(List.of(), TestRuns.KEY);
        }
    }

    /** Starts {@link #main}; what it prints goes to a file. */
    public static Process start(Path log, List<String> machine, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(machine);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
