package org.countsas.candidate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.countsas.candidate.DecidedBudget.Case;
import org.countsas.vocabulary.Mention;

/**
 * How much an item resembles those that count in a policy. Each word and each concept has a weight of evidence: the logarithm of how much
 * more often items use it that count than items that do not (I. J. Good, Probability and the Weighing of Evidence, 1950, chapter 6). The
 * weights of an item's words and those of its concepts are added up apart, and each sum is held against that of the median item that counts.
 *
 * <p>Where nothing counts, only the vocabulary can say what the policy is about: each concept that its rules want weighs the same.
 *
 * <p>Immutable and thread-safe. The same items give the same figures on every machine.
 */
final class Resemblance {
    /** A word that one item alone uses says what it is called and not what it is about. */
    private static final int TWO_ITEMS = 2;
    /** Long texts use more words: their sums are divided by the root of the number of words and this. */
    private static final int SHORT_TEXT = 20;

    private static final int LEAST_FOR_WORDS = 2;

    private final Wording wording;
    private final DecidedBudget budget;
    private final double[] wordWeights;
    private final Map<String, Double> conceptWeights;
    private final double typicalWords;
    private final double typicalConcepts;

    private Resemblance(
            Wording wording,
            DecidedBudget budget,
            double[] wordWeights,
            Map<String, Double> conceptWeights,
            List<Integer> counted) {
        this.wording = wording;
        this.budget = budget;
        this.wordWeights = wordWeights;
        this.conceptWeights = conceptWeights;
        this.typicalWords = median(counted.stream().map(this::words).toList());
        this.typicalConcepts = median(counted.stream().map(this::concepts).toList());
    }

    /**
     * Resemblance to items that count.
     *
     * @param counted their indexes
     * @param wanted  the concepts that the policy's rules want, for a policy in which nothing counts
     */
    static Resemblance to(List<Integer> counted, Set<String> wanted, Wording wording, DecidedBudget budget) {
        if (counted.isEmpty()) {
            Map<String, Double> weights = new HashMap<>();
            wanted.forEach(concept -> {
                weights.put(concept + Place.NAME, 2.0);
                weights.put(concept + Place.TEXT, 1.0);
            });
            return new Resemblance(wording, budget, new double[wording.words()], weights, List.of());
        }
        return new Resemblance(
                wording, budget, wordWeights(counted, wording), conceptWeights(counted, budget), counted);
    }

    /** Where a concept is mentioned: it is another thing to be named after it than to speak of it. */
    private enum Place {
        NAME,
        TEXT,
        AROUND;

        static Place of(Mention mention) {
            return switch (mention.field()) {
                case NAME -> NAME;
                case PURPOSE, OVERVIEW -> TEXT;
                default -> AROUND;
            };
        }
    }

    private static double[] wordWeights(List<Integer> counted, Wording wording) {
        int[] uses = new int[wording.words()];
        counted.forEach(item -> IntStream.of(wording.of(item)).forEach(word -> uses[word]++));
        double[] weights = new double[wording.words()];
        double all = wording.size();
        for (int word = 0; word < weights.length; word++) {
            int frequency = wording.frequency(word);
            if (uses[word] > 0 && frequency >= TWO_ITEMS) {
                double among = (uses[word] + 0.5 * frequency / all) / (counted.size() + 0.5);
                double elsewhere = (frequency - uses[word] + 0.5) / (all - counted.size() + 1);
                // One item's word may be chance: half of its weight.
                weights[word] = Math.max(0, StrictMath.log(among / elsewhere)) * (uses[word] == 1 ? 0.5 : 1);
            }
        }
        return weights;
    }

    private static Map<String, Double> conceptWeights(List<Integer> counted, DecidedBudget budget) {
        Map<String, Integer> uses = new TreeMap<>();
        Map<String, Integer> frequencies = new HashMap<>();
        Set<Integer> among = new HashSet<>(counted);
        for (int i = 0; i < budget.size(); i++) {
            for (String concept : conceptsOf(budget.decided(i))) {
                frequencies.merge(concept, 1, Integer::sum);
                if (among.contains(i)) {
                    uses.merge(concept, 1, Integer::sum);
                }
            }
        }
        Map<String, Double> weights = new HashMap<>();
        uses.forEach((concept, use) -> {
            double here = (use + 0.1) / (counted.size() + 1);
            double elsewhere =
                    (frequencies.getOrDefault(concept, 0) - use + 0.5) / (budget.size() - counted.size() + 1);
            weights.put(concept, Math.max(0, StrictMath.log(here / elsewhere)));
        });
        return weights;
    }

    private static Set<String> conceptsOf(Case decided) {
        Set<String> concepts = new TreeSet<>();
        decided.subject().found().all().forEach(mention -> concepts.add(mention.concept() + Place.of(mention)));
        return concepts;
    }

    /** How much an item resembles those that count: 2 or more is as much as half of them do. */
    double of(int item) {
        return words(item) / typicalWords + concepts(item) / typicalConcepts;
    }

    private double words(int item) {
        int[] words = wording.of(item);
        float[] weights = wording.weights(item);
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += weights[i] * wordWeights[words[i]];
        }
        return sum / StrictMath.sqrt(SHORT_TEXT + words.length);
    }

    private double concepts(int item) {
        double sum = 0;
        for (String concept : conceptsOf(budget.decided(item))) {
            sum += conceptWeights.getOrDefault(concept, 0.0);
        }
        return sum;
    }

    /** The middle value; 1 where there is none or it is nothing, so that one may divide by it. */
    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        double middle = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
        return middle > 0 ? middle : 1;
    }

    /** The words by which an item resembles them most, the strongest first; none that another of them holds. */
    List<String> alike(int item, int most) {
        int[] words = wording.of(item);
        float[] weights = wording.weights(item);
        List<Integer> order = IntStream.range(0, words.length)
                .filter(i -> wordWeights[words[i]] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -weights[i] * wordWeights[words[i]])
                        .thenComparing(i -> -wording.word(words[i]).length())
                        .thenComparing(i -> wording.word(words[i])))
                .toList();
        List<String> alike = new ArrayList<>();
        for (int i : order) {
            String word = wording.word(words[i]);
            if (word.length() >= LEAST_FOR_WORDS
                    && alike.size() < most
                    && alike.stream().noneMatch(other -> other.contains(word) || word.contains(other))) {
                alike.add(word);
            }
        }
        return alike;
    }
}
