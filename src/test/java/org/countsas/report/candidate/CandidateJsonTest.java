package org.countsas.report.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.countsas.candidate.Candidate;
import org.countsas.cli.Console;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What candidates prints has the shape that is documented. */
class CandidateJsonTest {
    @ParameterizedTest
    @CsvSource({
        "samples/japan-fy2024.csv,japan-2025-proposal,2024",
        "samples/japan-fy2024.csv,japan-2022 + military-aid,2024",
        "samples/us-fy2016.csv,us-050,2016"
    })
    void the_candidates_of_the_samples_are_valid_by_the_shipped_schema(Path sample, String definition, int year)
            throws IOException {
        Console console =
                Console.run("candidates", sample, "--definition", definition, "--fiscal-year", year, "--json");

        assertThat(console.code()).isZero();
        assertThat(schema().validate(console.out(), InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(console.out().replace("\"resemblance\"", "\"likeness\""), InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Candidate.class.getResourceAsStream("candidates-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
