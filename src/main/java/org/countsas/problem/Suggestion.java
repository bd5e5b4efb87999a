package org.countsas.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apiguardian.api.API;

/** Finds what somebody probably meant by a misspelt word. */
@API(status = API.Status.INTERNAL)
public final class Suggestion {
    private static final int LONGEST = 100;
    private static final int MOST_SHOWN = 30;

    private Suggestion() {}

    /**
     * The candidate nearest to a word by Levenshtein distance, ignoring case, if at most a third of the word differs (at
     * least two characters may, but never all of them); the first by name among equals.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.min(Math.max(2, word.length() / 3), word.length() - 1);
        return candidates.stream()
                .filter(candidate ->
                        Math.abs(candidate.length() - word.length()) <= most && distance(word, candidate) <= most)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Asks whether someone meant this word: {@code Did you mean 'x'?}, the fix of a problem. */
    public static String question(String near) {
        return "Did you mean '" + near + "'?";
    }

    /** The {@link #question} for the nearest, or a list of what exists if nothing is close. */
    public static String fix(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(Suggestion::question)
                .orElseGet(() -> "Known: "
                        + String.join(
                                ", ",
                                candidates.stream().sorted().limit(MOST_SHOWN).toList())
                        + (candidates.size() > MOST_SHOWN ? ", …" : ""));
    }

    private static int distance(String a, String b) {
        String left = a.toLowerCase(java.util.Locale.ROOT);
        String right = b.toLowerCase(java.util.Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[right.length()];
    }
}
