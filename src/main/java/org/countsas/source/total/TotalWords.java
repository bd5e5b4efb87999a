package org.countsas.source.total;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the words by which tables name their totals. */
final class TotalWords {
    /** Words that mark a total as a whole cell, or as the first or last word of one. */
    private static final Set<String> AT_AN_END = Set.of(
            "total",
            "totals",
            "subtotal",
            "subtotals",
            "grandtotal",
            "soustotal",
            "totale",
            "subtotale",
            "totaal",
            "subtotaal",
            "totalt",
            "gesamt",
            "gesamtsumme",
            "insgesamt",
            "summe",
            "zwischensumme",
            "合計",
            "小計",
            "総計",
            "総合計",
            "累計",
            "合计",
            "小计",
            "总计",
            "합계",
            "소계",
            "총계");
    /** Words that mark a total only as a whole cell: "lump sum" and "施設計" are not totals. */
    private static final Set<String> ALONE =
            Set.of("sum", "sumtotal", "suma", "soma", "somme", "計", "计", "계", "総額", "全体");
    /** Words that mark a total even at the end of a longer word, without a space: 一般会計合計. 会計 and 統計 do not. */
    private static final List<String> ENDS = List.of("合計", "小計", "総計", "累計");

    /** The ideographs with which those words end. */
    private static final String IN_WORDS = "計计額体";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    /** The name of a programme may be long; that of a total is short. */
    private static final int LONGEST = 100;

    private TotalWords() {}

    /** Whether a cell says that its row is a total. */
    static boolean nameTotal(String cell) {
        if (cell.length() > LONGEST || !mayNameTotal(cell)) {
            return false;
        }
        List<String> words = words(cell);
        if (words.isEmpty()) {
            return false;
        }
        String all = String.join("", words);
        if (AT_AN_END.contains(all) || ALONE.contains(all)) {
            return true;
        }
        // 会 計 and 設 計 are words with spaced characters.
        if (words.stream().allMatch(word -> word.length() == 1)) {
            return false;
        }
        int last = words.size() - 1;
        return AT_AN_END.contains(words.get(0))
                || AT_AN_END.contains(words.get(last))
                || (last > 0 && AT_AN_END.contains(words.get(0) + words.get(1)))
                || (last > 0 && AT_AN_END.contains(words.get(last - 1) + words.get(last)))
                || (last > 0 && words.get(last).equals("計"))
                || ENDS.stream().anyMatch(words.get(last)::endsWith);
    }

    /** Whether a cell has any character of which the words are made: most cells have none, and there may be millions. */
    private static boolean mayNameTotal(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean letter = c < 0x80 ? Character.isLetter(c) : !isOrdinary(c) || IN_WORDS.indexOf(c) >= 0;
            if (letter) {
                return true;
            }
        }
        return false;
    }

    /** Ideographs, kana, full-width digits and their punctuation, none of which is a letter in another guise. */
    private static boolean isOrdinary(char c) {
        return (c >= 0x3000 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF20);
    }

    private static List<String> words(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
