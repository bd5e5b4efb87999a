package org.countsas.source.cell;

import java.text.Normalizer;
import java.util.Optional;
import org.countsas.item.Stage;

/** Reads stages of the budget cycle as tables name them. */
public final class StageWords {
    public static final String KNOWN =
            "initial, supplementary, revised, provisional, request, executed, 当初予算, 補正予算, 補正後予算, 暫定予算, 概算要求, 執行額, 決算";

    private StageWords() {}

    /** The stage for an id or a Japanese word, or empty. */
    public static Optional<Stage> parse(String cell) {
        String word = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        return switch (word) {
            case "当初", "当初予算", "当初予算額" -> Optional.of(Stage.INITIAL);
            case "補正", "補正予算", "補正予算額" -> Optional.of(Stage.SUPPLEMENTARY);
            case "補正後", "補正後予算", "補正後予算額" -> Optional.of(Stage.REVISED);
            case "暫定", "暫定予算", "暫定予算額" -> Optional.of(Stage.PROVISIONAL);
            case "要求", "要求額", "概算要求", "概算要求額" -> Optional.of(Stage.REQUEST);
            case "執行", "執行額", "決算", "決算額", "支出済額" -> Optional.of(Stage.EXECUTED);
            default -> Stage.ofId(word);
        };
    }
}
