package org.countsas.definition;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.Code;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.vocabulary.VocabularyReader;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads definitions, each after the one that it extends. Not thread-safe. */
final class DefinitionReader {
    private static final String[] KEYS = {
        "definition",
        "extends",
        "title",
        "status",
        "inForce",
        "source",
        "currency",
        "gdp",
        "targets",
        "plans",
        "blocks",
        "policies",
        "without"
    };

    private final Problems problems;
    private final CitationReader citations;
    private final AimReader aims;
    private final AdoptionReader policies;
    private final Map<String, YamlNode> files = new TreeMap<>();
    private final Map<String, Definition> read = new TreeMap<>();
    private final Set<String> tried = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();

    private DefinitionReader(RuleBook book, Problems problems) {
        this.problems = problems;
        this.citations = new CitationReader(book);
        this.aims = new AimReader(citations);
        this.policies = new AdoptionReader(book, citations);
    }

    /** Reads the definitions as far as possible; they are complete only if no problem was noted. */
    static Definitions read(RuleBook book, Problems problems) {
        DefinitionReader reader = new DefinitionReader(book, problems);
        book.folder()
                .texts("definitions/", ".yaml", reader.problems)
                .forEach((file, text) -> YamlReader.read(file, text, reader.problems)
                        .ifPresent(root -> {
                            root.knowing(KEYS);
                            String id = root.text("definition");
                            if (reader.files.putIfAbsent(id, root) != null) {
                                root.problem(
                                        Code.BAD_VALUE,
                                        "A second definition has the id '" + id + "'",
                                        "Give one of them another id");
                            }
                        }));
        reader.files.keySet().forEach(reader::definition);
        return new Definitions(reader.read.values());
    }

    private Optional<Definition> definition(String id) {
        if (read.containsKey(id)) {
            return Optional.of(read.get(id));
        }
        if (!tried.add(id)) {
            return Optional.empty(); // its problems were reported when it was first tried
        }
        YamlNode node = requireNonNull(files.get(id));
        open.add(id);
        Optional<Definition> base = node.get("extends").flatMap(this::base);
        open.remove(id);
        if (base.isEmpty() && node.get("extends").isPresent()) {
            return Optional.empty();
        }
        Definition definition = assemble(id, node, base.orElse(null));
        read.put(id, definition);
        return Optional.of(definition);
    }

    private Optional<Definition> base(YamlNode node) {
        if (!files.containsKey(node.text())) {
            node.problem(
                    Code.DEFINITION_BASE,
                    "There is no definition '" + node.text() + "' to extend",
                    Suggestion.fix(node.text(), files.keySet()));
            return Optional.empty();
        }
        if (open.contains(node.text())) {
            List<String> cycle = new ArrayList<>(open);
            node.problem(
                    Code.DEFINITION_CYCLE,
                    "The definition extends itself: "
                            + String.join(" > ", cycle.subList(cycle.indexOf(node.text()), cycle.size())) + " > "
                            + node.text(),
                    "Remove one 'extends'");
            return Optional.empty();
        }
        return definition(node.text());
    }

    private Definition assemble(String id, YamlNode node, @Nullable Definition base) {
        List<Block> blocks =
                node.get("blocks").map(this::blocks).orElseGet(() -> base == null ? List.of() : base.blocks());
        Optional<YamlNode> force = node.get("inForce");
        force.ifPresent(dates -> dates.knowing("from", "until"));
        LocalDate from = force.flatMap(dates -> date(dates, "from")).orElse(null);
        LocalDate until = force.flatMap(dates -> date(dates, "until")).orElse(null);
        if (from != null && until != null && from.isAfter(until)) {
            force.orElse(node)
                    .problem(Code.BAD_VALUE, "The definition ends before it begins", "Swap 'from' and 'until'");
        }
        node.items("plans")
                .forEach(plan -> plan.get("block")
                        .filter(block ->
                                blocks.stream().noneMatch(known -> known.id().equals(block.text())))
                        .ifPresent(block -> block.problem(
                                Code.BAD_VALUE,
                                "There is no block '" + block.text() + "' in this definition",
                                Suggestion.fix(
                                        block.text(),
                                        blocks.stream().map(Block::id).toList()))));
        String currency = base == null ? node.text("currency") : node.text("currency", base.currency());
        return new Definition(
                id,
                base != null && node.get("title").isEmpty() ? base.title() : VocabularyReader.label(node, "title"),
                status(node),
                from,
                until,
                node.get("source").isPresent()
                        ? node.items("source").stream().map(citations::source).toList()
                        : base == null ? List.of() : base.sources(),
                currency,
                node.get("gdp").map(aims::gdp).orElse(base == null ? null : base.gdpOrNull()),
                node.get("targets")
                        .map(list -> list.items().stream().map(aims::target).toList())
                        .orElseGet(() -> base == null ? List.of() : base.targets()),
                node.get("plans")
                        .map(list -> list.items().stream().map(aims::plan).toList())
                        .orElseGet(() -> base == null ? List.of() : base.plans()),
                blocks,
                policies.adoptions(node, base, blocks));
    }

    private List<Block> blocks(YamlNode list) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        for (YamlNode node : list.items()) {
            Block block = new Block(node.knowing("id", "label").text("id"), VocabularyReader.label(node, "label"));
            if (blocks.putIfAbsent(block.id(), block) != null) {
                node.problem(Code.BAD_VALUE, "The block '" + block.id() + "' appears twice", "Keep one of them");
            }
        }
        return List.copyOf(blocks.values());
    }

    private static Optional<LocalDate> date(YamlNode dates, String key) {
        return dates.get(key).flatMap(YamlNode::date);
    }

    private Definition.Status status(YamlNode node) {
        String status = node.text("status");
        for (Definition.Status known : Definition.Status.values()) {
            if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(status)) {
                return known;
            }
        }
        node.get("status")
                .ifPresent(value -> value.problem(
                        Code.BAD_VALUE, "'" + status + "' is not a status", "Known: in-force, proposed, comparison"));
        return Definition.Status.COMPARISON;
    }
}
