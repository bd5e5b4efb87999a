package org.countsas.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.report.Decisions.counted;
import static org.countsas.report.Decisions.notCounted;
import static org.countsas.report.Decisions.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Definition;
import org.countsas.item.Stage;
import org.countsas.report.Decisions;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Summary summary(Definition definition) {
        return new Summary(
                definition,
                Decisions.DAY,
                2024,
                Stage.INITIAL,
                "JPY",
                4,
                1,
                Totals.of(
                        List.of(
                                counted("1", 1_000, "ports", new Counted(50, 70, 210)),
                                review("2", 5, "fleet", 4),
                                notCounted("3", 7)),
                        definition));
    }

    @Test
    void theSummaryHasTheseKeysInThisOrderAndNoOthers() {
        assertThat(SummaryJson.of(List.of(summary(Decisions.definition())))).isEqualTo("""
                {
                  "definition" : "two-areas",
                  "asOf" : "2026-04-01",
                  "fiscalYear" : 2024,
                  "stage" : "initial",
                  "currency" : "JPY",
                  "items" : {
                    "read" : 4,
                    "decided" : 3,
                    "rejected" : 1
                  },
                  "totals" : {
                    "amount" : 1012,
                    "counted" : {
                      "low" : 50,
                      "central" : 70,
                      "high" : 210
                    },
                    "percentOfGdp" : 0.0070
                  },
                  "areas" : [ {
                    "area" : "fleet",
                    "block" : "core",
                    "items" : 0,
                    "amount" : 0,
                    "counted" : {
                      "low" : 0,
                      "central" : 0,
                      "high" : 0
                    }
                  }, {
                    "area" : "ports",
                    "block" : "related",
                    "items" : 1,
                    "amount" : 1000,
                    "counted" : {
                      "low" : 50,
                      "central" : 70,
                      "high" : 210
                    }
                  } ],
                  "review" : {
                    "items" : 1,
                    "amount" : 5
                  }
                }""");
    }

    @Test
    void theShareOfGdpIsNullWhereThereIsNone() {
        assertThat(SummaryJson.of(List.of(summary(Decisions.definition("JPY", 0)))))
                .contains("\"percentOfGdp\" : null");
    }

    @Test
    void everyPercentageHasFourDecimals() {
        assertThat(SummaryJson.of(List.of(summary(Decisions.definition("JPY", 700)))))
                .contains("\"percentOfGdp\" : 10.0000\n");
    }

    @Test
    void severalDefinitionsGiveAnArrayInTheirOrder() throws Exception {
        Definition first = Decisions.definition();
        Definition second = Decisions.definition("JPY", 0);

        JsonNode array = JSON.readTree(SummaryJson.of(List.of(summary(first), summary(second))));

        assertThat(array.isArray()).isTrue();
        assertThat(array).hasSize(2);
        assertThat(array.get(0)).isEqualTo(JSON.readTree(SummaryJson.of(List.of(summary(first)))));
        assertThat(array.get(1)).isEqualTo(JSON.readTree(SummaryJson.of(List.of(summary(second)))));
    }

    @Test
    void theSummaryKeptInAFolderSaysAlsoByWhichRulesAndAgainstWhichMeasures() throws Exception {
        JsonNode kept = JSON.readTree(SummaryJson.withMeasures(List.of(summary(Decisions.definition())), "abc"));
        JsonNode printed = JSON.readTree(SummaryJson.of(List.of(summary(Decisions.definition()))));

        printed.properties()
                .forEach(entry ->
                        assertThat(kept.get(entry.getKey())).as(entry.getKey()).isEqualTo(entry.getValue()));
        assertThat(kept.propertyStream().map(java.util.Map.Entry::getKey).skip(printed.size()))
                .containsExactly("reviewHigh", "rulesDigest", "gdp", "targets");
        assertThat(kept.get("reviewHigh").longValue()).isEqualTo(4);
        assertThat(kept.get("rulesDigest").textValue()).isEqualTo("abc");
        assertThat(kept.get("gdp"))
                .isEqualTo(JSON.readTree("{\"amount\":1000000,\"label\":\"GDP\",\"source\":\"source\"}"));
        assertThat(kept.get("targets"))
                .isEqualTo(JSON.readTree(
                        "[{\"id\":\"half\",\"percent\":0.5,\"label\":\"Half a per cent\",\"source\":\"source\"}]"));
    }
}
