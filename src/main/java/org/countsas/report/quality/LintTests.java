package org.countsas.report.quality;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.quality.lint.LintFinding;
import org.countsas.quality.lint.LintReport;

/** What lint found, as rule tests that can be run: each passes for as long as the finding stands. */
public final class LintTests {
    private static final String MARK = "# Written by 'countsas rules lint'";

    private LintTests() {}

    /** Whether a file contains what an earlier run found, and not what someone else wrote. */
    public static boolean wrote(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        } catch (IOException e) {
            return false; // what cannot be read is left alone
        }
    }

    /** A file of rule tests; empty if nothing was found that an item or a phrase can show. */
    public static String of(LintReport report) {
        StringBuilder yaml = new StringBuilder();
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        for (LintFinding finding : report.findings()) {
            finding.witness().ifPresent(witness -> {
                if (witness instanceof LintFinding.Item item) {
                    item(finding, item, yaml);
                } else if (witness instanceof LintFinding.Phrase phrase) {
                    phrases.computeIfAbsent(phrase.concept(), concept -> new ArrayList<>())
                            .add(phrase.marked());
                }
            });
        }
        if (yaml.isEmpty() && phrases.isEmpty()) {
            return "";
        }
        if (!yaml.isEmpty()) {
            yaml.insert(0, "tests:\n");
        }
        if (!phrases.isEmpty()) {
            yaml.append("vocabulary:\n");
            phrases.forEach((concept, marked) -> {
                yaml.append("  ").append(concept).append(":\n");
                marked.stream()
                        .distinct()
                        .forEach(phrase ->
                                yaml.append("    - ").append(quoted(phrase)).append('\n'));
            });
        }
        return MARK + ": each of these shows something that cannot matter.\n" + yaml;
    }

    private static void item(LintFinding finding, LintFinding.Item item, StringBuilder yaml) {
        yaml.append("  - name: ")
                .append(quoted("lint, " + finding.kind().id() + ": " + finding.owner()))
                .append('\n');
        yaml.append("    definition: ").append(item.definition()).append('\n');
        yaml.append("    asOf: ").append(item.asOf()).append('\n');
        yaml.append("    item: {").append(fields(item.programme())).append("}\n");
        List<String> expected = new ArrayList<>();
        rules("fires", item.fires(), expected);
        rules("doesNotFire", item.doesNotFire(), expected);
        rules("defeated", item.defeated(), expected);
        yaml.append("    expect: {").append(String.join(", ", expected)).append("}\n");
    }

    private static void rules(String key, List<String> names, List<String> expected) {
        if (!names.isEmpty()) {
            expected.add(key + ": " + list(names));
        }
    }

    /** The non-empty fields of a programme, as a test file writes them on a line. */
    static String fields(Programme programme) {
        List<String> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            List<String> texts = field.textsOf(programme);
            boolean several = field == Field.PLANS || field == Field.LAWS;
            if (!texts.isEmpty()) {
                fields.add(field.id() + ": " + (several ? list(texts) : quoted(texts.get(0))));
            }
        }
        if (!programme.attributes().isEmpty()) {
            fields.add("attributes: {"
                    + programme.attributes().entrySet().stream()
                            .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                            .collect(Collectors.joining(", "))
                    + "}");
        }
        return String.join(", ", fields);
    }

    private static String list(List<String> texts) {
        return texts.stream().map(LintTests::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** JSON strings are also valid YAML. */
    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
