package org.countsas.policy.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.language.RuleFileParser;
import org.countsas.policy.rule.CitedSource;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.vocabulary.BilingualText;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Vocabulary;
import org.countsas.vocabulary.VocabularyReader;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;

/** Reads a folder of rules into a rule book, checking everything and reporting every problem. Not thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class RuleBookReader {
    private final RulesFolder folder;
    private final Problems problems;
    private final List<Facility> facilities = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<CitedSource> sources = new ArrayList<>();
    private boolean vocabularyIsWhole;
    private boolean sourcesAreWhole;
    private boolean policiesAreWhole;
    private final List<Runnable> citationChecks = new ArrayList<>();

    private RuleBookReader(RulesFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * Reads and checks a folder of rules.
     *
     * @throws ProblemException with everything that is wrong with the folder
     */
    public static RuleBook read(RulesFolder folder) {
        Problems problems = new Problems();
        RuleBook book = examine(folder, problems);
        problems.throwIfAny();
        return book;
    }

    /**
     * Reads a folder of rules as far as possible, so that whatever refers to it can be checked in the same pass.
     *
     * @param problems where everything that is wrong with the folder is noted
     * @return the rule book; without any rule file to compile if anything was noted
     */
    @API(status = API.Status.INTERNAL)
    public static RuleBook examine(RulesFolder folder, Problems problems) {
        return new RuleBookReader(folder, problems).book();
    }

    private RuleBook book() {
        VocabularyReader vocabularyReader = new VocabularyReader(problems);
        vocabularyIsWhole = readsWhole(() -> {
            folder.texts("vocabulary/", ".yaml", problems).forEach(vocabularyReader::read);
            folder.texts("facilities/", ".yaml", problems)
                    .forEach((file, text) -> facilities(file, text, vocabularyReader));
        });
        sourcesAreWhole = readsWhole(this::sources);
        policiesAreWhole = readsWhole(this::policies);
        SortedMap<String, String> ruleFiles = folder.texts("policies/", ".drl", problems);
        refuseElsewhere();
        List<Rule> rules = new ArrayList<>();
        List<Rule> drafts = new ArrayList<>();
        Set<String> refused = new TreeSet<>();
        ruleFiles.forEach((file, text) -> {
            RuleFileParser parser = RuleFileParser.read(file, text, problems);
            rules.addAll(parser.rules());
            drafts.addAll(parser.drafts());
            refused.addAll(parser.refused());
        });
        Vocabulary vocabulary = vocabularyReader.vocabulary();
        Set<String> named = new TreeSet<>(refused);
        rules.forEach(rule -> named.add(rule.name()));
        Titles titles = TitlesReader.read(folder, named, sources, problems);
        RuleBook book =
                new RuleBook(folder, ruleFiles, rules, Set.of(), vocabulary, facilities, policies, sources, titles);
        checkReferences(book, rules, vocabularyReader);
        drafts.forEach(draft -> checkConditions(draft, book, vocabularyReader));
        return problems.isEmpty()
                ? book
                : new RuleBook(
                        folder, new TreeMap<>(), rules, refused, vocabulary, facilities, policies, sources, titles);
    }

    /**
     * Whether every file could be read as YAML: if not, what the others refer to may well be in the unreadable file, and those references
     * are not the mistake.
     */
    private boolean readsWhole(Runnable reading) {
        int before = problems.found().size();
        reading.run();
        List<Problem> found = problems.found();
        return found.subList(before, found.size()).stream()
                .map(Problem::code)
                .noneMatch(code -> code == Code.BAD_YAML || code == Code.WRONG_ENCODING);
    }

    /** A rule file outside the places where rules are read would be left out silently. */
    private void refuseElsewhere() {
        for (String path : folder.paths()) {
            if (path.endsWith(".drl") && !path.matches("policies/[^/]+")) {
                problems.add(
                        Code.RULES_MISSING,
                        Place.file(folder.name() + "/" + path),
                        "A rule file outside 'policies' is not read",
                        "Move it to policies, one file for each policy");
            }
        }
    }

    private void sources() {
        folder.texts("sources.yaml", "", problems)
                .forEach((file, text) -> YamlReader.read(file, text, problems).ifPresent(root -> {
                    root.knowing("sources");
                    root.get("sources")
                            .ifPresent(list -> list.entries().forEach((id, node) -> {
                                node.knowing("title", "status");
                                sources.add(new CitedSource(id, node.text("title"), node.text("status")));
                            }));
                }));
    }

    private void policies() {
        folder.texts("policies/", ".yaml", problems)
                .forEach((file, text) -> YamlReader.read(file, text, problems).ifPresent(root -> {
                    root.knowing("policies");
                    for (YamlNode node : root.items("policies")) {
                        node.knowing("policy", "title", "status");
                        Policy policy = new Policy(
                                node.text("policy"), VocabularyReader.label(node, "title"), node.text("status"));
                        if (policies.stream().anyMatch(known -> known.id().equals(policy.id()))) {
                            node.problem(
                                    Code.BAD_VALUE,
                                    "The policy '" + policy.id() + "' appears twice",
                                    "Keep one of them");
                        }
                        policies.add(policy);
                    }
                }));
    }

    private void facilities(String file, String text, VocabularyReader vocabulary) {
        YamlReader.read(file, text, problems).ifPresent(root -> {
            root.knowing("list", "title", "source", "facilities");
            String list = root.text("list");
            VocabularyReader.label(root, "title");
            root.texts("source").forEach(source -> checkCitation(source, root.place()));
            for (YamlNode node : root.items("facilities")) {
                node.knowing("id", "kind", "designated", "label", "terms", "notWithin", "source");
                String id = node.text("id");
                BilingualText label = VocabularyReader.label(node, "label");
                String source = node.text("source");
                if (!source.isEmpty()) {
                    checkCitation(source, node.place());
                }
                if (node.get("designated").isEmpty()) {
                    node.problem(
                            Code.BAD_VALUE, "The facility has no date of designation", "Add 'designated: yyyy-mm-dd'");
                }
                LocalDate designated =
                        node.get("designated").flatMap(YamlNode::date).orElse(LocalDate.EPOCH);
                facilities.add(new Facility(list, id, node.text("kind"), designated, label, source));
                vocabulary.add(
                        node,
                        new Concept(
                                id,
                                label,
                                vocabulary.terms(node),
                                vocabulary.notWithin(node),
                                file,
                                node.place().line()));
            }
        });
    }

    /** Sources are read after facilities, so citations are checked at the end. */
    private void checkCitation(String source, Place place) {
        citationChecks.add(() -> {
            if (sourcesAreWhole
                    && sources.stream().noneMatch(known -> known.id().equals(source))) {
                problems.add(
                        Code.UNKNOWN_CITATION,
                        place,
                        "There is no source '" + source + "'",
                        Suggestion.nearest(
                                        source,
                                        sources.stream().map(CitedSource::id).toList())
                                .map(Suggestion::question)
                                .orElse("Add it to sources.yaml"));
            }
        });
    }

    private void checkReferences(RuleBook book, List<Rule> rules, VocabularyReader vocabulary) {
        Map<String, Rule> byName = new HashMap<>();
        for (Rule rule : rules) {
            Place place = Place.line(rule.file(), rule.line());
            Rule before = byName.putIfAbsent(rule.name(), rule);
            if (before != null) {
                problems.add(
                        Code.RULE_DUPLICATE,
                        place,
                        "The rule '" + rule.name() + "' is already defined at "
                                + Place.line(before.file(), before.line()),
                        "Give one of them another name");
            }
            if (policiesAreWhole && book.policy(rule.policy()).isEmpty()) {
                problems.add(
                        Code.UNKNOWN_POLICY,
                        place,
                        "The policy '" + rule.policy() + "' is not in policies.yaml",
                        Suggestion.fix(
                                rule.policy(), policies.stream().map(Policy::id).toList()));
            }
            rule.citations().forEach(source -> checkCitation(source, place));
            rule.shareCitation().ifPresent(source -> checkCitation(source, place));
            checkConditions(rule, book, vocabulary);
        }
        citationChecks.forEach(Runnable::run);
    }

    private void checkConditions(Rule rule, RuleBook book, VocabularyReader vocabulary) {
        List<String> kinds =
                facilities.stream().map(Facility::getKind).distinct().toList();
        checkConcepts(rule.condition(), rule, book, vocabulary, kinds);
        rule.facilities().ifPresent(join -> checkConcepts(join.condition(), rule, book, vocabulary, kinds));
    }

    private void checkConcepts(
            Condition condition, Rule rule, RuleBook book, VocabularyReader vocabulary, List<String> kinds) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> checkConcepts(part, rule, book, vocabulary, kinds));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> checkConcepts(part, rule, book, vocabulary, kinds));
        } else if (condition instanceof Condition.Not not) {
            checkConcepts(not.part(), rule, book, vocabulary, kinds);
        } else if (condition instanceof Condition.Mentioned mentioned) {
            mentioned.concepts().forEach(concept -> checkConcept(concept, condition, rule, book, vocabulary));
        } else if (condition instanceof Condition.MentionedOften often) {
            often.concepts().forEach(concept -> checkConcept(concept, condition, rule, book, vocabulary));
        } else if (condition instanceof Condition.FacilityKindIs kind) {
            for (String wanted : kind.kinds()) {
                if (!kinds.contains(wanted)
                        && (vocabularyIsWhole
                                || Suggestion.nearest(wanted, kinds).isPresent())) {
                    problems.add(
                            Code.UNKNOWN_CONCEPT,
                            place(rule, condition),
                            "No listed facility is of kind '" + wanted + "'",
                            Suggestion.fix(wanted, kinds));
                }
            }
        }
    }

    private void checkConcept(
            String concept, Condition condition, Rule rule, RuleBook book, VocabularyReader vocabulary) {
        // If a file is missing, only a nearly right name is certainly a slip.
        if (book.vocabulary().concept(concept).isEmpty()
                && (vocabularyIsWhole || vocabulary.suggestion(concept).startsWith("Did you mean"))) {
            problems.add(
                    Code.UNKNOWN_CONCEPT,
                    place(rule, condition),
                    "There is no concept '" + concept + "'",
                    vocabulary.suggestion(concept));
        }
    }

    private static Place place(Rule rule, Condition condition) {
        return Place.at(
                rule.file(), condition.source().line(), condition.source().column());
    }
}
