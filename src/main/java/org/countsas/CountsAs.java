package org.countsas;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.concurrent.Batches;
import org.countsas.concurrent.OrderedParallel;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.Findings;
import org.countsas.evaluation.RuleEngine;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.ProblemException;

/**
 * Decides which budget items count as defence-related: the entrance for programs that embed the library.
 *
 * <p>Rules are evaluated once for a programme, whatever the definition; a definition then adjudicates the findings. So
 * several definitions, or one definition on several days, cost little more than one.
 *
 * <p>Immutable and thread-safe: create one and share it. Nothing needs to be closed.
 */
public final class CountsAs {
    /** Programmes evaluated in one session: enough to share its cost, few enough to keep memory flat. */
    private static final int CHUNK = 500;

    private final RuleBook rules;
    private final Definitions definitions;
    private final RuleEngine engine;

    private CountsAs(RuleBook rules, CompilationCache cache) {
        this.rules = rules;
        this.definitions = Definitions.read(rules);
        this.engine = RuleEngine.of(rules, cache);
    }

    /** The rules and definitions that the library ships. */
    public static CountsAs shipped() {
        return of(RulesFolder.shipped(), CompilationCache.none());
    }

    /**
     * Rules and definitions of a folder. Compiling them takes seconds; a {@link CompilationCache} spares the next time.
     *
     * @throws ProblemException with everything that is wrong with the folder
     */
    public static CountsAs load(Path folder) {
        return of(RulesFolder.of(folder), CompilationCache.none());
    }

    /**
     * Rules and definitions of a folder.
     *
     * @param cache where compiled rules are kept
     * @throws ProblemException with everything that is wrong with the folder
     */
    public static CountsAs of(RulesFolder folder, CompilationCache cache) {
        return new CountsAs(RuleBookReader.read(folder), cache);
    }

    /** The rules, with all that they refer to. */
    public RuleBook rules() {
        return rules;
    }

    /** The definitions. */
    public Definitions definitions() {
        return definitions;
    }

    /**
     * Decides about one item.
     *
     * @param definition one of {@link #definitions()}, or one of your own over the same policies
     * @param asOf       the day on which rules must be in force
     */
    public Decision classify(BudgetItem item, Definition definition, LocalDate asOf) {
        return new Adjudicator(definition, asOf)
                .decide(item, engine.evaluate(List.of(item.programme())).get(0));
    }

    /**
     * Decides about a stream of items, in its order, some hundred at a time; the stream may be longer than memory.
     *
     * @param items read by the thread that consumes the result
     */
    public Stream<Decision> classify(Stream<BudgetItem> items, Definition definition, LocalDate asOf) {
        List<Adjudicator> adjudicator = List.of(new Adjudicator(definition, asOf));
        return Batches.of(items, CHUNK)
                .flatMap(chunk -> decide(chunk, adjudicator).stream().map(decisions -> decisions.get(0)));
    }

    /**
     * Decides about a stream of items under several definitions, in its order and on all processors; the stream may be longer than memory.
     * At any time some hundred items for each processor are read and not yet consumed.
     *
     * @param items       read by the thread that consumes the result
     * @param definitions any number of {@link #definitions()}, or of your own over the same policies
     * @param asOf        the day on which rules must be in force
     * @return for each item its decisions, one under each definition, in the order of the definitions
     */
    public Stream<List<Decision>> classify(Stream<BudgetItem> items, List<Definition> definitions, LocalDate asOf) {
        List<Adjudicator> adjudicators = definitions.stream()
                .map(definition -> new Adjudicator(definition, asOf))
                .toList();
        int most = Runtime.getRuntime().availableProcessors() + 1;
        return OrderedParallel.map(Batches.of(items, CHUNK), chunk -> decide(chunk, adjudicators), most)
                .flatMap(List::stream);
    }

    private List<List<Decision>> decide(List<BudgetItem> items, List<Adjudicator> adjudicators) {
        List<List<Finding>> findings =
                engine.evaluate(items.stream().map(BudgetItem::programme).toList());
        return IntStream.range(0, items.size())
                .mapToObj(i -> adjudicators.stream()
                        .map(adjudicator -> adjudicator.decide(items.get(i), findings.get(i)))
                        .toList())
                .toList();
    }

    /**
     * Evaluates all rules on all programmes, on all processors; the result does not depend on their number.
     *
     * @param progress told, from several threads, how many more programmes are done
     * @return the findings of each programme, for any number of adjudications
     */
    public Findings evaluate(List<Programme> programmes, java.util.function.IntConsumer progress) {
        List<List<Programme>> chunks = new ArrayList<>();
        for (int from = 0; from < programmes.size(); from += CHUNK) {
            chunks.add(programmes.subList(from, Math.min(from + CHUNK, programmes.size())));
        }
        List<List<List<Finding>>> found = chunks.parallelStream()
                .map(chunk -> {
                    List<List<Finding>> findings = engine.evaluate(chunk);
                    progress.accept(chunk.size());
                    return findings;
                })
                .toList();
        Map<Programme, List<Finding>> byProgramme = new java.util.IdentityHashMap<>();
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            for (int i = 0; i < chunks.get(chunk).size(); i++) {
                byProgramme.put(chunks.get(chunk).get(i), found.get(chunk).get(i));
            }
        }
        return new Findings(byProgramme);
    }
}
