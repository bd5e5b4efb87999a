package org.countsas.candidate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.countsas.candidate.NounRuns.Noun;
import org.countsas.item.Programme;

/**
 * Which words many programmes use: nouns, and pairs of nouns that stand together. A word of the name weighs more than one of the purpose,
 * and that more than one of the overview.
 *
 * <p>Immutable and thread-safe.
 */
final class Wording {
    private static final float NAME = 2;
    private static final float PURPOSE = 1.5f;
    private static final float OVERVIEW = 1;

    private final String[] words;
    private final int[] frequencies;
    private final int[][] wordsOf;
    private final float[][] weightsOf;

    private Wording(String[] words, int[] frequencies, int[][] wordsOf, float[][] weightsOf) {
        this.words = words;
        this.frequencies = frequencies;
        this.wordsOf = wordsOf;
        this.weightsOf = weightsOf;
    }

    /**
     * Analyses programmes, on all processors. Words are numbered in the order of the programmes, whatever the number of processors.
     *
     * @param wanted which programmes to analyse; the others are taken to have no words
     */
    static Wording of(List<Programme> programmes, IntPredicate wanted) {
        NounRuns nouns = new NounRuns();
        List<Map<String, Float>> found = IntStream.range(0, programmes.size())
                .parallel()
                .mapToObj(i -> wanted.test(i) ? words(programmes.get(i), nouns) : Map.<String, Float>of())
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        int[][] wordsOf = new int[found.size()][];
        float[][] weightsOf = new float[found.size()][];
        for (int i = 0; i < found.size(); i++) {
            wordsOf[i] = new int[found.get(i).size()];
            weightsOf[i] = new float[found.get(i).size()];
            int at = 0;
            for (Map.Entry<String, Float> word : found.get(i).entrySet()) {
                wordsOf[i][at] = numbers.computeIfAbsent(word.getKey(), key -> numbers.size());
                weightsOf[i][at++] = word.getValue();
            }
        }
        String[] words = new String[numbers.size()];
        numbers.forEach((word, number) -> words[number] = word);
        int[] frequencies = new int[words.length];
        for (int[] each : wordsOf) {
            for (int word : each) {
                frequencies[word]++;
            }
        }
        return new Wording(words, frequencies, wordsOf, weightsOf);
    }

    private static Map<String, Float> words(Programme programme, NounRuns nouns) {
        Map<String, Float> words = new LinkedHashMap<>();
        add(programme.name(), NAME, nouns, words);
        add(programme.purpose(), PURPOSE, nouns, words);
        add(programme.overview(), OVERVIEW, nouns, words);
        return words;
    }

    private static void add(String text, float weight, NounRuns nouns, Map<String, Float> words) {
        for (List<Noun> run : nouns.of(text)) {
            for (int i = 0; i < run.size(); i++) {
                String noun = run.get(i).text();
                if (noun.length() > 1) {
                    words.putIfAbsent(key(noun), weight);
                }
                if (i > 0 && !run.get(i - 1).suffix()) {
                    words.putIfAbsent(key(NounRuns.joined(run.get(i - 1).text(), noun)), weight);
                }
            }
        }
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** How many programmes there are. */
    int size() {
        return wordsOf.length;
    }

    /** How many different words they use; words are numbered from 0. */
    int words() {
        return words.length;
    }

    /** A word, in lower case. */
    String word(int number) {
        return words[number];
    }

    /** How many programmes use a word. */
    int frequency(int number) {
        return frequencies[number];
    }

    /** The numbers of the words that a programme uses, each once, in the order of its texts. Not to be changed. */
    int[] of(int programme) {
        return wordsOf[programme];
    }

    /** What each of {@link #of} weighs in the programme, from 1 to 2. Not to be changed. */
    float[] weights(int programme) {
        return weightsOf[programme];
    }

    /** How alike the words of two programmes are, from 0 to 1: the cosine of their words, a rare word weighing more. */
    double likeness(int one, int other) {
        return product(one, other) / StrictMath.sqrt(product(one, one) * product(other, other) + Double.MIN_NORMAL);
    }

    private double product(int one, int other) {
        Map<Integer, Float> weights = new HashMap<>();
        for (int i = 0; i < wordsOf[other].length; i++) {
            weights.put(wordsOf[other][i], weightsOf[other][i]);
        }
        double product = 0;
        for (int i = 0; i < wordsOf[one].length; i++) {
            Float weight = weights.get(wordsOf[one][i]);
            if (weight != null) {
                double rarity = StrictMath.log((double) size() / frequencies[wordsOf[one][i]]);
                product += weightsOf[one][i] * weight * rarity * rarity;
            }
        }
        return product;
    }
}
