package org.countsas.report.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.report.Decisions.counted;
import static org.countsas.report.Decisions.notCounted;

import java.util.List;
import org.countsas.definition.Titles;
import org.countsas.output.Language;
import org.countsas.quality.Label;
import org.countsas.quality.Label.Verdict;
import org.countsas.quality.Score;
import org.junit.jupiter.api.Test;

class ScoreReportTest {
    private static final Score SCORE = Score.of(
            List.of(
                    counted("1", 700, "fleet"),
                    counted("2", 300, "ports"),
                    counted("3", 40, "ports"),
                    notCounted("4", 5)),
            List.of(
                    new Label("1", Verdict.COUNT, "fleet"),
                    new Label("2", Verdict.NOT, "ports"),
                    new Label("3", Verdict.COUNT, "fleet"),
                    new Label("4", Verdict.COUNT, "ports"),
                    new Label("9", Verdict.COUNT, "ports")));

    @Test
    void theScoreIsPrintedForAPerson() {
        assertThat(ScoreReport.text(SCORE, "two-areas", Titles.none(Language.EN)))
                .containsExactly(
                        "Decisions of two-areas held against labels",
                        "  F1 0.6667  precision 0.6667  recall 0.6667  area accuracy 0.5000",
                        "  weighed by amount: precision 0.7115, recall 0.9933",
                        "  2 rightly counted, 1 missed, 1 wrongly counted, 0 rightly left",
                        "",
                        "  Area       F1  precision  recall  area accuracy  hits  missed  wrong  Amount",
                        "  fleet  1.0000     1.0000  1.0000         0.5000     2       0      0     740",
                        "  ports  0.0000     0.0000  0.0000              -     0       1      1       0",
                        "",
                        "95 % confidence intervals (Wilson), for items drawn at random",
                        "  Area              F1      precision         recall",
                        "  all    0.2609–0.9189  0.2076–0.9386  0.2076–0.9386",
                        "  fleet  0.5101–1.0000  0.3423–1.0000  0.3423–1.0000",
                        "  ports  0.0000–0.7935  0.0000–0.7935  0.0000–0.7935",
                        "",
                        "  wrongly counted  2  Programme 2  COUNTED ports  ports",
                        "  other area       3  Programme 3  COUNTED ports  fleet",
                        "  missed           4  Programme 4  NOT_COUNTED    ports",
                        "",
                        "1 labelled ids are not in the input: 9");
    }

    @Test
    void theScoreAsJsonHasTheSameKeysOverAllAndByArea() {
        assertThat(ScoreReport.json(SCORE, "two-areas")).isEqualTo("""
                {
                  "definition" : "two-areas",
                  "f1" : 0.6667,
                  "precision" : 0.6667,
                  "recall" : 0.6667,
                  "areaAccuracy" : 0.5000,
                  "precisionOfAmount" : 0.7115,
                  "recallOfAmount" : 0.9933,
                  "intervals" : {
                    "f1" : [ 0.2609, 0.9189 ],
                    "precision" : [ 0.2076, 0.9386 ],
                    "recall" : [ 0.2076, 0.9386 ]
                  },
                  "items" : {
                    "hits" : 2,
                    "missed" : 1,
                    "wrong" : 1,
                    "left" : 0
                  },
                  "amounts" : {
                    "hits" : 740,
                    "missed" : 5,
                    "wrong" : 300
                  },
                  "areas" : [ {
                    "area" : "fleet",
                    "f1" : 1.0000,
                    "precision" : 1.0000,
                    "recall" : 1.0000,
                    "areaAccuracy" : 0.5000,
                    "precisionOfAmount" : 1.0000,
                    "recallOfAmount" : 1.0000,
                    "intervals" : {
                      "f1" : [ 0.5101, 1.0000 ],
                      "precision" : [ 0.3423, 1.0000 ],
                      "recall" : [ 0.3423, 1.0000 ]
                    },
                    "items" : {
                      "hits" : 2,
                      "missed" : 0,
                      "wrong" : 0,
                      "left" : 0
                    },
                    "amounts" : {
                      "hits" : 740,
                      "missed" : 0,
                      "wrong" : 0
                    }
                  }, {
                    "area" : "ports",
                    "f1" : 0.0000,
                    "precision" : 0.0000,
                    "recall" : 0.0000,
                    "areaAccuracy" : null,
                    "precisionOfAmount" : 0.0000,
                    "recallOfAmount" : 0.0000,
                    "intervals" : {
                      "f1" : [ 0.0000, 0.7935 ],
                      "precision" : [ 0.0000, 0.7935 ],
                      "recall" : [ 0.0000, 0.7935 ]
                    },
                    "items" : {
                      "hits" : 0,
                      "missed" : 1,
                      "wrong" : 1,
                      "left" : 0
                    },
                    "amounts" : {
                      "hits" : 0,
                      "missed" : 5,
                      "wrong" : 300
                    }
                  } ],
                  "wrong" : [ {
                    "item" : "2",
                    "kind" : "WRONGLY_COUNTED",
                    "outcome" : "COUNTED",
                    "area" : "ports",
                    "labels" : [ "ports" ]
                  }, {
                    "item" : "3",
                    "kind" : "OTHER_AREA",
                    "outcome" : "COUNTED",
                    "area" : "ports",
                    "labels" : [ "fleet" ]
                  }, {
                    "item" : "4",
                    "kind" : "MISSED",
                    "outcome" : "NOT_COUNTED",
                    "area" : null,
                    "labels" : [ "ports" ]
                  } ],
                  "unknown" : [ "9" ]
                }""");
    }
}
