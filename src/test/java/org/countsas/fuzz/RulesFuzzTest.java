package org.countsas.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countsas.definition.Definitions;
import org.countsas.official.OfficialFigures;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.language.RuleFormat;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;

/**
 * Rule files, vocabulary, facilities, definitions and sources of any bytes: they are read or refused with problems that have a
 * file, and nothing else is thrown. What is accepted can be formatted, and formatting it again changes nothing.
 */
class RulesFuzzTest {
    private static final String RULES = """
            package policies.space

            import org.countsas.policy.Item

            rule "A"
                @policy("space")
                @strength("rule")
                @share("100")
                @basis("inferred")
                @cite("areas")
                @because("A")
                @because_ja("A")
            when
                $item : Item( names("ship") )
            then
                $item.count();
            end
            """;

    @FuzzTest
    void ruleFile(byte[] bytes) {
        if (read("policies/space.drl", bytes).isEmpty()) {
            String once = RuleFormat.format("space.drl", new String(bytes, StandardCharsets.UTF_8));
            if (!once.equals(RuleFormat.format("space.drl", once))) {
                throw new AssertionError("formatting is not idempotent");
            }
        }
    }

    /**
     * Escapes everywhere: a sound rule file in which characters are written as escapes, cut or exchanged as the bytes say. Every refusal points at a
     * place of the file as it is published.
     */
    @FuzzTest
    void escapes(byte[] bytes) {
        String text = escaped(bytes);
        String[] lines = text.split("\\R", -1);
        for (Problem problem : read("policies/space.drl", utf8(text))) {
            int line = problem.place().line();
            if (line > lines.length || (line > 0 && problem.place().column() > lines[line - 1].length() + 1)) {
                throw new AssertionError("a place beyond the file: " + problem);
            }
        }
    }

    /** Each byte says what becomes of the next characters: left, escaped, doubled, dropped, or a stray backslash before them. */
    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int i = 0; i < bytes.length && at < RULES.length(); i++) {
            int left = (bytes[i] & 0xFF) >> 3;
            text.append(RULES, at, Math.min(RULES.length(), at + left));
            at = Math.min(RULES.length(), at + left);
            if (at == RULES.length()) {
                break;
            }
            char next = RULES.charAt(at++);
            switch (bytes[i] & 7) {
                case 0, 1, 2 -> text.append(String.format("\\u%04x", (int) next));
                case 3 -> text.append(next).append(next);
                case 4 -> text.append('\\').append(next);
                case 5 -> text.append("\\uu").append(next);
                case 6 -> text.append("\\u0022").append(next);
                default -> {
                    // the character is dropped
                }
            }
        }
        return text.append(RULES.substring(at)).toString();
    }

    @FuzzTest
    void officialFigures(byte[] bytes) {
        read("official/figures.yaml", bytes);
    }

    @FuzzTest
    void vocabulary(byte[] bytes) {
        read("vocabulary/words.yaml", bytes);
    }

    @FuzzTest
    void facilities(byte[] bytes) {
        read("facilities/ports.yaml", bytes);
    }

    @FuzzTest
    void definition(byte[] bytes) {
        read("definitions/one.yaml", bytes);
    }

    @FuzzTest
    void sources(byte[] bytes) {
        read("sources.yaml", bytes);
    }

    /** The problems of a sound folder of rules in which this file holds these bytes. */
    private static List<Problem> read(String path, byte[] bytes) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("policies/space.drl", utf8(RULES));
        files.put(
                "policies/policies.yaml",
                utf8("policies:\n  - {policy: space, title: {en: Space, ja: 宇宙}, status: official}\n"));
        files.put("sources.yaml", utf8("sources:\n  areas: {title: Areas, status: project}\n"));
        files.put(
                "vocabulary/words.yaml",
                utf8("vocabulary: words\nconcepts:\n  ship: {label: {en: ships, ja: 船}, terms: [船]}\n"));
        files.put(
                "facilities/ports.yaml",
                utf8(
                        "list: ports\ntitle: {en: Ports, ja: 港}\nsource: [areas]\nfacilities:\n"
                                + "  - {id: port-north, kind: port, designated: 2024-04-01, label: {en: North, ja: 北}, terms: [北港], source: areas}\n"));
        files.put(path, bytes);
        Problems problems = new Problems();
        try {
            RuleBook book = RuleBookReader.examine(RulesFolder.of("rules", files), problems);
            Definitions.check(book, problems);
            OfficialFigures.check(book, problems);
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        for (Problem problem : problems.found()) {
            if (problem.reason().isBlank()
                    || (problem.place().file() == null && problems.found().size() <= 1_000)) {
                throw new AssertionError("a problem without reason or file: " + problem);
            }
        }
        return problems.found();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
