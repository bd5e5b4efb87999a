package org.countsas.quality.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countsas.item.Programme;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleFileText;
import org.countsas.quality.ruletest.SmallTests;
import org.countsas.report.quality.CoveragePage;
import org.junit.jupiter.api.Test;

class CoveragePageTest {
    private static final SmallTests SMALL = SmallTests.of(
            "  - {name: A ship, item: {name: 船}, expect: {outcome: counted}}\n",
            RuleFileText.named("Ships & boats")
                    .with("because", "More than <one> ship")
                    .ifItem(
                            "\n        names(\"ship\",\n            \"seafarer\"),\n        !mentions(\"seafarer\")\n    "));
    private static final Coverage BY_TESTS = CoverageMeter.ofTests(SMALL.rules(), SMALL.tests());

    @Test
    void each_condition_stands_in_its_file_with_its_coverage_in_words() {
        String html = CoveragePage.of(SMALL.book(), BY_TESTS, null, Language.EN);

        assertThat(html)
                .contains(
                        "<mark class=\"never-false\" title=\"always met: met 1, not met 0, decided 1\">names(&quot;ship&quot;,\n            &quot;seafarer&quot;)"
                                + "<span class=\"spoken\"> (always met: met 1, not met 0, decided 1)</span></mark>,");
        assertThat(html)
                .contains(
                        "!<mark class=\"never-true\" title=\"never met: met 0, not met 1, decided 1\">mentions(&quot;seafarer&quot;)");
        assertThat(html).contains("rule &quot;Ships &amp; boats&quot; <mark class=\"covered\">Fired: 1</mark>");
    }

    @Test
    void every_line_of_the_rule_files_is_there_once() {
        String html = CoveragePage.of(SMALL.book(), BY_TESTS, null, Language.EN);
        String source = SMALL.book().ruleFiles().get("rules/policies/shipbuilding.drl");
        String shown = html.substring(html.indexOf("<pre"), html.indexOf("</pre>"))
                .replaceAll("<span class=\"line\".*?</span>", "")
                .replaceAll("<span class=\"spoken\">.*?</span>", "")
                .replaceAll(" <mark class=\"[a-z-]+\">Fired: \\d+</mark>", "")
                .replaceAll("<[^>]*>", "")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");

        assertThat(shown).isEqualTo(source);
    }

    @Test
    void the_page_needs_nothing_from_elsewhere_and_runs_nothing() {
        assertThat(CoveragePage.of(SMALL.book(), BY_TESTS, null, Language.EN))
                .doesNotContain("http", "<script", "src=", "url(")
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void with_real_data_the_reader_chooses_between_two_views() {
        Coverage byData = CoverageMeter.ofProgrammes(
                SMALL.rules(), List.of(Programme.builder("1").name("車").build()), done -> {});

        String html = CoveragePage.of(SMALL.book(), BY_TESTS, byData, Language.JA);

        assertThat(html)
                .contains(
                        "<html lang=\"ja\">",
                        "id=\"by-tests\" checked",
                        "id=\"by-data\"",
                        "<pre class=\"by-data\">",
                        "一度も成立せず：".replace("：", ": "));
    }
}
