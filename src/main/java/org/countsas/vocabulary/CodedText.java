package org.countsas.vocabulary;

/**
 * A text as codes of its normalised characters, each with the published characters that it came from. Not thread-safe: one instance a thread,
 * reused for many texts.
 *
 * <p>Where every published character stands for one normalised character, a text takes one look at a table for each of them. Any other
 * text is brought into its form by a {@link Normalizer}: in published budgets one text of a thousand.
 */
final class CodedText {
    private final Alphabet alphabet;
    private final Normalizer normalizer;
    private char[] codes = new char[1024];
    private int length;
    private boolean oneToOne;

    CodedText(Alphabet alphabet, Normalizer normalizer) {
        this.alphabet = alphabet;
        this.normalizer = normalizer;
    }

    /** Reads a text; the result stands in this object until the next call. */
    void read(String text) {
        length = text.length();
        makeRoom();
        oneToOne = true;
        for (int i = 0; i < length; i++) {
            char code = alphabet.codeOfPublished(text.charAt(i));
            if (code == Alphabet.NOT_ALONE) {
                normalize(text);
                return;
            }
            codes[i] = code;
        }
    }

    private void normalize(String text) {
        normalizer.normalize(text);
        length = normalizer.length();
        makeRoom();
        oneToOne = false;
        for (int i = 0; i < length; i++) {
            codes[i] = alphabet.codeOf(normalizer.at(i));
        }
    }

    private void makeRoom() {
        if (length > codes.length) {
            codes = new char[Math.max(length, codes.length * 2)];
        }
    }

    int length() {
        return length;
    }

    /** The codes; those after {@link #length()} mean nothing. */
    char[] codes() {
        return codes;
    }

    /** Whether there is a character here that continues a Latin word. */
    boolean isLatin(int index) {
        return index >= 0 && index < length && alphabet.isLatin(codes[index]);
    }

    /** Offset in the published text at which the normalised character's source begins. */
    int start(int index) {
        return oneToOne ? index : normalizer.start(index);
    }

    /** Offset in the published text after the normalised character's source. */
    int end(int index) {
        return oneToOne ? index + 1 : normalizer.end(index);
    }
}
