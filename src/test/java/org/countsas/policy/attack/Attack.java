package org.countsas.policy.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countsas.policy.book.RulesFolder;

/**
 * A file of the attack corpus, {@code src/test/resources/attacks/<family>/<name>}. Its first lines are comments that say what it
 * tries and with which code and at which line and column it must be refused; a YAML file says first which file of a folder of
 * rules it stands in for.
 */
record Attack(String name, String text, String standsInFor, String expected) {
    private static final Path CORPUS = Path.of("src/test/resources/attacks");
    private static final Pattern EXPECTED = Pattern.compile("(?m)^(?://|#) Expected: (.*)$");
    private static final Pattern FILE = Pattern.compile("(?m)^# File: (.*)$");

    static List<Attack> all() {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile).sorted().map(Attack::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path file) {
        try {
            String text = Files.readString(file);
            Matcher expected = EXPECTED.matcher(text);
            Matcher standsInFor = FILE.matcher(text);
            return new Attack(
                    CORPUS.relativize(file).toString().replace('\\', '/'),
                    text,
                    standsInFor.find() ? standsInFor.group(1) : "policies/attack.drl",
                    expected.find() ? expected.group(1) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sound folder of rules, but for this file. */
    RulesFolder folder() {
        Map<String, byte[]> files = sound();
        files.put(standsInFor, text.getBytes(StandardCharsets.UTF_8));
        return RulesFolder.of("rules", files);
    }

    /** A folder of rules in which nothing is wrong. */
    static Map<String, byte[]> sound() {
        Map<String, String> files = new TreeMap<>();
        files.put("sources.yaml", """
                sources:
                  areas: {title: "The project's own areas", status: project}
                """);
        files.put("policies/policies.yaml", """
                policies:
                  - {policy: attack, title: {en: Attack, ja: 攻撃}, status: official}
                """);
        files.put("vocabulary/words.yaml", """
                vocabulary: words
                concepts:
                  ship:
                    label: {en: ships, ja: 船}
                    terms: {ja: [船], en: [ship*]}
                """);
        files.put("facilities/ports.yaml", """
                list: ports
                title: {en: Listed ports, ja: 指定港湾}
                source: [areas]
                facilities:
                  - {id: port-north, kind: port, designated: 2024-04-01, label: {en: North Port, ja: 北港}, terms: {ja: [北港], en: [North Port]}, source: areas}
                """);
        files.put("definitions/one.yaml", """
                definition: one
                title: {en: One, ja: 一}
                status: comparison
                source: [areas]
                currency: JPY
                blocks:
                  - {id: core, label: {en: Core, ja: 中核}}
                policies:
                  - {policy: attack, block: core}
                """);
        files.put("policies/attack.drl", """
                package policies.attack

                import org.countsas.policy.Item
                import org.countsas.policy.Facility

                rule "A"
                    @policy("attack")
                    @strength("rule")
                    @share("100")
                    @basis("inferred")
                    @cite("areas")
                    @because("No attack")
                    @because_ja("攻撃ではない")
                when
                    $item : Item( names("ship") )
                then
                    $item.count();
                end
                """);
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    @Override
    public String toString() {
        return name;
    }
}
