package org.countsas.quality.ruletest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apiguardian.api.API;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.vocabulary.Concept;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads the test files ({@code tests/*.yaml}) of a folder of rules, reporting every problem. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class RuleTestReader {
    private static final String FOLDER = "tests/";
    private static final String[] ITEM_KEYS = {
        "ministry",
        "bureau",
        "account",
        "name",
        "purpose",
        "overview",
        "majorExpense",
        "plans",
        "laws",
        "attributes",
        "amount"
    };
    private static final long AMOUNT = 1_000_000;

    private final RuleBook book;
    private final Definitions definitions;
    private final Problems problems = new Problems();
    private final List<RuleTest> tests = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, Place> names = new HashMap<>();
    private final ExpectationReader expectations;

    private RuleTestReader(RuleBook book, Definitions definitions) {
        this.book = book;
        this.definitions = definitions;
        this.expectations = new ExpectationReader(book);
    }

    /**
     * Reads the tests beside a rule book.
     *
     * @throws ProblemException with everything that is wrong with them, or if there are none
     */
    public static RuleTests read(RuleBook book, Definitions definitions) {
        RuleTestReader reader = new RuleTestReader(book, definitions);
        SortedMap<String, String> files = book.folder().texts(FOLDER, ".yaml", reader.problems);
        files.forEach(
                (file, text) -> YamlReader.read(file, text, reader.problems).ifPresent(reader::file));
        reader.problems.throwIfAny();
        if (reader.tests.isEmpty() && reader.phrases.isEmpty()) {
            throw new ProblemException(
                    Code.NO_RULE_TESTS,
                    Place.file(book.folder().name()),
                    "There are no rule tests (" + FOLDER + "*.yaml)",
                    "Write one; the page on rule tests shows how");
        }
        return new RuleTests(reader.tests, reader.phrases);
    }

    private void file(YamlNode root) {
        root.knowing("definition", "asOf", "tests", "vocabulary");
        Frame frame = frame(root, Frame.EMPTY);
        root.items("tests").forEach(node -> test(node, frame));
        root.get("vocabulary").ifPresent(node -> node.entries().forEach(this::phrases));
    }

    private void phrases(String concept, YamlNode list) {
        if (book.vocabulary().concept(concept).isEmpty()) {
            list.problem(
                    Code.UNKNOWN_CONCEPT,
                    "There is no concept '" + concept + "'",
                    Suggestion.nearest(
                                    concept,
                                    book.vocabulary().concepts().stream()
                                            .map(Concept::id)
                                            .toList())
                            .map(Suggestion::question)
                            .orElse("Define it in the vocabulary"));
            return;
        }
        list.items().forEach(node -> phrases.add(Phrase.read(concept, node)));
    }

    /**
     * Under which definition and on which day: what a file says applies to its tests, unless they say otherwise. A wrong value is noted
     * where it occurs, once, and does not count as missing.
     */
    private record Frame(
            boolean definitionSaid,
            @Nullable Definition definition,
            boolean asOfSaid,
            @Nullable LocalDate asOf) {
        static final Frame EMPTY = new Frame(false, null, false, null);
    }

    private Frame frame(YamlNode node, Frame outer) {
        Optional<YamlNode> definition = node.get("definition");
        Optional<YamlNode> asOf = node.get("asOf");
        return new Frame(
                definition.isPresent() || outer.definitionSaid(),
                        definition.isPresent()
                                ? definition.flatMap(this::definition).orElse(null)
                                : outer.definition(),
                asOf.isPresent() || outer.asOfSaid(),
                        asOf.isPresent() ? asOf.flatMap(YamlNode::date).orElse(null) : outer.asOf());
    }

    private Optional<Definition> definition(YamlNode node) {
        String id = node.text();
        Optional<Definition> found =
                definitions.all().stream().filter(each -> each.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            node.problem(
                    Code.BAD_RULE_TEST,
                    "There is no definition '" + id + "'",
                    Suggestion.fix(
                            id, definitions.all().stream().map(Definition::id).toList()));
        }
        return found;
    }

    private void test(YamlNode node, Frame outer) {
        node.knowing("name", "item", "definition", "asOf", "expect", "and", "but");
        Frame frame = frame(node, outer);
        String name = node.text("name");
        Map<String, YamlNode> item = node.get("item").map(this::itemFields).orElseGet(() -> {
            node.problem(Code.BAD_RULE_TEST, "The test has no item", "Add 'item:'");
            return Map.of();
        });
        Expectation expected = node.get("expect").map(expectations::expectation).orElse(null);
        if (expected == null) {
            node.problem(Code.BAD_RULE_TEST, "The test expects nothing, so it cannot fail", "Add 'expect:'");
        }
        add(name, node, item, frame, expected);
        node.items("and").forEach(variation -> variation(variation, name + ", and ", item, frame, expected));
        Expectation otherwise = Optional.ofNullable(expected)
                .flatMap(Expectation::rule)
                .map(Expectation::notFiring)
                .orElse(null);
        node.items("but").forEach(variation -> variation(variation, name + ", but ", item, frame, otherwise));
    }

    /**
     * The same item with some fields changed.
     *
     * @param otherwise what to expect if the variation does not say: with 'and' the same as for the item, with 'but' that the rule that
     *                  decided does not fire; null for nothing
     */
    private void variation(
            YamlNode node,
            String prefix,
            Map<String, YamlNode> baseItem,
            Frame outer,
            @Nullable Expectation otherwise) {
        node.knowing("name", "item", "definition", "asOf", "expect");
        Map<String, YamlNode> item = new LinkedHashMap<>(baseItem);
        node.get("item").ifPresent(changed -> item.putAll(itemFields(changed)));
        Expectation expected = node.get("expect").map(expectations::expectation).orElse(otherwise);
        if (expected == null) {
            node.problem(
                    Code.BAD_RULE_TEST,
                    "The variation expects nothing, so it cannot fail",
                    "Add 'expect:', or 'rule:' to the test it varies");
        }
        add(prefix + node.text("name"), node, item, frame(node, outer), expected);
    }

    private void add(
            String name, YamlNode node, Map<String, YamlNode> item, Frame frame, @Nullable Expectation expected) {
        Place before = names.putIfAbsent(name, node.place());
        if (before != null) {
            node.problem(
                    Code.BAD_RULE_TEST,
                    "The test '" + name + "' is already defined at " + before,
                    "Give one of them another name");
        }
        if (!frame.definitionSaid()) {
            node.problem(
                    Code.BAD_RULE_TEST,
                    "The test does not say under which definition it holds",
                    "Add 'definition: id' to the test or at the head of the file");
        }
        if (!frame.asOfSaid()) {
            node.problem(
                    Code.BAD_RULE_TEST,
                    "The test does not say on which day it holds",
                    "Add 'asOf: yyyy-mm-dd' to the test or at the head of the file");
        }
        Definition definition = frame.definition();
        LocalDate asOf = frame.asOf();
        if (definition != null && asOf != null && expected != null) {
            checkBlock(node, expected, definition);
            tests.add(new RuleTest(name, item(item, definition), definition, asOf, expected, node.place()));
        }
    }

    private static void checkBlock(YamlNode node, Expectation expected, Definition definition) {
        List<String> blocks = definition.blocks().stream().map(Block::id).toList();
        expected.block()
                .filter(block -> !blocks.contains(block))
                .ifPresent(block -> node.problem(
                        Code.BAD_RULE_TEST,
                        "There is no block '" + block + "' in '" + definition.id() + "'",
                        Suggestion.fix(block, blocks)));
    }

    private Map<String, YamlNode> itemFields(YamlNode node) {
        return node.knowing(ITEM_KEYS).entries();
    }

    private BudgetItem item(Map<String, YamlNode> fields, Definition definition) {
        Programme.Builder programme = Programme.builder("test-" + (tests.size() + 1))
                .ministry(text(fields, "ministry"))
                .bureau(text(fields, "bureau"))
                .account(text(fields, "account"))
                .name(text(fields, "name"))
                .purpose(text(fields, "purpose"))
                .overview(text(fields, "overview"))
                .majorExpense(text(fields, "majorExpense"))
                .plans(texts(fields, "plans"))
                .laws(texts(fields, "laws"));
        Optional.ofNullable(fields.get("attributes")).ifPresent(node -> {
            Map<String, String> attributes = new LinkedHashMap<>();
            node.entries().forEach((key, value) -> attributes.put(key, value.text()));
            programme.attributes(attributes);
        });
        long amount =
                Optional.ofNullable(fields.get("amount")).map(YamlNode::integer).orElse(AMOUNT);
        return new BudgetItem(programme.build(), 2024, Stage.INITIAL, amount, definition.currency());
    }

    private static String text(Map<String, YamlNode> fields, String key) {
        return Optional.ofNullable(fields.get(key)).map(YamlNode::text).orElse("");
    }

    private static List<String> texts(Map<String, YamlNode> fields, String key) {
        return Optional.ofNullable(fields.get(key))
                .map(node -> node.items().stream().map(YamlNode::text).toList())
                .orElse(List.of());
    }
}
