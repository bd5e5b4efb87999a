package org.countsas.vocabulary;

import java.util.Arrays;
import java.util.Collection;

/**
 * The characters that terms are made of, as small numbers: a text of codes needs no table of all characters at each state of the automaton
 * that reads it. All other characters share two codes, for those that continue a Latin word and for the rest.
 *
 * <p>Nearly all published characters stand for one normalised character, whatever stands beside them, and so have a code of their own, which
 * is kept in a table that fills as characters are met. Safe for several threads: whoever writes a cell writes the same into it.
 */
final class Alphabet {
    private static final char UNKNOWN = 0;
    /** The code of a published character whose normalised form is not one character, or depends on what stands beside it. */
    static final char NOT_ALONE = 1;

    private static final char OTHER = 2;
    private static final char OTHER_LATIN = 3;
    private static final char FIRST = 4;

    private final char[] normalised = new char[Character.MAX_VALUE + 1];
    private final char[] published = new char[Character.MAX_VALUE + 1];
    private final boolean[] latin;

    /** @param patterns normalised terms and phrases */
    Alphabet(Collection<String> patterns) {
        // A vocabulary is made for each term that is tried, so nothing is asked of each of all characters.
        Arrays.fill(normalised, OTHER);
        for (char character = 0; character <= Vocabulary.LAST_LATIN; character++) {
            if (Vocabulary.isLatin(character)) {
                normalised[character] = OTHER_LATIN;
            }
        }
        StringBuilder own = new StringBuilder();
        for (String pattern : patterns) {
            for (int i = 0; i < pattern.length(); i++) {
                char character = pattern.charAt(i);
                if (normalised[character] < FIRST) {
                    normalised[character] = (char) (FIRST + own.length());
                    own.append(character);
                }
            }
        }
        latin = new boolean[FIRST + own.length()];
        latin[OTHER_LATIN] = true;
        for (int i = 0; i < own.length(); i++) {
            latin[FIRST + i] = Vocabulary.isLatin(own.charAt(i));
        }
    }

    /** How many codes there are; each is lower than that. */
    int size() {
        return latin.length;
    }

    /** The code of a normalised character. */
    char codeOf(char character) {
        return normalised[character];
    }

    /** The code of a published character, or {@link #NOT_ALONE}. */
    char codeOfPublished(char character) {
        char code = published[character];
        return code == UNKNOWN ? look(character) : code;
    }

    private char look(char character) {
        char image = Normalizer.imageOf(character);
        boolean alone = image != Normalizer.CLUSTER && !Normalizer.joinsThePrevious(character);
        char code = alone ? normalised[image] : NOT_ALONE;
        published[character] = code;
        return code;
    }

    /** Whether a character of this code continues a Latin word. */
    boolean isLatin(char code) {
        return latin[code];
    }
}
