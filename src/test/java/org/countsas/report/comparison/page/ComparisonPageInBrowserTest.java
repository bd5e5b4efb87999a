package org.countsas.report.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.output.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page in a real browser: drawn, readable, accessible, printable. What it looks like is left in {@code target/pages}. */
class ComparisonPageInBrowserTest {
    private static final PageContent CONTENT =
            Pages.of(Path.of("samples", "japan-fy2024.csv"), "japan-2022", "japan-2025-proposal");
    private static final Path PICTURES = Path.of("target", "pages");

    /** Reports every text of a chart that leaves its picture or lies upon another one, and every table that leaves the page. */
    private static final String LAYOUT = """
            window.addEventListener('load', () => {
              const wrong = [];
              for (const svg of document.querySelectorAll('.chart svg')) {
                const frame = svg.getBoundingClientRect();
                const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => ({said: t.textContent, box: t.getBoundingClientRect()}));
                for (const {said, box} of texts) {
                  if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) wrong.push('cut: ' + said);
                }
                for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
                  const a = texts[i].box, b = texts[j].box;
                  const x = Math.min(a.right, b.right) - Math.max(a.left, b.left), y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                  if (x > 2 && y > 4) wrong.push('over each other: ' + texts[i].said + ' | ' + texts[j].said);
                }
              }
              if (document.documentElement.scrollWidth > window.innerWidth) wrong.push('the page is wider than the window');
              const result = document.createElement('pre');
              result.id = 'result';
              result.textContent = JSON.stringify({drawn: document.querySelectorAll('.chart svg').length, wrong});
              document.body.append(result);
            });
            """;

    private static final String ACCESSIBILITY = """
            window.addEventListener('load', () => axe.run().then(found => {
              const result = document.createElement('pre');
              result.id = 'result';
              result.textContent = JSON.stringify({
                drawn: document.querySelectorAll('.chart svg').length, passes: found.passes.length,
                wrong: found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' ')),
              });
              document.body.append(result);
            }));
            """;

    @TempDir
    private static Path temporary;

    private static Chromium browser;

    /** One profile for all tests: to make one takes the browser longer than to draw the page. */
    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.in(temporary);
        Files.createDirectories(PICTURES);
    }

    @ParameterizedTest
    @EnumSource
    void charts_are_drawn_and_no_label_is_cut_or_lies_upon_another(Language language) throws Exception {
        JsonNode result = result(browser.dom(page(language, "<script>" + LAYOUT + "</script>")));

        assertThat(result.get("drawn").intValue()).isEqualTo(5);
        assertThat(result.get("wrong")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_serious_violation_of_accessibility_is_found(Language language) throws Exception {
        JsonNode result = result(
                browser.dom(page(language, "<script>" + axe() + "</script><script>" + ACCESSIBILITY + "</script>")));

        assertThat(result.get("drawn").intValue()).isEqualTo(5);
        assertThat(result.get("passes").intValue()).isGreaterThan(10);
        assertThat(result.get("wrong")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_page_as_it_is_shipped_draws_under_its_own_policy_and_can_be_printed(Language language) throws Exception {
        Path page = write(language, ComparisonPage.of(CONTENT, language));
        Path image = PICTURES.resolve("comparison-" + language.id() + ".png");
        Path pdf = PICTURES.resolve("comparison-" + language.id() + ".pdf");

        assertThat(browser.dom(page)).contains("data-drawn=\"yes\"").contains("<svg");
        browser.screenshot(page.toAbsolutePath(), image.toAbsolutePath(), 1200, 8000);
        browser.print(page.toAbsolutePath(), pdf.toAbsolutePath());
        assertThat(Files.size(image)).isGreaterThan(50_000);
        assertThat(new String(Files.readAllBytes(pdf), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
    }

    /** The page with a test's own script, which the page's policy would not let run. */
    private Path page(Language language, String script) throws IOException {
        String page = ComparisonPage.of(CONTENT, language)
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        int end = page.lastIndexOf("</body>");
        return write(language, page.substring(0, end) + script + page.substring(end));
    }

    private Path write(Language language, String html) throws IOException {
        return Files.writeString(temporary.resolve(language.id() + ".html"), html);
    }

    private static JsonNode result(String dom) throws IOException {
        Matcher result = Pattern.compile("<pre id=\"result\">(.*?)</pre>", Pattern.DOTALL)
                .matcher(dom);
        assertThat(result.find()).as("the test's script ended").isTrue();
        String json = result.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return JsonMapper.builder().build().readTree(json);
    }

    private static String axe() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ComparisonPageInBrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
