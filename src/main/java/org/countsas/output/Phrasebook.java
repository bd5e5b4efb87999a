package org.countsas.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * English sentences and their Japanese, for texts that are made in English wherever they arise and are translated where a person reads them.
 * A file has pairs of lines: the English, then the Japanese. Both may have slots, {@code {1}} and so on, each numbered in the order of the
 * English; a slot {@code {1*}} in the Japanese is itself looked up, and each of a list in {@code {1+}}. Of several English sentences that fit, the one with the most literal
 * characters holds. An English line that begins with {@code …} and a space is part of a sentence and is only looked up for a slot. Immutable
 * and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class Phrasebook {
    private static final int DEEPEST = 4;
    private static final String LIST = "+";

    private final List<Phrase> phrases;

    private Phrasebook(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
    }

    /**
     * The phrases in a file beside a class.
     *
     * @throws IllegalArgumentException if an English line has no Japanese one
     */
    public static Phrasebook read(Class<?> beside, String file) {
        List<Phrase> phrases = new ArrayList<>();
        try (InputStream in = beside.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String english = lines.readLine(); english != null; english = lines.readLine()) {
                if (!english.isEmpty() && !english.startsWith("#")) {
                    phrases.add(Phrase.of(english, lines.readLine()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrasebook(phrases);
    }

    /** The Japanese for an English sentence; empty if no phrase fits. */
    public Optional<String> japanese(String english) {
        return japanese(english, 0);
    }

    private Optional<String> japanese(String english, int depth) {
        Phrase best = null;
        List<String> filled = List.of();
        for (Phrase phrase : phrases) {
            if ((depth > 0 || !phrase.part()) && (best == null || phrase.literal() > best.literal())) {
                List<String> slots = phrase.slots(english);
                if (slots != null) {
                    best = phrase;
                    filled = slots;
                }
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (Part part : best.japanese()) {
            if (part.slot() == 0) {
                text.append(part.text());
            } else {
                text.append(slot(part, filled.get(part.slot() - 1), depth));
            }
        }
        return Optional.of(text.toString());
    }

    private String slot(Part part, String value, int depth) {
        if (part.text().isEmpty() || depth >= DEEPEST) {
            return value;
        }
        return part.text().equals(LIST)
                ? Arrays.stream(value.split(", ", -1))
                        .map(each -> japanese(each, depth + 1).orElse(each))
                        .collect(Collectors.joining("、"))
                : japanese(value, depth + 1).orElse(value);
    }

    /**
     * A piece of a Japanese sentence.
     *
     * @param text what stands there; for a slot, how it is looked up: not at all if empty, {@code *} as a whole, {@code +} as a list
     * @param slot the slot of the English that is put there, from 1; 0 for a text
     */
    private record Part(String text, int slot) {}

    /**
     * A sentence in both languages.
     *
     * @param english  the literal parts around the slots, one more than there are slots
     * @param japanese the pieces in order
     * @param literal  how many characters of the English are literal
     * @param part     whether it is only part of a sentence
     */
    private record Phrase(List<String> english, List<Part> japanese, int literal, boolean part) {
        private static final String PART = "… ";

        static Phrase of(String line, @Nullable String japanese) {
            if (japanese == null || japanese.isEmpty()) {
                throw new IllegalArgumentException("no Japanese for: " + line);
            }
            boolean part = line.startsWith(PART);
            String english = part ? line.substring(PART.length()) : line;
            List<String> parts = new ArrayList<>();
            int from = 0;
            for (int slot = 1; english.contains("{" + slot + "}"); slot++) {
                String mark = "{" + slot + "}";
                int at = english.indexOf(mark, from);
                parts.add(english.substring(from, at));
                from = at + mark.length();
            }
            parts.add(english.substring(from));
            return new Phrase(
                    List.copyOf(parts),
                    pieces(japanese),
                    parts.stream().mapToInt(String::length).sum(),
                    part);
        }

        private static List<Part> pieces(String japanese) {
            List<Part> pieces = new ArrayList<>();
            int from = 0;
            for (int open = japanese.indexOf('{'); open >= 0; open = japanese.indexOf('{', open + 1)) {
                int close = japanese.indexOf('}', open);
                String inside = close < 0 ? "" : japanese.substring(open + 1, close);
                if (inside.matches("[1-9][*+]?")) {
                    pieces.add(new Part(japanese.substring(from, open), 0));
                    pieces.add(new Part(inside.substring(1), inside.charAt(0) - '0'));
                    from = close + 1;
                }
            }
            pieces.add(new Part(japanese.substring(from), 0));
            return List.copyOf(pieces);
        }

        /** What is in the slots if a sentence has this form; null otherwise. */
        @Nullable
        List<String> slots(String sentence) {
            String first = english.get(0);
            int last = english.size() - 1;
            String end = english.get(last);
            if (last == 0) {
                return sentence.equals(first) ? List.of() : null;
            }
            if (sentence.length() < literal || !sentence.startsWith(first) || !sentence.endsWith(end)) {
                return null;
            }
            List<String> slots = new ArrayList<>();
            int from = first.length();
            int limit = sentence.length() - end.length();
            for (int part = 1; part < last; part++) {
                int at = sentence.indexOf(english.get(part), from);
                if (at < 0 || at + english.get(part).length() > limit) {
                    return null;
                }
                slots.add(sentence.substring(from, at));
                from = at + english.get(part).length();
            }
            slots.add(sentence.substring(from, limit));
            return slots;
        }
    }
}
