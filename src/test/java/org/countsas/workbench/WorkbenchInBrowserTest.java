package org.countsas.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workbench in a real browser: people do their jobs, and nothing is cut, silent or stopped. Pictures are left in {@code target/pages}. */
class WorkbenchInBrowserTest {
    private static final Path PICTURES = Path.of("target", "pages");
    private static final List<String> PAGES = List.of(
            "/",
            "/items",
            "/item?id=1732",
            "/laboratory?definition=japan-2025-proposal",
            "/rules",
            "/rule?name=Operating%20grants%20and%20plant%20of%20institutes%20for%20dual-use%20fields",
            "/rules/edit?file=policies/space.drl",
            "/review");

    private static final String SERIOUS = """
            axe.run().then(found => found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120)).join(' ')).join('; '))""";

    @TempDir
    private static Path temporary;

    private static Benches.Bench bench;
    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        browser = Browser.in(temporary);
        bench = Benches.start(Benches.sample());
        Files.createDirectories(PICTURES);
        try (InputStream in = Objects.requireNonNull(WorkbenchInBrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        if (bench != null) {
            bench.close();
            assertThat(bench.failures()).isEmpty();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String address) throws IOException, InterruptedException {
        browser.open("http://localhost:" + bench.workbench().port() + address);
    }

    /** Each language is seen in both themes and at both widths, and so is each theme. */
    @ParameterizedTest
    @CsvSource({"en, 1440, false", "ja, 1440, true", "en, 390, true", "ja, 390, false"})
    void every_page_fits_its_window_and_has_no_serious_violation_of_accessibility(
            String language, int width, boolean dark) throws Exception {
        browser.window(width, dark);
        for (String address : PAGES) {
            String where = address + " " + language + " " + width + (dark ? " dark" : " light");
            open(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
            browser.picture(PICTURES.resolve("workbench" + where.replaceAll("[^a-z0-9]+", "-") + ".png"));
            assertThat(browser.value("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(where + ": no wider than its window")
                    .isEqualTo("true");
            assertThat(browser.complaints()).as(where).isEmpty();
            browser.value(axe + "; 0");
            assertThat(browser.value(SERIOUS)).as(where).isEmpty();
        }
    }

    @Test
    void a_journalist_finds_the_grant_of_the_space_agency_by_keyboard_and_sees_why_it_counts() throws Exception {
        browser.window(1440, false);
        open("/items");
        browser.value("document.querySelector('input[type=search]').focus()");
        browser.type("JAXA");
        browser.until("location.search.includes('q=JAXA') && !document.querySelector('.waiting')");
        assertThat(browser.value("document.getElementById('said').textContent")).contains("items of");
        browser.press("ArrowDown");
        assertThat(browser.value("document.activeElement.textContent")).contains("宇宙航空研究開発機構");
        browser.value("document.activeElement.click()");
        browser.until("location.pathname === '/item' && document.readyState === 'complete'");
        assertThat(browser.value("document.querySelector('.headline').textContent"))
                .contains("COUNTED: Research and development");
        assertThat(browser.value("document.querySelectorAll('mark').length")).isNotEqualTo("0");
        browser.until("document.querySelector('#changes li')");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void an_official_adopts_shipbuilding_and_reads_the_change_and_goes_back() throws Exception {
        browser.window(1440, false);
        open("/laboratory");
        browser.value("document.querySelector('input[value=shipbuilding]').click()");
        browser.until("document.querySelector('#result').textContent.includes('japan-2022 + shipbuilding')");
        assertThat(browser.value("document.querySelector('#result').textContent"))
                .contains("items are decided otherwise");
        assertThat(browser.value("location.search")).contains("on=shipbuilding");

        browser.value(
                "const slider = document.querySelector('input[data-for=\"share.shipbuilding\"]'); slider.value = 40;"
                        + " slider.dispatchEvent(new Event('input', {bubbles: true}))");
        browser.until("document.querySelector('#result').textContent.includes('share(shipbuilding=40%)')");
        assertThat(browser.value("document.querySelector('input[name=\"share.shipbuilding\"]').value"))
                .isEqualTo("40");

        browser.value("history.back()");
        browser.until("!location.search.includes('shipbuilding') && document.readyState === 'complete'"
                + " && !document.querySelector('#result').textContent.includes('shipbuilding')");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void somebody_who_types_a_rule_is_told_what_is_wrong_with_it_and_where() throws Exception {
        browser.window(1440, false);
        open("/rules/edit?file=policies/space.drl");
        browser.value("const area = document.querySelector('textarea'); area.setSelectionRange(0, 0); area.focus()");
        browser.type("import java.io.File;\n");
        browser.until("document.querySelector('#checked strong')");
        assertThat(browser.value("document.querySelector('#checked').textContent"))
                .containsPattern("R00\\d");
        browser.value("document.querySelector('#checked button').click()");
        assertThat(browser.value("document.activeElement === document.querySelector('textarea')"))
                .isEqualTo("true");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void text_of_strangers_runs_nothing(@TempDir Path folder) throws Exception {
        Path table = Files.writeString(
                folder.resolve("evil.csv"),
                "id,name,ministry,fiscalYear,amount\n1,<script>window.ran=1</script><img src=x onerror=window.ran=2>,防衛省,2024,1000\n");
        try (Benches.Bench hostile = Benches.start(Benches.of(table))) {
            for (String address : List.of("/", "/items?q=script", "/item?id=1", "/laboratory")) {
                browser.open("http://localhost:" + hostile.workbench().port() + address);
                assertThat(browser.value("String(window.ran)")).as(address).isEqualTo("undefined");
                assertThat(browser.complaints()).as(address).isEmpty();
            }
        }
    }
}
