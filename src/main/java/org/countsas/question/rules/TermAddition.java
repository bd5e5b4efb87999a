package org.countsas.question.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.apiguardian.api.API;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.item.Programme;
import org.countsas.output.AtomicFile;
import org.countsas.output.VisibleText;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.quality.ruletest.RuleTestReader;
import org.countsas.quality.ruletest.RuleTestRun;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Mention;
import org.countsas.vocabulary.Vocabulary;
import org.countsas.yaml.YamlAddition;

/**
 * One more term for a concept, with a test that it is found: the vocabulary file and the test file keep their layout. Nothing is written
 * before the changed rules have been checked and have passed their tests.
 *
 * <p>Immutable and thread-safe.
 *
 * @param testFile the file that tests the term, below the folder of rules
 * @param files    the changed files: the new text by the path below the folder of rules
 */
@API(status = API.Status.EXPERIMENTAL)
public record TermAddition(String testFile, Map<String, String> files) {
    private static final String FIX_TERM = "Choose another term, or another concept";

    public TermAddition {
        files = Map.copyOf(files);
    }

    /**
     * Adds a term, and changes nothing yet.
     *
     * @param conceptId the concept
     * @param term      the term; a final {@code *} lets a Latin word go on
     * @throws ProblemException if there is no such concept; if the term stands already, is masked by a phrase of the concept, or is so short
     *                          that it would be found nearly everywhere; if a rule test would fail
     */
    public static TermAddition of(RulesFolder folder, String conceptId, String term) {
        RuleBook book = RuleBookReader.read(folder);
        Concept concept = TermQuestion.concept(conceptId, book);
        check(concept, term, book.vocabulary());
        String vocabularyFile = below(folder, concept.file());
        Map<String, String> files = new HashMap<>();
        files.put(vocabularyFile, withTerm(text(folder, vocabularyFile), concept, term));
        String testFile = "tests/" + vocabularyFile.substring(vocabularyFile.lastIndexOf('/') + 1);
        String tests = folder.paths().contains(testFile) ? text(folder, testFile) : "";
        files.put(testFile, withPhrase(tests, conceptId, '<' + mentioned(term) + '>'));
        TermAddition addition = new TermAddition(testFile, files);
        addition.check(folder, conceptId, term);
        return addition;
    }

    private static void check(Concept concept, String term, Vocabulary vocabulary) {
        String text = vocabulary.normalized(mentioned(term));
        if (text.codePointCount(0, text.length()) < 2 || text.isBlank()) {
            throw refused(concept, "'" + term + "' is so short that it would be found nearly everywhere");
        }
        if (!VisibleText.line(term).equals(term)) {
            throw refused(concept, "'" + term + "' contains invisible characters");
        }
        if (term.contains("<") || term.contains(">")) {
            throw refused(concept, "'" + term + "' holds '<' or '>', which mark mentions in tests");
        }
        if (concept.terms().stream()
                .anyMatch(known -> vocabulary.normalized(known).equals(vocabulary.normalized(term)))) {
            throw refused(concept, "The term '" + term + "' is already listed under '" + concept.id() + "'");
        }
        Optional<String> mask = concept.notWithin().stream()
                .filter(phrase -> text.contains(vocabulary.normalized(phrase)))
                .findFirst();
        if (mask.isPresent()) {
            throw refused(
                    concept,
                    "The term '" + term + "' lies within '" + mask.get() + "', which the concept '" + concept.id()
                            + "' leaves out (notWithin)");
        }
        List<Mention> mentions = new Vocabulary(List.of(concept))
                .scanner()
                .scan(Programme.builder("term").name(mentioned(term)).build())
                .all();
        if (!mentions.isEmpty()) {
            throw refused(
                    concept,
                    "The term '" + term + "' is already found by the term '"
                            + mentions.get(0).term() + "' of '" + concept.id() + "'");
        }
    }

    private static ProblemException refused(Concept concept, String reason) {
        return new ProblemException(Code.BAD_TERM, Place.line(concept.file(), concept.line()), reason, FIX_TERM);
    }

