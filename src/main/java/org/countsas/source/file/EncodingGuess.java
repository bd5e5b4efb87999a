package org.countsas.source.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Guesses the encoding of a text that is not UTF-8: Windows-1252, CP932 or EUC-JP, whichever decodes it into the likeliest characters. A
 * Japanese text of a few words decodes in all three; what tells them apart is that Latin letters with accents stand alone among others, that
 * kana and the kanji of level 1 are common, and that half-width kana and the other kanji are not.
 *
 * @param encoding the encoding
 * @param line     the first line with a character beyond ASCII
 * @param sample   a few characters around it, as read
 */
record EncodingGuess(Encoding encoding, int line, String sample) {
    private static final List<Encoding> CANDIDATES = List.of(Encoding.WINDOWS_1252, Encoding.CP932, Encoding.EUC_JP);
    /** In hundredths; below it nothing is likely. */
    private static final int LEAST = 30;

    private static final String LATIN_SIGNS = "€£§°–—‘’“”„«»·²³¼½¾¡¿©®™…•ºª±µ";
    private static final String JAPANESE_SIGNS = "▲△▼▽○●◎■□◆◇★☆※→←↑↓℃№℡‐―…‥“”‘’×÷°′″±∞§¶";

    /** The encodings that are considered. */
    static List<Charset> candidates() {
        return CANDIDATES.stream().map(Encoding::charset).toList();
    }

    /** Guesses; empty if the text is damaged or in none of the three. */
    static Optional<EncodingGuess> of(ByteSource source) throws IOException {
        List<Scored> scored = new ArrayList<>();
        for (Encoding candidate : CANDIDATES) {
            score(source, candidate).ifPresent(scored::add);
        }
        scored.sort(Comparator.comparingLong(Scored::hundredths).reversed());
        return scored.isEmpty() || scored.get(0).hundredths() < LEAST
                ? Optional.empty()
                : Optional.of(scored.get(0).guess());
    }

    private record Scored(long hundredths, EncodingGuess guess) {}

    private static Optional<Scored> score(ByteSource source, Encoding encoding) throws IOException {
        boolean latin = encoding.equals(Encoding.WINDOWS_1252);
        Score score = new Score(latin);
        try (Reader text = new BufferedReader(new InputStreamReader(
                source.open(),
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            for (int c = text.read(); c >= 0; c = text.read()) {
                score.add((char) c);
            }
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        score.add('\n');
        return Optional.of(
                new Scored(score.hundredths(), new EncodingGuess(encoding, score.line, score.sample.toString())));
    }

    /** How likely the characters of a text are, which are added one by one. Not thread-safe. */
    private static final class Score {
        private static final int MOST_SHOWN = 20;

        private final boolean latin;
        private final BitSet commonKanji;
        private final StringBuilder run = new StringBuilder();
        private char before = '\n';
        private long likely;
        private long bytes;
        private int newlines;
        private int line;
        /** The word with the first character beyond ASCII. */
        private final StringBuilder sample = new StringBuilder();

        private boolean sampled;

        Score(boolean latin) {
            this.latin = latin;
            this.commonKanji = latin ? new BitSet() : commonKanji();
        }

        /** The kanji of level 1: those in rows 16 to 47 of JIS X 0208. */
        private static BitSet commonKanji() {
            BitSet kanji = new BitSet();
            Charset eucJp = Encoding.EUC_JP.charset();
            for (int row = 0xB0; row <= 0xCF; row++) {
                for (int cell = 0xA1; cell <= 0xFE; cell++) {
                    kanji.set(new String(new byte[] {(byte) row, (byte) cell}, eucJp).charAt(0));
                }
            }
            kanji.clear('\uFFFD');
            return kanji;
        }

        void add(char c) {
            sample(c);
            if (c > 0x7F) {
                run.append(c);
                return;
            }
            if (!run.isEmpty()) {
                for (int i = 0; i < run.length(); i++) {
                    int size = latin || isHalfWidthKana(run.charAt(i)) ? 1 : 2;
                    bytes += size;
                    likely += (long) size * (latin ? latin(i, isLetter(before) || isLetter(c)) : japanese(i));
                }
                run.setLength(0);
            }
            before = c;
            newlines += c == '\n' ? 1 : 0;
        }

        private void sample(char c) {
            if (sampled) {
                return;
            }
            boolean between = c < ' ' || ",;|\"".indexOf(c) >= 0;
            if (between && line > 0) {
                sampled = true;
            } else if (between) {
                sample.setLength(0);
            } else if (sample.length() < MOST_SHOWN || line == 0) {
                sample.append(c);
                line = line == 0 && c > 0x7F ? newlines + 1 : line;
                if (line == 0 && sample.length() > MOST_SHOWN / 2) {
                    sample.deleteCharAt(0);
                }
            }
        }

        /** How likely a character of a run is if the text is in Latin letters, in hundredths. */
        private int latin(int i, boolean besideLetter) {
            char c = run.charAt(i);
            boolean letter = Character.isLetter(c) && c != 'ª' && c != 'º';
            if (!letter && LATIN_SIGNS.indexOf(c) < 0 && c != '\u00A0') {
                return 0;
            }
            return switch (run.length()) {
                case 1 -> letter && besideLetter ? 100 : 80;
                case 2 -> letter && besideLetter ? 90 : 20;
                default -> 0;
            };
        }

        /** How likely a character of a run is if the text is Japanese, in hundredths. */
        private int japanese(int i) {
            char c = run.charAt(i);
            if (isHalfWidthKana(c)) {
                boolean inRun = (i > 0 && isHalfWidthKana(run.charAt(i - 1)))
                        || (i + 1 < run.length() && isHalfWidthKana(run.charAt(i + 1)));
                return inRun ? 60 : 0;
            }
            boolean common = (c >= '\u3000' && c <= '\u30FF')
                    || (c >= '\uFF01' && c <= '\uFF5E')
                    || (c >= '\uFFE0' && c <= '\uFFE6')
                    || (c >= '\u2460' && c <= '\u2473')
                    || JAPANESE_SIGNS.indexOf(c) >= 0
                    || commonKanji.get(c);
            return common ? 100 : Character.isIdeographic(c) ? 20 : 0;
        }

        private static boolean isHalfWidthKana(char c) {
            return c >= '\uFF61' && c <= '\uFF9F';
        }

        private static boolean isLetter(char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        }

        long hundredths() {
            return bytes == 0 ? 0 : likely / bytes;
        }
    }
}
