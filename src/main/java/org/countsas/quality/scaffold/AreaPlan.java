package org.countsas.quality.scaffold;

import java.util.List;
import java.util.regex.Pattern;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.vocabulary.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an area for which there are no rules yet.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id       id of the policy, and of the concept that its rules look for: lower-case words joined by {@code -}, at most 60 characters
 * @param title    name for people, at most 80 characters in each language
 * @param english  English terms as a vocabulary file writes them: a final {@code *} lets a word go on
 * @param japanese Japanese terms, in the same way; there is at least one term in all
 * @param citation id of the source that the rules cite; null for the first source that is the project's own
 */
public record AreaPlan(
        String id,
        BilingualText title,
        List<String> english,
        List<String> japanese,
        @Nullable String citation) {
    private static final int LONGEST_ID = 60;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    /** What the name of a rule may hold, since the title is the first part of one. */
    private static final Pattern TITLE =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ,.;:'’()&%+/–-]{0,78}[\\p{L}\\p{M}\\p{N}.)’'%])?");

    private static final Pattern TITLE_JA =
            Pattern.compile("[\\p{L}\\p{N}「『][\\p{L}\\p{M}\\p{N} 　,.;:'’()&%+/–・、。（）「」『』〜～＆／：-]{0,79}");

    /** @throws ProblemException {@code BAD_AREA} or {@code BAD_AREA_TERM} if no rules can be made of it */
    public AreaPlan {
        english = english.stream().map(String::strip).toList();
        japanese = japanese.stream().map(String::strip).toList();
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            throw bad(
                    "'" + shortened(id) + "' is not an id of a policy",
                    "Use lower-case words joined by '-', such as subsea-cables, at most " + LONGEST_ID
                            + " characters in all");
        }
        if (!TITLE.matcher(title.en()).matches()) {
            throw bad(
                    "'" + shortened(title.en()) + "' is not a title",
                    "Write 1 to 80 letters, digits, spaces and plain punctuation, and no quotes");
        }
        if (!TITLE_JA.matcher(title.ja()).matches()) {
            throw bad(
                    "'" + shortened(title.ja()) + "' is not a Japanese title",
                    "Write 1 to 80 letters, digits, spaces and plain punctuation, and no quotes");
        }
        checkTerms(english);
        checkTerms(japanese);
        if (english.isEmpty() && japanese.isEmpty()) {
            throw new ProblemException(
                    Code.BAD_AREA_TERM, Place.NONE, "The area has no terms", "Name one with --term or --term-ja");
        }
    }

    /**
     * The plan of an area. What is not said in Japanese is taken from what is: the title is the first Japanese term, if it can be
     * one, or else the English title. Without any terms the titles are the terms.
     *
     * @param titleJa null if none is known
     * @throws ProblemException {@code BAD_AREA} or {@code BAD_AREA_TERM}
     */
    public static AreaPlan of(
            String id,
            String title,
            @Nullable String titleJa,
            List<String> english,
            List<String> japanese,
            @Nullable String citation) {
        String en = title.strip();
        String ja = titleJa != null
                ? titleJa.strip()
                : japanese.stream()
                        .findFirst()
                        .map(AreaPlan::written)
                        .filter(term -> TITLE_JA.matcher(term).matches())
                        .orElse(en);
        boolean untold = english.isEmpty() && japanese.isEmpty();
        return new AreaPlan(
                id,
                new BilingualText(en, ja),
                untold ? List.of(en) : english,
                untold && !ja.equals(en) ? List.of(ja) : japanese,
                citation);
    }

    private static void checkTerms(List<String> terms) {
        for (String term : terms) {
            // Tests mark mentions with these.
            if (term.indexOf('<') >= 0 || term.indexOf('>') >= 0) {
                throw new ProblemException(
                        Code.BAD_AREA_TERM,
                        Place.NONE,
                        "The term '" + shortened(term) + "' contains '<' or '>', which rule tests use to mark mentions",
                        "Leave them out, or write them full-width");
            }
        }
    }

    /** A term without the mark that a word may go on. */
    static String written(String term) {
        return (term.endsWith("*") ? term.substring(0, term.length() - 1) : term).strip();
    }

    static ProblemException bad(String reason, String fix) {
        return new ProblemException(Code.BAD_AREA, Place.NONE, reason, fix);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
