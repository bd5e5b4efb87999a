package org.countsas.report.comparison.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.change.Dimension;
import org.countsas.output.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonPageTest {
    private static final Path SAMPLE = Path.of("samples", "japan-fy2024.csv");
    private static final PageContent CONTENT = Pages.of(SAMPLE, "japan-2022", "japan-2025-proposal");

    @ParameterizedTest
    @EnumSource
    void the_page_asks_the_network_for_nothing(Language language) {
        String page = withoutScripts(ComparisonPage.of(CONTENT, language));

        assertThat(page)
                .doesNotContain("src=")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("url(");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void no_script_runs_but_those_whose_digests_the_page_states() throws Exception {
        String page = ComparisonPage.of(CONTENT, Language.EN);
        Matcher script =
                Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
        List<String> digests = new ArrayList<>();
        while (script.find()) {
            digests.add("'sha256-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256")
                                    .digest(script.group(1).getBytes(StandardCharsets.UTF_8)))
                    + "'");
        }

        assertThat(digests).hasSize(2);
        assertThat(page).contains("script-src " + String.join(" ", digests) + "\"");
    }

    @Test
    void every_amount_carries_its_exact_value() {
        String page = ComparisonPage.of(CONTENT, Language.EN);
        DefinitionResult after = CONTENT.comparison().results().get(1);

        assertThat(page).contains("<data value=\"" + after.counted().central() + "\">");
        after.by(Dimension.AREA)
                .forEach(sum -> assertThat(page)
                        .contains("<data value=\"" + sum.counted().low() + "\">")
                        .contains("<data value=\"" + sum.counted().high() + "\">"));
        requireNonNull(CONTENT.scenarios())
                .contributions()
                .forEach(each -> assertThat(page)
                        .contains("<data value=\"" + each.shapley().central() + "\">"));
    }

    @Test
    void the_charts_show_the_amounts_of_the_tables() throws Exception {
        JsonNode charts = charts(ComparisonPage.of(CONTENT, Language.EN));
        DefinitionResult before = CONTENT.comparison().baseline();
        DefinitionResult after = CONTENT.comparison().results().get(1);
        JsonNode bars = charts.at("/way-0/bars");

        assertThat(bars.get(0).get("to").longValue()).isEqualTo(before.counted().central());
        assertThat(bars.get(bars.size() - 2).get("to").longValue())
                .isEqualTo(after.counted().central());
        assertThat(bars.get(bars.size() - 1).get("to").longValue())
                .isEqualTo(after.counted().central());
        assertThat(charts.at("/targets/rows/1/low").longValue())
                .isEqualTo(after.counted().low());
        long areas = 0;
        for (JsonNode series : charts.at("/areas/series")) {
            for (JsonNode value : series.get("values")) {
                areas += value.longValue();
            }
        }
        assertThat(areas).isEqualTo(after.counted().central());
        assertThat(charts.at("/frontier/high/8").longValue())
                .isEqualTo(after.counted().central());
        assertThat(charts.at("/frontier/low/0").longValue())
                .isEqualTo(before.counted().central());
    }

    @Test
    void the_machine_s_language_and_clock_change_no_byte() {
        String page = ComparisonPage.of(CONTENT, Language.JA);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(ComparisonPage.of(CONTENT, Language.JA)).isEqualTo(page);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void what_the_government_published_stands_beside_what_counts() {
        String page = ComparisonPage.of(CONTENT, Language.EN);

        assertThat(page)
                .contains("Beside what the government published: Japan, documents of 2022", "data-chart=\"published\"")
                .contains("Coast Guard: the Coast Guard&#39;s budget as it publishes it");
        assertThat(CONTENT.reconciliation()).isNotNull();
    }

    @Test
    void text_of_items_and_commands_cannot_become_markup() {
        PageContent hostile = new PageContent(
                CONTENT.comparison(),
                CONTENT.scenarios(),
                CONTENT.reconciliation(),
                CONTENT.rules(),
                "countsas compare '</code><script>alert(1)</script>'",
                "x");

        assertThat(ComparisonPage.of(hostile, Language.EN))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void hostile_names_of_items_stand_for_themselves(@TempDir Path folder) throws Exception {
        String hostile = "</script><script>alert('1')</script> ]]>";
        Path input = folder.resolve("hostile.csv");
        String sample = Files.readString(SAMPLE, StandardCharsets.UTF_8);
        Files.writeString(input, sample.replace(",一般会計,", ",一般会計," + hostile), StandardCharsets.UTF_8);
        PageContent content = Pages.of(input, "japan-2022", "japan-2025-proposal");

        assertThat(withoutScripts(ComparisonPage.of(content, Language.EN)))
                .contains("&lt;/script&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; ]]&gt;")
                .doesNotContain("<script>alert", "]]>");
        assertThat(charts(ComparisonPage.of(content, Language.EN)).has("way-0")).isTrue();
    }

    @Test
    void definitions_that_add_nothing_have_a_page_without_combinations() {
        String page = ComparisonPage.of(
                Pages.of(SAMPLE, "japan-2022", "japan-2022 - cybersecurity + share(public-infrastructure=10%)"),
                Language.EN);

        assertThat(page)
                .contains("without Cybersecurity")
                .contains("share(public-infrastructure=10%)")
                .doesNotContain("All combinations");
    }

    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)<script>.*?</script>", "");
    }

    private static JsonNode charts(String page) throws Exception {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"charts\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(data.find()).isTrue();
        return JsonMapper.builder().build().readTree(data.group(1)).get("charts");
    }
}
