package org.countsas.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.explanation.Explainer;
import org.countsas.explanation.Explanation;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed has the shape that is documented. */
class ExplanationJsonTest {
    private static final RuleBook BOOK = RuleBookReader.read(RulesFolder.of(Path.of("rules"), "rules"));
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "samples/japan-fy2024.csv,japan-2022",
        "samples/japan-fy2024.csv,japan-2025-proposal",
        "samples/us-fy2016.csv,us-050"
    })
    void everyExplanationOfTheSamplesIsValidByTheShippedSchema(Path sample, String id) throws IOException {
        Schema schema = schema();
        Definition definition = Definitions.read(BOOK).get(id);
        Explainer explainer = new Explainer(BOOK);
        List<BudgetItem> items = Sources.read(List.of(sample), ReadOptions.DEFAULT)
                .select(id.equals("us-050") ? 2016 : null, null)
                .items();
        for (int i = 0; i < items.size(); i++) {
            Explanation explanation = explainer.explain(items.get(i), definition, DAY);
            if (i % 5 == 0) {
                explanation = explanation
                        .withRules(explainer.rules(items.get(i).programme()))
                        .withNearMisses(explainer.nearMisses(items.get(i), definition, DAY, policy -> true, 3))
                        .withCounterfactuals(explainer.counterfactuals(items.get(i), definition, DAY));
            }
            assertThat(schema.validate(ExplanationJson.of(explanation, BOOK), InputFormat.JSON))
                    .as(items.get(i).id())
                    .isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() throws IOException {
        assertThat(schema().validate("{\"schema\": \"explanation-2\"}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate("[]", InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Explanation.class.getResourceAsStream("explanation-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
