package org.countsas.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.audit.key.KeyRing;
import org.countsas.evaluation.CompilationCache;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verification says of whole bundles, and of those that were never whole. */
class VerifierTest {
    @TempDir
    private Path folder;

    @Test
    void a_signed_bundle_is_verified_and_replayed() {
        for (String name : List.of("run", "run.zip")) {
            Path bundle = folder.resolve(name);
            Manifest manifest = TestRuns.write(bundle, TestRuns.KEY);

            Verification verification = Verifier.verify(bundle, TestRuns.TRUSTED, Replay.with(CompilationCache.none()));

            assertThat(verification.problems()).isEmpty();
            assertThat(verification.passed()).containsExactlyInAnyOrder(Check.values());
            assertThat(verification.ok()).isTrue();
            assertThat(verification.manifest()).isEqualTo(manifest);
            assertThat(verification.signedBy()).isEqualTo(TestRuns.KEY.publicHalf());
        }
    }

    @Test
    void a_run_without_items_is_a_run_all_the_same() {
        Path bundle = folder.resolve("empty.zip");
        TestRuns.write(bundle, TestRuns.countsAs(), List.of("one"), TestRuns.HEADER, List.of(), TestRuns.KEY);

        assertThat(Verifier.verify(bundle, TestRuns.TRUSTED, Replay.with(CompilationCache.none()))
                        .ok())
                .isTrue();
    }

    @Test
    void an_unsigned_bundle_is_never_verified_though_all_else_holds() {
        Path bundle = folder.resolve("run");
        TestRuns.writeUnsigned(bundle);

        Verification verification = Verifier.verify(bundle, TestRuns.TRUSTED);

        assertThat(verification.ok()).isFalse();
        assertThat(verification.passed())
                .containsExactlyInAnyOrder(Check.FILES, Check.ITEMS, Check.DECISIONS, Check.TOTALS);
        assertThat(verification.problems())
                .extracting(Problem::toString)
                .containsExactly("A009 " + bundle.resolve("checkpoint")
                        + ": It is not signed, so anybody could have written it. Ask for one that is signed.");
    }

    @Test
    void a_bundle_is_verified_by_a_key_that_its_reader_trusts_and_by_no_other() {
        Path bundle = folder.resolve("run");
        TestRuns.write(bundle, TestRuns.STRANGER);

        assertThat(refusals(bundle, TestRuns.TRUSTED))
                .singleElement()
                .asString()
                .startsWith("A010")
                .contains("signed by " + TestRuns.STRANGER + ", which is not trusted");
        assertThat(refusals(bundle, KeyRing.of())).singleElement().asString().startsWith("A011");
    }

    @Test
    void the_rules_of_the_bundle_are_read_by_the_safe_profile() throws Exception {
        // Whoever signs may put into a bundle what he wants; a reader who replays it does not run it.
        Path bundle = folder.resolve("run");
        Forgery.of(folder.resolve("honest"))
                .replace(
                        "rules/policies/ports.drl",
                        text -> text.replace("names(\"port\")", "names(\"port\"), eval(System.exit(1) == null)"))
                .signed(bundle);

        assertThat(Verifier.verify(bundle, TestRuns.TRUSTED).ok()).isTrue();
        Verification replayed = Verifier.verify(bundle, TestRuns.TRUSTED, Replay.with(CompilationCache.none()));
        assertThat(replayed.ok()).isFalse();
        assertThat(replayed.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.code().id().startsWith("R"));
    }

    @Test
    void a_replay_names_the_first_decision_that_does_not_follow() throws Exception {
        Path bundle = folder.resolve("run.zip");
        Forgery.of(folder.resolve("honest"))
                .replace("rules/policies/ports.drl", text -> text.replace("33.33", "50"))
                .signed(bundle);

        Verification replayed = Verifier.verify(bundle, TestRuns.TRUSTED, Replay.with(CompilationCache.none()));

        assertThat(replayed.passed())
                .contains(Check.SIGNATURE, Check.FILES, Check.ITEMS, Check.DECISIONS, Check.TOTALS)
                .doesNotContain(Check.REPLAY);
        assertThat(replayed.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "A014 " + bundle + "!decisions.jsonl:2: The rules decide differently about '10' under one: "
                                + "'counted.central' is 334 in the bundle and 501 when derived again. Verify with the release that wrote the bundle (countsas 1.0.0) before you conclude, then ask how it came about.");
    }

    @Test
    void the_order_of_the_items_does_not_matter() throws Exception {
        List<BudgetItem> reversed = new ArrayList<>(TestRuns.items());
        Collections.reverse(reversed);
        TestRuns.write(folder.resolve("a.zip"), TestRuns.KEY);
        TestRuns.write(
                folder.resolve("b.zip"), TestRuns.countsAs(), List.of("one"), TestRuns.HEADER, reversed, TestRuns.KEY);

        assertThat(folder.resolve("b.zip")).hasSameBinaryContentAs(folder.resolve("a.zip"));
    }

    @Test
    void what_is_no_bundle_is_refused() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "hello");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> Verifier.verify(folder.resolve("absent"), TestRuns.TRUSTED))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("U006 " + folder.resolve("absent"));
        assertThat(refusals(text, TestRuns.TRUSTED)).singleElement().asString().startsWith("A004 " + text);
        assertThat(refusals(empty, TestRuns.TRUSTED))
                .singleElement()
                .asString()
                .startsWith("A002 " + empty.resolve("manifest.json"));
    }

    @Test
    void the_report_for_people_shows_no_text_as_markup() throws Exception {
        Path bundle = folder.resolve("run");
        TestRuns.write(bundle, TestRuns.KEY);

        String page = Files.readString(bundle.resolve("report.html"), StandardCharsets.UTF_8);

        assertThat(page).contains("港の&lt;改修&gt;&quot;&amp;\\").doesNotContain("<改修>", "<script", "http");
    }

    @Test
    void the_report_for_people_has_a_sign_for_what_no_page_can_show() throws Exception {
        Path bundle = folder.resolve("run");
        List<BudgetItem> items = List.of(TestRuns.item("1", "port\u0000\u001b[31m 'x'\ty", 1_000));
        TestRuns.write(bundle, TestRuns.countsAs(), List.of("one"), TestRuns.HEADER, items, TestRuns.KEY);

        assertThat(Files.readString(bundle.resolve("report.html")))
                .contains("<td>port\uFFFD\uFFFD[31m &#39;x&#39;\ty</td>")
                .doesNotContain("\u0000", "\u001b");
    }

    @Test
    void hostile_names_stand_for_themselves_in_the_report_for_people() throws Exception {
        Path bundle = folder.resolve("run");
        List<BudgetItem> items =
                List.of(TestRuns.item("1", "port </td></script><script>alert(\"1\")</script>' ]]>", 1_000));
        TestRuns.write(bundle, TestRuns.countsAs(), List.of("one"), TestRuns.HEADER, items, TestRuns.KEY);

        assertThat(Files.readString(bundle.resolve("report.html")))
                .contains(
                        "<td>port &lt;/td&gt;&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; ]]&gt;</td>")
                .doesNotContain("<script", "</script", "]]>");
    }

    private static List<String> refusals(Path bundle, KeyRing trusted) {
        Verification verification = Verifier.verify(bundle, trusted);
        assertThat(verification.ok()).isFalse();
        return verification.problems().stream().map(Problem::toString).toList();
    }
}
