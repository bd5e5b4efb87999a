package org.countsas.quality.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.countsas.evaluation.RuleSet;
import org.countsas.evaluation.TreeFindings;
import org.countsas.item.Programme;
import org.countsas.policy.Item;
import org.countsas.quality.ruletest.Phrase;
import org.countsas.quality.ruletest.PhraseScanner;
import org.countsas.quality.ruletest.RuleTest;
import org.countsas.quality.ruletest.RuleTests;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Mention;
import org.countsas.vocabulary.Mentions;

/** Measures what items do with rules. */
public final class CoverageMeter {
    private static final int CHUNK = 250;

    private final RuleSet rules;
    private final List<RuleMeter> meters;
    private final Map<String, Map<String, Long>> found = new HashMap<>();
    private long items;

    private CoverageMeter(RuleSet rules) {
        this.rules = rules;
        this.meters = rules.rules().stream().map(RuleMeter::new).toList();
    }

    /** The coverage of rules by their tests: rules and conditions by the tests' items, terms also by the phrases. */
    public static Coverage ofTests(RuleSet rules, RuleTests tests) {
        CoverageMeter meter = new CoverageMeter(rules);
        meter.addAll(tests.tests().stream()
                .map(RuleTest::item)
                .map(item -> item.programme())
                .toList());
        PhraseScanner scanner = new PhraseScanner(rules.vocabulary());
        for (Phrase phrase : tests.phrases()) {
            meter.add(scanner.mentions(phrase));
        }
        return meter.coverage();
    }

    /**
     * The coverage of rules by programmes, on all processors.
     *
     * @param progress told, from several threads, how many more programmes are done
     */
    public static Coverage ofProgrammes(RuleSet rules, List<Programme> programmes, IntConsumer progress) {
        List<List<Programme>> chunks = new ArrayList<>();
        for (int from = 0; from < programmes.size(); from += CHUNK) {
            chunks.add(programmes.subList(from, Math.min(from + CHUNK, programmes.size())));
        }
        return chunks.parallelStream()
                .map(chunk -> {
                    CoverageMeter meter = new CoverageMeter(rules);
                    meter.addAll(chunk);
                    progress.accept(chunk.size());
                    return meter;
                })
                .reduce(new CoverageMeter(rules), CoverageMeter::merged)
                .coverage();
    }

    private void addAll(List<Programme> programmes) {
        TreeFindings trees = new TreeFindings(rules);
        for (Programme programme : programmes) {
            Item item = trees.item(programme);
            meters.forEach(meter -> meter.add(item, rules.facilities()));
            add(item.found());
            items++;
        }
    }

    private void add(Mentions mentions) {
        for (Mention mention : mentions.all()) {
            add(mention.concept(), mention.term(), 1);
        }
    }

    private void add(String concept, String term, long times) {
        found.computeIfAbsent(concept, key -> new HashMap<>()).merge(term, times, Long::sum);
    }

    private static CoverageMeter merged(CoverageMeter first, CoverageMeter second) {
        CoverageMeter merged = new CoverageMeter(first.rules);
        for (CoverageMeter each : List.of(first, second)) {
            merged.items += each.items;
            for (int i = 0; i < merged.meters.size(); i++) {
                merged.meters.get(i).addAll(each.meters.get(i));
            }
            each.found.forEach((concept, terms) -> terms.forEach((term, times) -> merged.add(concept, term, times)));
        }
        return merged;
    }

    private Coverage coverage() {
        List<TermCoverage> terms = new ArrayList<>();
        for (Concept concept : rules.vocabulary().concepts()) {
            Map<String, Long> ofConcept = found.getOrDefault(concept.id(), Map.of());
            concept.terms().stream()
                    .distinct()
                    .forEach(term -> terms.add(new TermCoverage(concept, term, ofConcept.getOrDefault(term, 0L))));
        }
        return new Coverage(items, meters.stream().map(RuleMeter::coverage).toList(), terms);
    }
}