    private static String mentioned(String term) {
        return term.endsWith("*") ? term.substring(0, term.length() - 1) : term;
    }

    private static String below(RulesFolder folder, String file) {
        return file.substring(folder.name().length() + 1);
    }

    private static String text(RulesFolder folder, String path) {
        return new String(folder.bytes(path), StandardCharsets.UTF_8);
    }

    private static String withTerm(String text, Concept concept, String term) {
        String language = term.codePoints().allMatch(c -> c < 0x250) ? "en" : "ja";
        return YamlAddition.append(text, List.of("concepts", concept.id(), "terms", language), term)
                .or(() -> YamlAddition.append(text, List.of("concepts", concept.id(), "terms"), term))
                .or(() -> YamlAddition.append(
                        text, List.of("concepts", concept.id(), "terms", language.equals("en") ? "ja" : "en"), term))
                .orElseThrow(() -> new ProblemException(
                        Code.BAD_TERM,
                        Place.line(concept.file(), concept.line()),
                        "The terms of '" + concept.id() + "' are not a list in this file",
                        "Add the term by hand"));
    }

    private static String withPhrase(String text, String concept, String phrase) {
        Optional<String> added =
                YamlAddition.append(text.isEmpty() ? "{}" : text, List.of("vocabulary", concept), phrase);
        if (added.isPresent()) {
            return added.get();
        }
        String entry = "  " + concept + ":\n    - " + YamlAddition.written(phrase) + "\n";
        if (text.lines().anyMatch(line -> line.equals("vocabulary:"))) {
            return text.replaceFirst("(?m)^vocabulary:\\R", "vocabulary:\n" + Matcher.quoteReplacement(entry));
        }
        return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + (text.isEmpty() ? "" : "\n")
                + "vocabulary:\n" + entry;
    }

    /** Whether the changed rules are sound and pass their tests. */
    private void check(RulesFolder folder, String concept, String term) {
        Map<String, byte[]> changed = new HashMap<>();
        folder.paths().forEach(path -> changed.put(path, folder.bytes(path)));
        files.forEach((path, text) -> changed.put(path, text.getBytes(StandardCharsets.UTF_8)));
        RuleBook book = RuleBookReader.read(RulesFolder.of(folder.name(), changed));
        RuleTestRun run = RuleTestRun.of(RuleSet.of(book), RuleTestReader.read(book, Definitions.read(book)));
        List<Problem> failing = new ArrayList<>();
        run.tests().stream()
                .filter(result -> !result.passed())
                .forEach(result -> failing.add(failing(
                        result.test().place(), "The test '" + result.test().name() + "' would fail", concept, term)));
        run.phrases().stream()
                .filter(result -> !result.passed())
                .forEach(result -> failing.add(failing(
                        result.phrase().place(),
                        "The phrase '" + result.phrase().text() + "' would be read differently",
                        concept,
                        term)));
        if (!failing.isEmpty()) {
            throw new ProblemException(failing);
        }
    }

    private static Problem failing(Place place, String reason, String concept, String term) {
        return new Problem(
                Code.FAILING_RULE_TESTS,
                place,
                reason + " with the term '" + term + "' under '" + concept + "'",
                "Choose another term, or change the test by hand if it states what you no longer mean");
    }

    /**
     * Writes the changed files. If the second cannot be written, the first is as it was.
     *
     * @param place  where the folder lies
     * @param folder the folder that was changed
     * @throws ProblemException if they cannot be written
     */
    public void write(Path place, RulesFolder folder) {
        List<String> written = new ArrayList<>();
        try {
            for (String path : files.keySet().stream().sorted().toList()) {
                String text = String.valueOf(files.get(path));
                AtomicFile.write(place.resolve(path), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
                written.add(path);
            }
        } catch (ProblemException e) {
            written.stream()
                    .filter(folder.paths()::contains)
                    .forEach(path -> AtomicFile.write(place.resolve(path), out -> out.write(folder.bytes(path))));
            written.stream()
                    .filter(path -> !folder.paths().contains(path))
                    .forEach(path -> AtomicFile.delete(place.resolve(path)));
            throw e;
        }
    }
}
