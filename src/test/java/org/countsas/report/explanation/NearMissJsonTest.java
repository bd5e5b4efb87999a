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
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What near-misses prints has the shape that is documented. */
class NearMissJsonTest {
    private static final RuleBook BOOK = RuleBookReader.read(RulesFolder.of(Path.of("rules"), "rules"));
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @ParameterizedTest
    @CsvSource({
        "samples/japan-fy2024.csv,japan-2022,1",
        "samples/japan-fy2024.csv,japan-2025-proposal,2",
        "samples/us-fy2016.csv,us-050,1"
    })
    void the_near_misses_of_the_samples_are_valid_by_the_shipped_schema(Path sample, String id, int most)
            throws IOException {
        Definition definition = Definitions.read(BOOK).get(id);
        List<BudgetItem> items = Sources.read(List.of(sample), ReadOptions.DEFAULT)
                .select(id.equals("us-050") ? 2016 : null, null)
                .items();
        var groups = new Explainer(BOOK).nearMisses(items, definition, DAY, policy -> true, most);

        String json = new NearMissReport(
                        groups, definition, most, items.size(), items.get(0).currency(), BOOK, Language.EN)
                .json();

        assertThat(groups).isNotEmpty();
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void the_schema_refuses_what_it_does_not_know() throws IOException {
        String empty =
                "{\"schema\": \"near-misses-1\", \"definition\": \"d\", \"maxConditions\": 1, \"currency\": \"JPY\", \"groups\": []}";
        assertThat(schema().validate(empty, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(empty.replace("near-misses-1", "near-misses-2"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(empty.replace("\"groups\"", "\"more\": 1, \"groups\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(empty.replace("[]", "[{\"policy\": \"p\"}]"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate("[]", InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Explanation.class.getResourceAsStream("near-misses-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
