package org.countsas.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
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

    /**
     * The candidate that somebody probably meant: the one that differs only in width, case, spaces or hyphens; or else the shortest that
     * begins with the word; or else the {@link #nearest}; or else the shortest with which the word begins, that contains it, or that has all
     * its characters in their order, as 経済産業省 has those of 経産省. One or two characters say too little for that.
     */
    public static Optional<String> near(String word, Collection<String> candidates) {
        String wanted = Names.key(word);
        if (wanted.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        boolean letters = wanted.chars().allMatch(character -> character < 0x80);
        boolean says = wanted.length() > (letters ? 2 : 1);
        return best(candidates, key -> key.equals(wanted))
                .or(() -> says ? best(candidates, key -> key.startsWith(wanted)) : Optional.empty())
                .or(() -> letters ? Optional.empty() : best(candidates, key -> hasInOrder(key, wanted)))
                .or(() -> nearest(word, candidates))
                .or(() -> says ? best(candidates, key -> key.length() > 2 && wanted.startsWith(key)) : Optional.empty())
                .or(() -> says ? best(candidates, key -> key.contains(wanted)) : Optional.empty())
                .or(() -> says ? best(candidates, key -> hasInOrder(key, wanted)) : Optional.empty());
    }

    private static Optional<String> best(Collection<String> candidates, Predicate<String> test) {
        return candidates.stream()
                .filter(candidate -> test.test(Names.key(candidate)))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** Whether a name begins with the same character and has the others after it in this order. */
    private static boolean hasInOrder(String name, String characters) {
        int at = name.isEmpty() || name.charAt(0) != characters.charAt(0) ? -1 : 0;
        for (int i = 1; at >= 0 && i < characters.length(); i++) {
            at = name.indexOf(characters.charAt(i), at + 1);
        }
        return at >= 0;
    }

    /** The {@link #question} for what is {@link #near}, or what exists if nothing is. */
    public static String fix(String word, Collection<String> candidates) {
        return near(word, candidates).map(Suggestion::question).orElseGet(() -> known(candidates));
    }

    private static String known(Collection<String> candidates) {
        return listed(candidates.stream().sorted().toList());
    }

    /** What exists, in this order: {@code Known: x, y}, the fix of a problem. */
    static String listed(Collection<String> candidates) {
        return "Known: "
                + String.join(", ", candidates.stream().limit(MOST_SHOWN).toList())
                + (candidates.size() > MOST_SHOWN ? ", …" : "");
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
