package org.countsas.vocabulary;

import static java.text.Normalizer.Form.NFKC;

import java.util.Arrays;
import java.util.Locale;

/**
 * Brings a text into the form in which terms are compared, and remembers which published characters each normalised
 * character came from.
 *
 * <p>The form is NFKC (Unicode Standard Annex #15) of the lower case of NFKC, in which all white space is a space, all
 * hyphens, dashes and long-vowel marks are one character (エネルギ－ is written for エネルギー in published budgets), and
 * 靭 is 靱.
 *
 * <p>NFKC works on clusters: a character and the combining marks after it (half-width ﾎﾟ becomes ポ). Nearly all characters stand alone and
 * map to one character; their images are kept in a table that fills as characters are met. Not thread-safe: one instance per thread, reused
 * for many texts.
 */
final class Normalizer {
    private static final char UNKNOWN = 0;
    /** The image of a character whose form is not one character. */
    static final char CLUSTER = 0xFFFF;

    private final char[] images;
    private char[] characters = new char[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int length;

    Normalizer() {
        this(new char[Character.MAX_VALUE + 1]);
    }

    /** @param images a table that normalisers may share, even across threads: all writers of a cell write the same value */
    Normalizer(char[] images) {
        this.images = images;
    }

    /** Normalises a text; the result stays in this object until the next call. */
    void normalize(String text) {
        length = 0;
        int size = text.length();
        int at = 0;
        while (at < size) {
            char character = text.charAt(at);
            char image = images[character];
            if (image == UNKNOWN) {
                image = imageOf(character);
                images[character] = image;
            }
            int end = endOfCluster(text, at);
            if (image != CLUSTER && end == at + 1) {
                put(image, at, end);
            } else {
                String cluster = lowerCaseNfkc(text.substring(at, end));
                for (int i = 0; i < cluster.length(); i++) {
                    put(fold(cluster.charAt(i)), at, end);
                }
            }
            at = end;
        }
    }

    /** Only the normalised form of a text. */
    String normalized(String text) {
        normalize(text);
        return new String(characters, 0, length);
    }

    int length() {
        return length;
    }

    char at(int index) {
        return characters[index];
    }

    /** Offset in the published text at which the normalised character's source begins. */
    int start(int index) {
        return starts[index];
    }

    /** Offset in the published text after the normalised character's source. */
    int end(int index) {
        return ends[index];
    }

    private void put(char character, int start, int end) {
        if (length == characters.length) {
            characters = Arrays.copyOf(characters, length * 2);
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
        }
        characters[length] = character;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    /** The form of a character that no other joins, or {@link #CLUSTER}. */
    static char imageOf(char character) {
        if (Character.isSurrogate(character)) {
            return CLUSTER;
        }
        String image = lowerCaseNfkc(String.valueOf(character));
        return image.length() == 1 && image.charAt(0) != UNKNOWN ? fold(image.charAt(0)) : CLUSTER;
    }

    /** Composed again after lower-casing: T and a diaeresis have no common character, t and a diaeresis have one. */
    private static String lowerCaseNfkc(String text) {
        String lowerCase = java.text.Normalizer.normalize(text, NFKC).toLowerCase(Locale.ROOT);
        return java.text.Normalizer.normalize(lowerCase, NFKC);
    }

    private static int endOfCluster(String text, int at) {
        int end = at + 1;
        if (Character.isHighSurrogate(text.charAt(at))
                && end < text.length()
                && Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && joinsThePrevious(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether a character is a mark on the one before it. */
    static boolean joinsThePrevious(char character) {
        if (character < 0x0300 || (character >= 0x30A0 && character < 0xA000)) {
            return false; // the usual case, decided without a look-up
        }
        return character == '\uFF9E'
                || character == '\uFF9F'
                || (character >= 0x1160 && character <= 0x11FF)
                || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static char fold(char character) {
        return switch (character) {
            case '-',
                    '\u00AD',
                    '\u2010',
                    '\u2011',
                    '\u2012',
                    '\u2013',
                    '\u2014',
                    '\u2015',
                    '\u2212',
                    '\u2500',
                    '\u30FC' -> '-';
            case '靭' -> '靱';
            default -> Character.isWhitespace(character) ? ' ' : character;
        };
    }
}
