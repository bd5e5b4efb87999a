package org.countsas.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.countsas.output.Language;
import org.countsas.report.explanation.ExplanationDocument.Line;
import org.countsas.report.explanation.ExplanationDocument.Mark;
import org.countsas.report.explanation.ExplanationDocument.Section;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ExplanationPageTest {
    private static final ExplanationDocument DOCUMENT = new ExplanationDocument(
            "Item <1> & \"x\" 'y'",
            Language.JA,
            List.of(new Section(
                    "<script>alert(1)</script>",
                    List.of(new Line(Mark.NOT_MET, "名前に<b>", List.of(new Line(Mark.NOTE, "a & b", List.of())))))));

    @Test
    void publishedTextCannotBecomeMarkup() throws Exception {
        String html = ExplanationPage.of(DOCUMENT);

        assertThat(html)
                .doesNotContain("<script", "<b>")
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "Item &lt;1&gt; &amp; &quot;x&quot; &#39;y&#39;",
                        "名前に&lt;b&gt;");
        String body = html.substring(html.indexOf("<main>"), html.indexOf("</main>") + "</main>".length());
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(body)))
                        .getElementsByTagName("li")
                        .getLength())
                .isEqualTo(2);
    }

    @Test
    void thePageNamesItsLanguageNeedsNoNetworkAndFitsDarkScreensAndPaper() {
        String html = ExplanationPage.of(DOCUMENT);

        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"ja\">")
                .contains(
                        "<meta charset=\"utf-8\">",
                        "prefers-color-scheme: dark",
                        "@media print",
                        "default-src 'none'",
                        "不成立：");
        assertThat(html).doesNotContain("http://", "https://", "src=", "url(", "@import");
    }
}
