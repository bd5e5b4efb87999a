package org.countsas.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.adjudication.total.Totals;
import org.countsas.output.Language;
import org.countsas.report.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the pages, on the sample of Japan. */
class WorkbenchPagesTest {
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

    private static int rows(String page) {
        return (int)
                Pattern.compile("<td class=\"id\">").matcher(page).results().count();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void the_overview_says_what_classify_says_and_links_each_area_to_its_items() throws IOException {
        Totals totals = Totals.of(
                Samples.decisions(Samples.JAPAN, "japan-2022", Benches.DAY), Samples.definition("japan-2022"));
        String page = page("/");

        assertThat(page)
                .contains(Language.EN.amount(totals.counted().central(), "JPY"))
                .contains("low " + Language.EN.amount(totals.counted().low(), "JPY") + ", high "
                        + Language.EN.amount(totals.counted().high(), "JPY"));
        for (AreaTotal area : totals.areas()) {
            String address = "/items?outcome=counted&area=" + area.area() + "&sort=counted";
            assertThat(page).contains(address.replace("&", "&amp;"));
            assertThat(rows(page(address))).as(area.area()).isEqualTo(area.items());
        }
    }

    @Test
    void another_definition_and_a_reform_stand_in_the_address() throws IOException {
        assertThat(page("/?definition=japan-2025-proposal")).contains(">proposed</span>");
        assertThat(page("/?definition=" + encoded("japan-2022 + space"))).contains("japan-2022 + space");
        assertThat(bench.wire().get("/?definition=nothing").status()).isEqualTo(404);
        assertThat(bench.wire()
                        .get("/?definition=" + encoded("japan-2022 + nothing"))
                        .text())
                .contains("U009");
    }

    @Test
    void a_definition_in_an_address_is_never_the_name_of_a_file(@TempDir Path folder) throws IOException {
        Path reform = Files.writeString(folder.resolve("reform.yaml"), "base: japan-2022\nadd: [space]\n");

        assertThat(bench.wire()
                        .get("/?definition=" + encoded(reform.toString()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void items_are_found_by_words_of_either_language() throws IOException {
        String english = page("/items?q=satellite");
        String japanese = page("/items?q=" + encoded("衛星"));

        assertThat(rows(japanese)).isGreaterThan(3);
        assertThat(rows(english)).isGreaterThanOrEqualTo(rows(japanese));
        assertThat(page("/items?q=" + encoded("ＪＡＸＡ"))).contains(">1732<");
        assertThat(page("/items?q=" + encoded("宇宙航空 運営費"))).contains(">1732<");
        assertThat(page("/items?q=xyzzy")).contains("No item is like that.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome=review",
                "outcome=counted&strength=express",
                "basis=inferred",
                "near=1",
                "ministry=%E9%98%B2%E8%A1%9B%E7%9C%81",
                "area=cybersecurity",
                "sort=smallest",
                "sort=id",
                "year=2024&stage=initial"
            })
    void items_are_filtered_and_sorted(String query) throws IOException {
        assertThat(rows(page("/items?" + query))).isPositive();
    }

    @Test
    void an_unknown_value_is_answered_with_those_that_are_known() throws IOException {
        Wire.Reply reply = bench.wire().get("/items?sort=large");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("B006").contains("Known: amount, counted, smallest, id");
    }

    @Test
    void what_is_shown_can_be_kept_as_a_file() throws IOException {
        String query = "?q=satellite&outcome=counted&definition=japan-2025-proposal";
        int shown = rows(page("/items" + query));
        Wire.Reply csv = bench.wire().get("/items.csv" + query);
        Wire.Reply xlsx = bench.wire().get("/items.xlsx" + query);

        assertThat(csv.headers()).containsEntry("content-disposition", "attachment; filename=\"items.csv\"");
        assertThat(csv.text().lines().count()).isEqualTo(shown + 1L);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx.body()))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
    }

    @Test
    void an_item_says_what_was_found_where_and_why() throws IOException {
        String page = page("/item?id=1732");

        assertThat(page)
                .contains("COUNTED: Research and development (Related spending of other ministries)")
                .containsPattern("<mark>宇宙航空研究開発機構<span class=\"found\"> [^<]+</span></mark>")
                .contains("met:")
                .contains(
                        "countsas explain samples/japan-fy2024.csv --fiscal-year 2024 --stage initial --item &#39;1732&#39;");
        assertThat(page("/item?id=1732&changes=1")).contains("<section id=\"changes\">");
        assertThat(page("/item?id=1732&lang=ja")).contains("<html lang=\"ja\">").contains("公表された内容");
        assertThat(bench.wire().get("/item?id=17320").status()).isEqualTo(404);
    }

    @Test
    void every_link_of_the_pages_leads_somewhere() throws IOException {
        for (String address :
                List.of("/", "/?lang=ja&definition=japan-2025-proposal", "/items?q=JAXA", "/item?id=1732")) {
            Matcher links = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"").matcher(page(address));
            while (links.find()) {
                String to = links.group(1).replace("&amp;", "&");
                assertThat(bench.wire().get(to).status())
                        .as(address + " → " + to)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void text_of_strangers_stays_text(@TempDir Path folder) throws IOException {
        String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        Path table = Files.writeString(
                folder.resolve("evil.csv"),
                "id,name,ministry,purpose,fiscalYear,amount\n" + "\"" + evil.replace("\"", "\"\"") + "\",\""
                        + evil.replace("\"", "\"\"") + "\",防衛省"
                        + evil.replace("\"", "").replace(",", "") + ",\""
                        + evil.replace("\"", "\"\"") + "\",2024,1000\n");
        try (Benches.Bench hostile = Benches.start(Benches.of(table))) {
            for (String address : List.of(
                    "/",
                    "/items",
                    "/items?q=" + encoded(evil),
                    "/item?id=" + encoded(evil),
                    "/item?changes=1&id=" + encoded(evil),
                    "/item?id=" + encoded(evil + "?"),
                    "/items?sort=" + encoded(evil),
                    "/?definition=" + encoded(evil),
                    "/" + encoded(evil))) {
                String page = hostile.wire().get(address).text();
                assertThat(page)
                        .as(address)
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img")
                        .doesNotContain("\"'>");
            }
            assertThat(hostile.wire().get("/item?id=" + encoded(evil)).text()).contains("&lt;script&gt;alert(1)");
            assertThat(hostile.failures()).isEmpty();
        }
    }

    @Test
    void nothing_stands_in_a_page_that_its_policy_would_not_let_run() throws IOException {
        for (String address : List.of("/", "/items", "/item?id=1732", "/nothing")) {
            assertThat(bench.wire().get(address).text())
                    .as(address)
                    .doesNotContain("style=")
                    .doesNotContain("<style")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContain("javascript:")
                    .containsOnlyOnce("<script ");
        }
    }
}
