package org.countsas.audit.bundle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.countsas.adjudication.Adjudicator;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.item.BudgetItem;
import org.countsas.policy.RuleBookReader;
import org.countsas.report.Language;

/** What a test does in a process of its own: to kill it, or to run it in another country. */
final class Child {
    private Child() {}

    /** {@code write FILE}: the small run; {@code loop FOLDER}: one bundle after another, as folders and ZIP files, until it is killed. */
    public static void main(String[] arguments) {
        Path place = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            TestRuns.write(place, Optional.of(TestRuns.KEY));
            return;
        }
        for (int i = 0; ; i++) {
            write(place.resolve("run-" + i + (i % 2 == 0 ? "" : ".zip")), i);
        }
    }

    /** A run of some hundred items of which nothing is found, so that no rules need to be compiled. */
    static void write(Path target, int number) {
        Definition definition = Definitions.read(RuleBookReader.read(TestRuns.rules())).get("one");
        Adjudicator adjudicator = new Adjudicator(definition, TestRuns.AS_OF);
        RunHeader header = new RunHeader(Instant.ofEpochSecond(number), "countsas 1.0.0", TestRuns.AS_OF, 2024, org.countsas.item.Stage.INITIAL, "JPY");
        List<BudgetItem> items = IntStream.range(1_000, 1_300).mapToObj(id -> TestRuns.item(String.valueOf(id), "A school of some hundred", id)).toList();
        try (BundleWriter writer = BundleWriter.begin(target, header, TestRuns.rules(), List.of("one"), Language.EN)) {
            items.forEach(item -> writer.add(item, List.of(adjudicator.decide(item, List.of()))));
            writer.finish(List.of(), Optional.of(TestRuns.KEY));
        }
    }

    static Process start(List<String> machine, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(machine);
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Child.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File("target", "child.log")).start();
    }
}
