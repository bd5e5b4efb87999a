package org.countsas.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.countsas.comparison.change.Comparison;
import org.countsas.output.Language;
import org.countsas.question.Budget;
import org.countsas.question.comparison.ComparisonQuestion;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.Measures;
import org.countsas.report.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What if: the laboratory on the sample of Japan. */
class LaboratoryTest {
    private static final String BASE =
            "/laboratory?base=japan-2022&set=1&on=core-defence&on=coast-guard&on=research-and-development"
                    + "&on=public-infrastructure&on=cybersecurity&on=international-cooperation";

    private static Benches.Bench bench;

    @BeforeAll
    static void start() {
        bench = Benches.start(Benches.sample());
    }

    @AfterAll
    static void stop() {
        bench.close();
        assertThat(bench.failures()).isEmpty();
    }

    private static String page(String address) throws IOException {
        Wire.Reply reply = bench.wire().get(address);
        assertThat(reply.status()).as(address).isEqualTo(200);
        return reply.text();
    }

    private static String line(String page) {
        return Pattern.compile("on one line: <code>(.*?)</code>")
                .matcher(page)
                .results()
                .map(match -> match.group(1).replace("&gt;", ">"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void without_settings_it_shows_the_definition_as_it_is() throws IOException {
        assertThat(line(page("/laboratory"))).isEqualTo("japan-2022");
        assertThat(page("/laboratory")).contains("±0.00 bn yen").doesNotContain("decided otherwise");
        assertThat(line(page(BASE))).isEqualTo("japan-2022");
    }

    @Test
    void what_is_set_gives_the_figures_that_compare_gives() throws IOException {
        String reform = "japan-2022 + shipbuilding + space + share(space=50%) + gdp(600tn)";
        Comparison comparison = new ComparisonQuestion(
                        List.of("japan-2022", reform), Measures.OF_DEFINITIONS, Benches.DAY)
                .answer(new EvaluatedBudget(Budget.read(List.of(Samples.JAPAN)), Samples.countsAs()))
                .comparison();
        String page = page(BASE + "&on=space&on=shipbuilding&share.space=50&gdp=600tn");

        assertThat(line(page)).isEqualTo(reform);
        assertThat(page)
                .contains(
                        Language.EN.amount(comparison.results().get(1).counted().central(), "JPY"))
                .contains(comparison.changes().get(0).items().size() + " items are decided otherwise");
        comparison
                .changes()
                .get(0)
                .contributions()
                .forEach(each -> assertThat(page)
                        .contains(Language.EN.amount(Math.abs(each.shapley().central()), "JPY")));
    }

    @Test
    void a_definition_in_the_address_is_taken_apart_and_put_together_again() throws IOException {
        for (String reform : List.of(
                "japan-2022 - cybersecurity",
                "japan-2022 + space + share(space=5%/7%/21%)",
                "japan-2022 + gdp(600tn)",
                "japan-2025-proposal")) {
            String address = "/laboratory?definition=" + URLEncoder.encode(reform, StandardCharsets.UTF_8);
            assertThat(line(page(address))).isEqualTo(reform);
        }
    }

    @Test
    void a_policy_moves_up_and_its_order_stands_in_the_address() throws IOException {
        Wire.Reply moved = bench.wire().get(BASE + "&up=coast-guard");

        assertThat(moved.status()).isEqualTo(303);
        String address = moved.headers().get("location");
        assertThat(address).contains("order=coast-guard%2Ccore-defence").doesNotContain("up=");
        assertThat(line(page(address))).startsWith("japan-2022 + order(coast-guard > core-defence");
    }

    @Test
    void what_cannot_be_read_is_said_and_brings_nothing_else_with_it() throws IOException {
        assertThat(page(BASE + "&share.cybersecurity=120")).contains("L003");
        assertThat(page(BASE + "&share.cybersecurity=x")).contains("L00");
        String smuggled = page(BASE + "&gdp=" + URLEncoder.encode("600tn) + space + gdp(1tn", StandardCharsets.UTF_8));
        assertThat(smuggled).contains("L001");
        assertThat(line(smuggled)).isEqualTo("japan-2022");
        assertThat(page(BASE + "&on=nothing")).contains("U009");
    }

    @Test
    void the_cheapest_way_to_each_target_is_named() throws IOException {
        assertThat(page(BASE))
                .containsPattern("no combination reaches it; [\\d,.]+ bn yen are missing with all of them");
    }
}
