package org.countsas;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.concurrent.Batches;
import org.countsas.concurrent.OrderedParallel;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Evaluator;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.Findings;
import org.countsas.evaluation.RuleEngine;
import org.countsas.evaluation.RulePlan;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.ProblemException;

/**
 * Decides which budget items count as defence-related. Programs that embed the library start here.
 *
 * <p>Rules are evaluated once for each programme, whatever the definition; a definition then adjudicates the findings. So several
 * definitions, or one on several days, cost little more than one.
 *
 * <p>Immutable and thread-safe: create one and share it. Nothing needs to be closed. No argument and no element may be null.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class CountsAs {
    /** Programmes evaluated together: enough to share the cost of a session of the engine, few enough to keep memory flat. */
    private static final int BATCH = 500;

    private final RuleBook rules;
    private final Definitions definitions;
    private final CompilationCache cache;
    private final Evaluator evaluator;

    private CountsAs(RuleBook rules, Definitions definitions, CompilationCache cache, Evaluator evaluator) {
        this.rules = rules;
        this.definitions = definitions;
        this.cache = cache;
        this.evaluator = evaluator;
    }

    /** The rules and definitions shipped with the library. */
    public static CountsAs shipped() {
        return of(RulesFolder.shipped(), CompilationCache.none());
    }

    /**
     * The rules and definitions of a folder.
     *
     * @throws ProblemException with everything that is wrong with the folder
     */
    public static CountsAs load(Path folder) {
        return of(RulesFolder.of(requireNonNull(folder, "folder")), CompilationCache.none());
    }

    /**
     * The rules and definitions of a folder.
     *
     * @param cache where rules are kept once they are compiled for {@link #byDrools}
     * @throws ProblemException with everything that is wrong with the folder
     */
    public static CountsAs of(RulesFolder folder, CompilationCache cache) {
        requireNonNull(cache, "cache");
        RuleBook rules = RuleBookReader.read(requireNonNull(folder, "folder"));
        return new CountsAs(rules, Definitions.read(rules), cache, RulePlan.of(rules));
    }

    /**
     * The same rules and definitions, with Drools to match the rules instead of the plan made from them. Decisions are the same, which tests
     * hold on every rule; Drools takes longer, and compiling the rules takes seconds the first time. This is for those who want the engine
     * itself to decide.
     *
     * @throws ProblemException {@code RULE_COMPILATION} if the rules cannot be compiled
     */
    public CountsAs byDrools() {
        return new CountsAs(rules, definitions, cache, RuleEngine.of(rules, cache));
    }

    /** The rules, with everything they refer to. */
    public RuleBook rules() {
        return rules;
    }

    /** The definitions. */
    public Definitions definitions() {
        return definitions;
    }

    /**
     * Decides one item.
     *
     * @param definition one of {@link #definitions()}, or one of your own over the same policies
     * @param asOf       the day on which rules must be in force
     */
    public Decision classify(BudgetItem item, Definition definition, LocalDate asOf) {
        requireNonNull(item, "item");
        return adjudicator(definition, asOf)
                .decide(item, evaluator.evaluate(List.of(item.programme())).get(0));
    }

    /**
     * Decides a stream of items, in its order. The stream need not fit in memory: some hundred items are held at a time.
     *
     * @param items read by the thread that consumes the result
     */
    public Stream<Decision> classify(Stream<BudgetItem> items, Definition definition, LocalDate asOf) {
        requireNonNull(items, "items");
        List<Adjudicator> adjudicator = List.of(adjudicator(definition, asOf));
        return Batches.of(items, BATCH)
                .flatMap(batch -> decide(batch, adjudicator).stream().map(decisions -> decisions.get(0)));
    }

    /**
     * Decides a stream of items under several definitions, in its order and on all processors. The stream need not fit in memory: at any
     * time some hundred items for each processor have been read but not yet consumed.
     *
     * @param items       read by the thread that consumes the result
     * @param definitions any number of {@link #definitions()}, or of your own over the same policies
     * @param asOf        the day on which rules must be in force
     * @return for each item its decisions, one under each definition, in the order of the definitions
     */
    public Stream<List<Decision>> classify(Stream<BudgetItem> items, List<Definition> definitions, LocalDate asOf) {
        requireNonNull(items, "items");
        List<Adjudicator> adjudicators = requireNonNull(definitions, "definitions").stream()
                .map(definition -> adjudicator(definition, asOf))
                .toList();
        int ahead = Runtime.getRuntime().availableProcessors() + 1;
        return OrderedParallel.map(Batches.of(items, BATCH), batch -> decide(batch, adjudicators), ahead)
                .flatMap(List::stream);
    }

    private static Adjudicator adjudicator(Definition definition, LocalDate asOf) {
        return new Adjudicator(requireNonNull(definition, "definition"), requireNonNull(asOf, "asOf"));
    }

    private List<List<Decision>> decide(List<BudgetItem> items, List<Adjudicator> adjudicators) {
        List<List<Finding>> findings =
                evaluator.evaluate(items.stream().map(BudgetItem::programme).toList());
        return IntStream.range(0, items.size())
                .mapToObj(i -> adjudicators.stream()
                        .map(adjudicator -> adjudicator.decide(items.get(i), findings.get(i)))
                        .toList())
                .toList();
    }

    /** Evaluates all rules on all programmes: see {@link #evaluate(List, IntConsumer)}. */
    public Findings evaluate(List<Programme> programmes) {
        return evaluate(programmes, done -> {});
    }

    /**
     * Evaluates all rules on all programmes, on all processors. The result does not depend on their number.
     *
     * @param progress told, from several threads, how many more programmes are done
     * @return the findings of each programme, for any number of adjudications
     */
    public Findings evaluate(List<Programme> programmes, IntConsumer progress) {
        requireNonNull(programmes, "programmes");
        requireNonNull(progress, "progress");
        List<List<Programme>> batches = new ArrayList<>();
        for (int from = 0; from < programmes.size(); from += BATCH) {
            batches.add(programmes.subList(from, Math.min(from + BATCH, programmes.size())));
        }
        List<List<List<Finding>>> found = batches.parallelStream()
                .map(batch -> {
                    List<List<Finding>> findings = evaluator.evaluate(batch);
                    progress.accept(batch.size());
                    return findings;
                })
                .toList();
        IdentityHashMap<Programme, List<Finding>> byProgramme = new IdentityHashMap<>();
        for (int batch = 0; batch < batches.size(); batch++) {
            for (int i = 0; i < batches.get(batch).size(); i++) {
                byProgramme.put(batches.get(batch).get(i), found.get(batch).get(i));
            }
        }
        return new Findings(byProgramme);
    }
}
