package org.countsas.workbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countsas.adjudication.total.Totals;
import org.countsas.report.Samples;
import org.countsas.workbench.Benches;
import org.countsas.workbench.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs may ask of a workbench. */
class ApiOfWorkbenchTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Benches.Bench bench;

    @BeforeAll
    static void start() {
        bench = Benches.start(Benches.sample(), true);
    }

    @AfterAll
    static void stop() {
        bench.close();
        assertThat(bench.failures()).isEmpty();
    }

    private static JsonNode get(String address) throws IOException {
        Wire.Reply reply = bench.wire().get(address);
        assertThat(reply.status()).as(address + reply.text()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("content-type", "application/json; charset=utf-8");
        return JSON.readTree(reply.body());
    }

    private static Wire.Reply classify(String json) throws IOException {
        return bench.wire().send("POST", "/api/classify", List.of("Content-Type: application/json"), json);
    }

    @Test
    void the_summary_is_that_of_classify() throws IOException {
        Totals totals = Totals.of(
                Samples.decisions(Samples.JAPAN, "japan-2022", Benches.DAY), Samples.definition("japan-2022"));

        JsonNode summary = get("/api/summary");
        assertThat(summary.at("/totals/counted/central").longValue())
                .isEqualTo(totals.counted().central());
        assertThat(get("/api/summary?definition=japan-2025-proposal")
                        .path("definition")
                        .textValue())
                .isEqualTo("japan-2025-proposal");
    }

    @Test
    void items_are_found_as_on_the_page() throws IOException {
        JsonNode found = get("/api/items?q=JAXA&sort=amount&most=1");

        assertThat(found.path("found").intValue()).isPositive();
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.at("/items/0/id").textValue()).isEqualTo("1732");
        assertThat(found.at("/items/0/area").textValue()).isEqualTo("research-and-development");
        assertThat(get("/api/items?from=100000").path("items")).isEmpty();
    }

    @Test
    void an_item_is_explained_as_in_the_shell() throws IOException {
        JsonNode explanation = get("/api/explain?id=1732&why-not=1&what-if=1");

        assertThat(explanation.findValue("outcome").textValue()).isEqualTo("COUNTED");
        assertThat(explanation.toString()).contains("Operating grants and plant of institutes");
    }

    @Test
    void definitions_are_compared_and_combined() throws IOException {
        String reform = URLEncoder.encode("japan-2022 + space", StandardCharsets.UTF_8);

        assertThat(get("/api/compare?definition=japan-2022&definition=" + reform)
                        .toString())
                .contains("japan-2022 + space");
        assertThat(get("/api/scenarios?base=japan-2022&policies=space,shipbuilding")
                        .toString())
                .contains("shipbuilding");
        assertThat(get("/api/definitions"))
                .hasSize(Samples.countsAs().definitions().all().size());
    }

    @Test
    void items_that_are_sent_are_decided_and_not_kept() throws IOException {
        Wire.Reply reply = classify("""
                {"items": [
                  {"id": "a", "name": "護衛艦", "ministry": "防衛省", "amount": 1000},
                  {"id": "b", "name": "学校給食", "ministry": "文部科学省", "amount": 2000}]}
                """);
        JsonNode decided = JSON.readTree(reply.body());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(decided.at("/decisions/0/outcome").textValue()).isEqualTo("COUNTED");
        assertThat(decided.at("/decisions/0/counted/central").longValue()).isEqualTo(1000);
        assertThat(decided.at("/decisions/1/outcome").textValue()).isEqualTo("NOT_COUNTED");
        assertThat(bench.wire().get("/api/explain?id=a").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|not JSON",
                "[]|no array",
                "{\"items\": []}|0 items",
                "{\"items\": [1]}|not an object",
                "{\"items\": [{\"id\": \"\", \"amount\": 1}]}|no id",
                "{\"items\": [{\"id\": \"a\"}]}|not a whole number",
                "{\"items\": [{\"id\": \"a\", \"amount\": 1.5}]}|not a whole number",
                "{\"items\": [{\"id\": \"a\", \"amount\": 99999999999999999999}]}|not a whole number",
                "{\"items\": [{\"id\": \"a\", \"amount\": 1, \"nmae\": \"x\"}]}|nothing of this name",
                "{\"items\": [{\"id\": \"a\", \"amount\": 1}, {\"id\": \"a\", \"amount\": 1}]}|sent twice",
                "{\"items\": [{\"id\": \"a\", \"amount\": 1, \"stage\": \"x\"}]}|no stage"
            })
    void what_cannot_be_read_is_a_problem_with_its_place(String sent, String reason) throws IOException {
        Wire.Reply reply = classify(sent);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers()).containsEntry("content-type", "application/problem+json; charset=utf-8");
        JsonNode problem = JSON.readTree(reply.body());
        assertThat(problem.path("code").textValue()).isEqualTo("B006");
        assertThat(problem.path("title").textValue()).contains(reason);
        assertThat(problem.at("/problems/0/file").textValue()).isEqualTo("the request");
    }

    @Test
    void a_bundle_that_is_none_is_said_to_be_none() throws IOException {
        Wire.Reply reply = bench.wire().send("POST", "/api/verify", List.of("Content-Type: application/zip"), "no ZIP");
        JsonNode verified = JSON.readTree(reply.body());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(verified.path("ok").booleanValue()).isFalse();
        assertThat(verified.at("/problems/0/code").textValue()).startsWith("A0");
        assertThat(verified.toString()).doesNotContain("/tmp");
    }

    @Test
    void problems_have_the_codes_of_the_shell() throws IOException {
        assertThat(JSON.readTree(bench.wire()
                                .get("/api/summary?definition=nothing")
                                .body())
                        .path("code")
                        .textValue())
                .isEqualTo("U002");
        assertThat(JSON.readTree(bench.wire().get("/api/summary?year=1900").body())
                        .path("code")
                        .textValue())
                .isEqualTo("U004");
        assertThat(bench.wire().get("/api/compare?definition=japan-2022").status())
                .isEqualTo(400);
    }

    @Test
    void the_document_that_describes_it_is_served_and_names_every_address() throws IOException {
        JsonNode document = get("/api/openapi.json");
        Set<String> paths = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);

        assertThat(document.path("openapi").textValue()).isEqualTo("3.1.0");
        assertThat(paths)
                .containsExactly(
                        "/api/classify",
                        "/api/compare",
                        "/api/definitions",
                        "/api/explain",
                        "/api/items",
                        "/api/openapi.json",
                        "/api/rules/check",
                        "/api/scenarios",
                        "/api/summary",
                        "/api/verify");
    }
}
