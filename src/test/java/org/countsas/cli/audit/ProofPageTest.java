package org.countsas.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.cli.Console;
import org.countsas.report.Samples;
import org.countsas.report.bundle.ProofPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a third person gets by mail: one page with a decision, its reasons and its proof. */
class ProofPageTest {
    @TempDir
    private Path folder;

    private Path bundle = Path.of("");
    private Path page = Path.of("");
    private Path publicKey = Path.of("");

    @BeforeEach
    void aSignedRun() {
        Console.run("keys", "new", "--out", folder.resolve("auditor.pem"));
        publicKey = folder.resolve("auditor.pub.pem");
        bundle = folder.resolve("run.zip");
        page = folder.resolve("proof.html");
        assertThat(Console.run("classify", Samples.JAPAN, "--bundle", bundle, "--key", folder.resolve("auditor.pem"))
                        .code())
                .isZero();
    }

    @Test
    void aPageShowsTheDecisionTheReasonsAndHowToCheckIt() throws IOException {
        Console written = Console.run("prove", bundle, "--item", "5092", "--html", page);

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.out()).isEqualTo("Page written to " + page + System.lineSeparator());
        assertThat(Files.readString(page))
                .contains("戦闘機（Ｆ－３５Ａ／Ｂ）の取得", "Programmes of the Ministry of Defense", "How to check this")
                .contains("Its name must be countsas-")
                .contains("section 2.1.1 of RFC 6962")
                .doesNotContain("NOBODY SIGNED");
    }

    @Test
    void theProofIsReadFromThePageAndNothingElseOfItCounts() throws IOException {
        Console.run("prove", bundle, "--item", "5092", "--html", page, "--lang", "ja");
        Files.writeString(page, Files.readString(page).replace("戦闘機（Ｆ－３５Ａ／Ｂ）の取得", "別の事業"));

        assertThat(Console.run("verify-proof", page, "--key", publicKey).out())
                .contains("5092 戦闘機（Ｆ－３５Ａ／Ｂ）の取得", "OK: this decision about this item is one of that run");
    }

    @Test
    void aPageWithAnotherProofOrTwoOrNoneIsRefused() throws IOException {
        Console.run("prove", bundle, "--item", "5092", "--html", page);
        String text = Files.readString(page);
        String link = text.substring(text.indexOf("data:application/json;base64,"), text.indexOf("\" download"));

        isRefused(text.replace(link, link.replace("MzA5NzA0", "MzA5NzA1")), "A0");
        isRefused(text.replace(link, link + "\">" + link), "A016 " + page + ": The page does not hold one proof.");
        isRefused(text.replace(link, "#"), "A016 " + page + ": The page does not hold one proof.");
        isRefused(text.replace(link, link + "*"), "A016 " + page + ": The proof in the page is damaged.");
    }

    private void isRefused(String text, String start) throws IOException {
        Files.writeString(page, text);
        Console refused = Console.run("verify-proof", page, "--key", publicKey);
        assertThat(refused.code()).as(refused.out()).isEqualTo(1);
        assertThat(refused.err()).startsWith(start);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void thePageOfAnUnsignedRunSaysFirstThatItProvesNothing() throws IOException {
        Path unsigned = folder.resolve("unsigned");
        Console.run("classify", Samples.JAPAN, "--bundle", unsigned);
        Console.run("prove", unsigned, "--item", "5092", "--html", page);

        assertThat(Files.readString(page)).contains("NOBODY SIGNED THIS RUN");
        assertThat(Console.run("verify-proof", page, "--key", publicKey).code()).isEqualTo(1);
    }

    @Test
    void whatAProofShowsIsGivenToProgramsInTheShapeOfItsSchema() throws IOException {
        Console.run("prove", bundle, "--item", "5092", "--html", page);
        Console shown = Console.run("verify-proof", page, "--key", publicKey, "--json");

        assertThat(shown.code()).as(shown.err()).isZero();
        try (InputStream in = ProofPage.class.getResourceAsStream("proof-1.schema.json")) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            assertThat(schema.validate(shown.out(), InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(shown.out().replace("\"run\"", "\"runs\""), InputFormat.JSON))
                    .isNotEmpty();
        }
        assertThat(shown.out()).contains("\"proves\" : \"decision-of-run\"", "\"id\" : \"5092\"");
    }
}
