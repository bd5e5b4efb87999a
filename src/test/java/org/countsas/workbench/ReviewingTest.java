package org.countsas.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SigningKey;
import org.countsas.cli.Console;
import org.countsas.evaluation.CompilationCache;
import org.countsas.question.Budget;
import org.countsas.question.RecordedRun;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.report.Samples;
import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Binding;
import org.countsas.workbench.review.ReviewDesk;
import org.countsas.workbench.rules.RuleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People judge what the rules leave open; what the workbench records, the command line reads. */
class ReviewingTest {
    @TempDir
    private static Path folder;

    private static Path bundle;
    private static Path key;
    private static Workbench workbench;

    @BeforeAll
    static void start() {
        bundle = folder.resolve("run.zip");
        key = folder.resolve("reviewer.pem");
        assertThat(Console.run("keys", "new", "--out", key).code()).isZero();
        assertThat(Console.run("classify", Samples.JAPAN, "--definition", "japan-2022", "--bundle", bundle)
                        .code())
                .isZero();
        RecordedRun recorded = RecordedRun.read(bundle);
        Workspace workspace = new Workspace(
                new EvaluatedBudget(Budget.of(recorded.reading(), null, null), Samples.countsAs()),
                "japan-2022",
                recorded.asOf());
        workbench = Workbench.start(
                workspace,
                new Workbench.Settings(
                        Binding.local(0),
                        false,
                        "run.zip",
                        KeyRing.of(),
                        new RuleFiles(null, "rules"),
                        CompilationCache.none(),
                        new ReviewDesk(
                                bundle,
                                "japan-2022",
                                KeyRing.of(),
                                SigningKey.read(key),
                                Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC))),
                failure -> {
                    throw new AssertionError(failure);
                });
    }

    @AfterAll
    static void stop() {
        workbench.close();
    }

    private static Wire wire() {
        return new Wire(workbench.port());
    }

    private static String change() throws IOException {
        Matcher token = Pattern.compile("name=\"change\" value=\"([^\"]*)\"")
                .matcher(wire().get("/review/item?id=1732").text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Wire.Reply record(String id, int seen, String fields) throws IOException {
        return wire().post("/review/record", "change=" + change() + "&id=" + id + "&seen=" + seen + "&" + fields);
    }

    private static String open() throws IOException {
        Matcher item = Pattern.compile("<td class=\"id\">(\\d+)</td>")
                .matcher(wire().get("/review").text());
        assertThat(item.find()).isTrue();
        return item.group(1);
    }

    @Test
    void a_review_is_recorded_and_signed_as_by_the_command_and_a_second_person_sees_the_first() throws IOException {
        String id = open();
        assertThat(wire().get("/review/item?id=" + id).text()).contains("Record and sign");

        Wire.Reply first = record(id, 0, "outcome=NOT_COUNTED&reason=" + encoded("民生の事業") + "&by=" + encoded("監査 花子"));
        assertThat(first.status()).isEqualTo(303);
        assertThat(first.headers().get("location")).startsWith("/review?by=");
        assertThat(wire().get("/review").text())
                .contains("Does not count, by 監査 花子, 2026-04-02T09:00:00Z")
                .contains("With 1 reviews: counted");

        // Somebody else opened the item before that.
        Wire.Reply second = record(id, 0, "outcome=COUNTED&area=cybersecurity&reason=other&by=B");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("B009").contains("民生の事業").contains(">other</textarea>".replace(">", ""));
        assertThat(record(id, 1, "outcome=REVIEW&area=cybersecurity&share=50&reason=open+again&by=B")
                        .status())
                .isEqualTo(303);

        Console reviews = Console.run("reviews", bundle, "--key", folder.resolve("reviewer.pub.pem"));
        assertThat(reviews.code()).as(reviews.err()).isZero();
        assertThat(reviews.out()).contains("監査 花子").contains("open again");
    }

    @Test
    void what_is_no_decision_is_refused_and_what_was_typed_stays() throws IOException {
        Wire.Reply reply = record("1732", 0, "outcome=&reason=typed+words&by=A");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("H001").contains("typed words");

        assertThat(record("1732", 0, "outcome=COUNTED&area=nothing&reason=x&by=A")
                        .text())
                .contains("H001");
        assertThat(record("1732", 0, "outcome=COUNTED&area=cybersecurity&share=120&reason=x&by=A")
                        .text())
                .contains("H001");
        assertThat(record("1732", 0, "outcome=NOT_COUNTED&reason=&by=A").text()).contains("H001");
        assertThat(record("nothing", 0, "outcome=NOT_COUNTED&reason=x&by=A").status())
                .isEqualTo(404);
        assertThat(wire().post("/review/record", "id=1732&seen=0&outcome=NOT_COUNTED&reason=x&by=A")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void without_a_bundle_the_items_in_question_are_listed_and_nothing_can_be_recorded() throws IOException {
        try (Benches.Bench bench = Benches.start(Benches.sample())) {
            assertThat(bench.wire().get("/review").text()).contains("countsas classify --bundle");
            assertThat(bench.wire().get("/review/item?id=1732").status()).isEqualTo(400);
        }
        assertThat(RecordedRun.isBundle(bundle)).isTrue();
        assertThat(RecordedRun.isBundle(Samples.JAPAN)).isFalse();
        assertThat(List.of(wire().get("/").status(), wire().get("/items").status()))
                .containsOnly(200);
    }
}
