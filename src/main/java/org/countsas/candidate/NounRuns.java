package org.countsas.candidate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The nouns of Japanese and English texts, in runs that stand together: 海底ケーブルの敷設 has the runs 海底 · ケーブル and 敷設. Budgets name
 * things by nouns, and new things by compounds of them. A run ends where a noun is only listed or turned into another part of speech (等, 的). The analysis is that of Lucene's Kuromoji with the dictionary that it ships.
 *
 * <p>Thread-safe.
 */
final class NounRuns {
    private static final Set<String> ENDS = Set.of("等", "的", "ら", "たち");

    /** Whether parts of speech are those of nouns: the dictionary has some eighty, and a text asks for one with every word. */
    private final Map<String, Boolean> nouns = new ConcurrentHashMap<>();

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.NORMAL));
        }
    };

    /**
     * A noun of a run.
     *
     * @param text   as published but for its width
     * @param suffix whether it can only follow another: 庁, 化, 用
     */
    record Noun(String text, boolean suffix) {}

    /**
     * The runs of a text, each with its nouns in order.
     *
     * @param text a published text; width does not matter (NFKC)
     */
    List<List<Noun>> of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        List<List<Noun>> runs = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", folded)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PartOfSpeechAttribute speech = tokens.addAttribute(PartOfSpeechAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            List<Noun> run = new ArrayList<>();
            int end = -2;
            tokens.reset();
            while (tokens.incrementToken()) {
                String part = speech.getPartOfSpeech();
                if (!nouns.computeIfAbsent(part, NounRuns::isNoun)) {
                    continue;
                }
                String noun = term.toString();
                if (ENDS.contains(noun) || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(noun)) {
                    continue;
                }
                boolean afterSpace = offset.startOffset() == end + 1
                        && folded.charAt(end) == ' '
                        && isLatin(noun)
                        && isLatin(run.get(run.size() - 1).text());
                if (offset.startOffset() != end && !afterSpace && !run.isEmpty()) {
                    runs.add(List.copyOf(run));
                    run.clear();
                }
                run.add(new Noun(noun, part.contains("接尾")));
                end = offset.endOffset();
            }
            tokens.end();
            if (!run.isEmpty()) {
                runs.add(List.copyOf(run));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory can always be read
        }
        return runs;
    }

    /** What two nouns that stand together are written as. */
    static String joined(String first, String second) {
        return isLatin(first) && isLatin(second) ? first + " " + second : first + second;
    }

    private static boolean isNoun(String speech) {
        return speech.startsWith("接頭詞")
                || (speech.startsWith("名詞")
                        && !speech.contains("非自立")
                        && !speech.contains("代名詞")
                        && !speech.contains("数"));
    }

    private static boolean isLatin(String noun) {
        char last = noun.charAt(noun.length() - 1);
        return last < 0x250 && Character.isLetterOrDigit(last);
    }
}
