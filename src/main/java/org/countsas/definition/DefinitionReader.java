package org.countsas.definition;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
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
import org.countsas.definition.Adoption.ShareOverride;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.CitedSource;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.vocabulary.VocabularyReader;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;

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

    private final RuleBook book;
    private final Problems problems;
    private final Map<String, YamlNode> files = new TreeMap<>();
    private final Map<String, Definition> read = new TreeMap<>();
    private final Set<String> tried = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();

    private DefinitionReader(RuleBook book, Problems problems) {
        this.book = book;
        this.problems = problems;
    }

    /** Reads the definitions as far as they can be read; they are complete only if nothing was noted. */
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
                                        "A second definition bears the id '" + id + "'",
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
            return Optional.empty(); // what is wrong with it was told when it was tried
        }
        YamlNode node = requireNonNull(files.get(id));
        open.add(id);
        Optional<Definition> base = node.get("extends").flatMap(this::base);
        open.remove(id);
        if (base.isEmpty() && node.get("extends").isPresent()) {
            return Optional.empty();
        }
        Definition definition = assemble(id, node, base);
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

    private Definition assemble(String id, YamlNode node, Optional<Definition> base) {
        List<Block> blocks = node.get("blocks")
                .map(this::blocks)
                .orElseGet(() -> base.map(Definition::blocks).orElse(List.of()));
        Optional<YamlNode> force = node.get("inForce");
        force.ifPresent(dates -> dates.knowing("from", "until"));
        Optional<LocalDate> from = date(force, "from");
        Optional<LocalDate> until = date(force, "until");
        if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
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
        String currency = base.isPresent() ? node.text("currency", base.get().currency()) : node.text("currency");
        return new Definition(
                id,
                base.isPresent() && node.get("title").isEmpty()
                        ? base.get().title()
                        : VocabularyReader.label(node, "title"),
                status(node),
                from,
                until,
                node.get("source").isPresent()
                        ? node.items("source").stream().map(this::source).toList()
                        : base.map(Definition::sources).orElse(List.of()),
                currency,
                node.get("gdp").map(this::gdp).or(() -> base.flatMap(Definition::gdp)),
                node.get("targets")
                        .map(list -> list.items().stream().map(this::target).toList())
                        .orElseGet(() -> base.map(Definition::targets).orElse(List.of())),
                node.get("plans")
                        .map(list -> list.items().stream().map(this::plan).toList())
                        .orElseGet(() -> base.map(Definition::plans).orElse(List.of())),
                blocks,
                adoptions(node, base, blocks));
    }

    private List<Block> blocks(YamlNode list) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        for (YamlNode node : list.items()) {
            Block block = new Block(node.knowing("id", "label").text("id"), VocabularyReader.label(node, "label"));
            if (blocks.putIfAbsent(block.id(), block) != null) {
                node.problem(Code.BAD_VALUE, "The block '" + block.id() + "' stands twice", "Keep one of them");
            }
        }
        return List.copyOf(blocks.values());
    }

    private static Optional<LocalDate> date(Optional<YamlNode> dates, String key) {
        return dates.flatMap(node -> node.get(key)).flatMap(YamlNode::date);
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

    private String source(YamlNode node) {
        String source = node.text();
        if (book.source(source).isEmpty()) {
            node.problem(
                    Code.UNKNOWN_CITATION,
                    "There is no source '" + source + "'",
                    Suggestion.nearest(
                                    source,
                                    book.sources().stream().map(CitedSource::id).toList())
                            .map(Suggestion::question)
                            .orElse("Add it to sources.yaml"));
        }
        return source;
    }

    private String requiredSource(YamlNode node) {
        return node.get("source").map(this::source).orElseGet(() -> node.text("source"));
    }

    private GrossDomesticProduct gdp(YamlNode node) {
        node.knowing("amount", "label", "source");
        return new GrossDomesticProduct(
                positive(node, "amount"), VocabularyReader.label(node, "label"), requiredSource(node));
    }

    private Target target(YamlNode node) {
        node.knowing("id", "percent", "label", "source");
        BigDecimal percent = node.get("percent").map(YamlNode::decimal).orElse(BigDecimal.ZERO);
        if (percent.signum() <= 0) {
            node.problem(Code.BAD_VALUE, "A target needs a 'percent' of more than 0", "");
        }
        return new Target(node.text("id"), percent, VocabularyReader.label(node, "label"), requiredSource(node));
    }

    private SpendingPlan plan(YamlNode node) {
        node.knowing("id", "fiscalYears", "amount", "label", "source", "block", "published");
        List<Long> years =
                node.items("fiscalYears").stream().map(YamlNode::integer).toList();
        if (years.size() != 2 || years.get(0) > years.get(1)) {
            node.problem(
                    Code.BAD_VALUE, "A plan needs its first and last fiscal year", "Write fiscalYears: [2023, 2027]");
            years = List.of(0L, 0L);
        }
        return new SpendingPlan(
                node.text("id"),
                years.get(0).intValue(),
                years.get(1).intValue(),
                positive(node, "amount"),
                VocabularyReader.label(node, "label"),
                requiredSource(node),
                node.get("block").map(YamlNode::text),
                published(node, years.get(0), years.get(1)));
    }

    private List<SpendingPlan.Published> published(YamlNode plan, long first, long last) {
        Map<Long, SpendingPlan.Published> byYear = new TreeMap<>();
        for (YamlNode node : plan.items("published")) {
            node.knowing("fiscalYear", "amount", "source");
            long year = node.get("fiscalYear").map(YamlNode::integer).orElse(0L);
            SpendingPlan.Published published =
                    new SpendingPlan.Published((int) year, positive(node, "amount"), requiredSource(node));
            if (year < first || year > last || byYear.putIfAbsent(year, published) != null) {
                node.problem(
                        Code.BAD_VALUE,
                        "What is published of a plan belongs to one of its fiscal years, each once",
                        "Correct 'fiscalYear'");
            }
        }
        return List.copyOf(byYear.values());
    }

    private static long positive(YamlNode node, String key) {
        Optional<YamlNode> value = node.get(key);
        long amount = value.map(YamlNode::integer).orElse(0L);
        if (amount <= 0) {
            value.orElse(node).problem(Code.BAD_VALUE, "'" + key + "' must be a whole number of more than 0", "");
        }
        return amount;
    }

    private List<Adoption> adoptions(YamlNode node, Optional<Definition> base, List<Block> blocks) {
        Map<String, Adoption> adoptions = new LinkedHashMap<>();
        base.ifPresent(
                definition -> definition.adoptions().forEach(adoption -> adoptions.put(adoption.policy(), adoption)));
        for (YamlNode without : node.items("without")) {
            if (adoptions.remove(without.text()) == null) {
                without.problem(
                        Code.DEFINITION_POLICY,
                        "The definition cannot leave out '" + without.text() + "', which its base does not adopt",
                        Suggestion.fix(without.text(), adoptions.keySet()));
            }
        }
        Set<String> stated = new HashSet<>();
        for (YamlNode entry : node.items("policies")) {
            entry.knowing("policy", "block", "shares");
            String policy = entry.text("policy");
            if (!stated.add(policy)) {
                entry.problem(Code.DEFINITION_POLICY, "The policy '" + policy + "' stands twice", "Keep one of them");
            }
            if (book.policy(policy).isEmpty()) {
                entry.problem(
                        Code.DEFINITION_POLICY,
                        "There is no policy '" + policy + "'",
                        Suggestion.fix(
                                policy, book.policies().stream().map(Policy::id).toList()));
            }
            String block = entry.text("block");
            if (blocks.stream().noneMatch(known -> known.id().equals(block))) {
                entry.problem(
                        Code.BAD_VALUE,
                        "There is no block '" + block + "' in this definition",
                        Suggestion.fix(block, blocks.stream().map(Block::id).toList()));
            }
            adoptions.put(
                    policy,
                    new Adoption(
                            policy,
                            block,
                            entry.items("shares").stream()
                                    .map(share -> share(share, policy))
                                    .toList()));
        }
        for (Adoption adoption : adoptions.values()) {
            if (!stated.contains(adoption.policy())
                    && blocks.stream().noneMatch(known -> known.id().equals(adoption.block()))) {
                node.get("blocks")
                        .orElse(node)
                        .problem(
                                Code.BAD_VALUE,
                                "The policy '" + adoption.policy() + "' of the base is in block '" + adoption.block()
                                        + "', which is not among these",
                                "Add the block or adopt the policy in another");
            }
        }
        if (adoptions.isEmpty()) {
            node.problem(
                    Code.DEFINITION_POLICY, "The definition adopts no policy, so nothing can count", "Add 'policies:'");
        }
        return List.copyOf(adoptions.values());
    }

    private ShareOverride share(YamlNode node, String policy) {
        node.knowing("rule", "share", "source");
        Optional<String> rule = node.get("rule").map(YamlNode::text);
        List<String> ofPolicy = book.rules().stream()
                .filter(known -> known.policy().equals(policy))
                .map(Rule::name)
                .toList();
        if (rule.isPresent()
                && !ofPolicy.contains(rule.get())
                && (book.rule(rule.get()).isPresent() || !book.names(rule.get()))) {
            node.problem(
                    Code.DEFINITION_RULE,
                    "The policy '" + policy + "' has no rule '" + rule.get() + "'",
                    Suggestion.fix(rule.get(), ofPolicy));
        }
        String text = node.text("share");
        Optional<Share> share = Share.parse(text);
        if (share.isEmpty() && node.get("share").isPresent()) {
            node.problem(
                    Code.BAD_VALUE,
                    "'" + text + "' is not a share",
                    "Write per cents from 0 to 100, such as \"100\" or \"5/7/21\"");
        }
        return new ShareOverride(rule, share.orElse(Share.WHOLE), requiredSource(node));
    }
}
