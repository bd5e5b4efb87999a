package org.countsas.audit.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.policy.rule.Share;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewsTest {
    private static final Share HALF = new Share(4_000, 5_000, 6_000);

    @TempDir
    private Path folder;

    private Path path = Path.of("");
    private Bundle bundle;

    @BeforeEach
    void open() {
        path = folder.resolve("run.zip");
        TestRuns.write(path, TestRuns.KEY);
        bundle = Bundle.open(path);
    }

    @AfterEach
    void close() {
        bundle.close();
    }

    private Path file() {
        return folder.resolve("run.zip.reviews.jsonl");
    }

    private Reviewer.Recorded record(Review review, SigningKey key) {
        return new Reviewer(bundle, path).record(review, TestRuns.TIME, key);
    }

    private static Review counted(String item, Share share) {
        return new Review(item, "one", Ruling.counted("ports", share), "the plan of 2024 names it", "A. Auditor");
    }

    private static Review notCounted(String item) {
        return new Review(item, "one", Ruling.notCounted(), "港ではない", "審査 太郎");
    }

    private Reviews reviews() {
        return ReviewFile.of(path).read(bundle.manifestDigest());
    }

    private void three() {
        record(counted("1", HALF), TestRuns.KEY);
        record(notCounted("10"), TestRuns.STRANGER);
        record(counted("10", Share.WHOLE), TestRuns.KEY);
    }

    @Test
    void a_review_changes_the_effective_decision_and_never_the_original() throws IOException {
        byte[] before = Files.readAllBytes(path);

        Reviewer.Recorded recorded = record(counted("1", HALF), TestRuns.KEY);

        assertThat(recorded.original().outcome()).isEqualTo(Outcome.NOT_COUNTED);
        assertThat(recorded.effective().outcome()).isEqualTo(Outcome.COUNTED);
        assertThat(recorded.effective().block()).isEqualTo("core");
        assertThat(recorded.effective().counted()).isEqualTo(new Counted(400, 500, 600));
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void a_record_is_one_line_of_canonical_json() throws IOException {
        record(notCounted("10"), TestRuns.KEY);

        assertThat(Files.readString(file()))
                .isEqualTo("{\"area\":null,\"block\":null,\"bundle\":\"" + bundle.manifestDigest()
                        + "\",\"by\":\"審査 太郎\",\"counted\":{\"central\":0,\"high\":0,\"low\":0},"
                        + "\"decision\":\"" + leaf("10")
                        + "\",\"definition\":\"one\",\"format\":\"countsas-review\",\"item\":\"10\",\"key\":\""
                        + TestRuns.KEY + "\",\"outcome\":\"NOT_COUNTED\","
                        + "\"previous\":\"" + bundle.manifestDigest()
                        + "\",\"reason\":\"港ではない\",\"sequence\":1,\"share\":{\"central\":0,\"high\":0,\"low\":0},"
                        + "\"signature\":\"" + reviews().records().get(0).signature()
                        + "\",\"time\":\"2026-04-01T12:00:00Z\",\"version\":1}\n");
    }

    private Hash leaf(String item) {
        try (Stream<org.countsas.audit.bundle.DecisionLine> decisions = bundle.decisions()) {
            return decisions
                    .filter(line -> line.item().equals(item))
                    .map(ReviewRecord::leaf)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void the_last_review_of_an_item_holds_and_the_sums_are_told_without_and_with() {
        three();

        EffectiveDecisions effective = EffectiveDecisions.of(bundle, reviews());

        DefinitionTotals without = effective.totals().get(0).without();
        DefinitionTotals with = effective.totals().get(0).with();
        assertThat(effective.reviewed())
                .extracting(each -> each.record().sequence())
                .containsExactly(1, 3);
        // 1,001 at 33.33 % were 334; now they count in full, and half of 1,000 beside.
        assertThat(with.counted().central() - without.counted().central()).isEqualTo(1_001 - 334 + 500);
        assertThat(with.areas().get(0).items()).isEqualTo(without.areas().get(0).items() + 1);
    }

    @Test
    void a_question_that_a_person_puts_and_one_that_a_person_settles_change_what_needs_review() {
        record(
                new Review("10", "one", Ruling.question("ports", Share.WHOLE), "is it the north?", "A. Auditor"),
                TestRuns.KEY);
        DefinitionTotals open =
                EffectiveDecisions.of(bundle, reviews()).totals().get(0).with();
        assertThat(open.review().items()).isEqualTo(1);
        assertThat(open.review().high()).isEqualTo(1_001);

        record(counted("10", HALF), TestRuns.KEY);
        assertThat(EffectiveDecisions.of(bundle, reviews())
                        .totals()
                        .get(0)
                        .with()
                        .review()
                        .items())
                .isZero();
    }

    @Test
    void reviews_are_signed_by_those_who_make_them() {
        three();

        assertThatCode(() -> reviews()
                        .verifySignatures(KeyRing.of(TestRuns.KEY.publicHalf(), TestRuns.STRANGER.publicHalf())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> reviews().verifySignatures(TestRuns.TRUSTED))
                .hasMessageContaining("A010 " + file() + ":2: The review is signed by " + TestRuns.STRANGER
                        + ", which is not trusted");
        assertThatThrownBy(() -> reviews().verifySignatures(KeyRing.of())).hasMessageContaining("A011");
    }

    @Test
    void a_review_of_an_unknown_item_or_area_writes_nothing() {
        assertThatThrownBy(() -> record(notCounted("4711"), TestRuns.KEY))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "H002: The bundle has no decision about the item '4711' under one. Use an id of the bundle's decisions.jsonl.");
        assertThatThrownBy(() -> record(new Review("10", "one", Ruling.counted("port", HALF), "r", "b"), TestRuns.KEY))
                .hasMessage("H001: The definition one has no area 'port'. Did you mean 'ports'?");
        assertThat(file()).doesNotExist();
    }

    @Test
    void what_is_no_decision_cannot_be_reviewed() {
        assertThatThrownBy(() -> new Review("1", "one", new Ruling(Outcome.COUNTED, null, HALF), "r", "b"))
                .hasMessageContaining("needs an area");
        assertThatThrownBy(() -> new Review("1", "one", new Ruling(Outcome.COUNTED, "ports", Share.NOTHING), "r", "b"))
                .hasMessageContaining("needs a share above 0 %");
        assertThatThrownBy(
                        () -> new Review("1", "one", new Ruling(Outcome.NOT_COUNTED, "ports", Share.NOTHING), "r", "b"))
                .hasMessageContaining("has no area");
        assertThatThrownBy(() -> new Review("1", "one", new Ruling(Outcome.NOT_COUNTED, null, HALF), "r", "b"))
                .hasMessageContaining("has no share");
        assertThatThrownBy(() -> new Review("1", "one", Ruling.notCounted(), " ", "b"))
                .hasMessageContaining("The reason has no characters");
        assertThatThrownBy(() -> new Review("1", "one", Ruling.notCounted(), "r", "x\ny"))
                .hasMessageContaining("The name has control characters");
    }

    @Test
    void every_changed_byte_is_found() throws IOException {
        three();
        byte[] whole = Files.readAllBytes(file());
        KeyRing trusted = KeyRing.of(TestRuns.KEY.publicHalf(), TestRuns.STRANGER.publicHalf());
        int found = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file(), changed);
            try {
                Reviews reviews = reviews();
                reviews.verifyWhole();
                reviews.verifySignatures(trusted);
                EffectiveDecisions.of(bundle, reviews);
            } catch (ProblemException e) {
                found++;
            }
        }
        assertThat(found).isEqualTo(whole.length).isGreaterThan(1_500);
    }

    @Test
    void a_review_that_is_taken_out_repeated_or_moved_is_found() throws IOException {
        three();
        List<String> lines = Files.readAllLines(file());
        for (List<Integer> order :
                List.of(List.of(1, 2), List.of(0, 2), List.of(0, 0, 1, 2), List.of(1, 0, 2), List.of(0, 2, 1))) {
            Files.writeString(
                    file(), order.stream().map(i -> lines.get(i) + "\n").collect(Collectors.joining()));
            assertThatThrownBy(this::reviews)
                    .as(order.toString())
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("H003");
        }
    }

    @Test
    void a_review_taken_from_the_end_is_found_by_whoever_kept_its_receipt() throws IOException {
        three();
        Hash receipt = reviews().records().get(2).receipt();
        reviews().verifyHolds(receipt);
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), lines.get(0) + "\n" + lines.get(1) + "\n");

        assertThatThrownBy(() -> reviews().verifyHolds(receipt))
                .hasMessageContaining("H003")
                .hasMessageContaining("The review with the receipt " + receipt + " is not here");
    }

    @Test
    void the_reviews_of_another_bundle_are_refused() throws IOException {
        record(notCounted("10"), TestRuns.KEY);
        Path other = folder.resolve("other");
        TestRuns.write(
                other,
                TestRuns.countsAs(),
                List.of("one"),
                TestRuns.HEADER,
                TestRuns.items().subList(0, 3),
                TestRuns.KEY);
        Files.copy(file(), folder.resolve("other.reviews.jsonl"));
        try (Bundle opened = Bundle.open(other)) {
            assertThatThrownBy(() -> ReviewFile.of(other).read(opened.manifestDigest()))
                    .hasMessageContaining("H003")
                    .hasMessageContaining("The review belongs to another bundle");
        }
    }

    @Test
    void a_line_cut_off_at_any_byte_is_told_and_moved_aside_by_the_next_review() throws IOException {
        record(counted("1", HALF), TestRuns.KEY);
        byte[] one = Files.readAllBytes(file());
        record(notCounted("10"), TestRuns.KEY);
        byte[] two = Files.readAllBytes(file());
        Path aside = folder.resolve("run.zip.reviews.jsonl.torn-1");
        for (int length = one.length + 1; length < two.length; length++) {
            Files.write(file(), Arrays.copyOf(two, length));
            Reviews torn = reviews();
            assertThat(torn.records()).hasSize(1);
            assertThat(torn.torn()).isEqualTo(length - one.length);
            assertThatThrownBy(torn::verifyWhole)
                    .hasMessageContaining("H004 " + file() + ":2: The last line is cut off: " + torn.torn() + " bytes");

            Reviewer.Recorded recorded = record(notCounted("2"), TestRuns.KEY);

            assertThat(recorded.appended().torn()).isEqualTo(aside);
            assertThat(Files.readAllBytes(aside)).isEqualTo(Arrays.copyOfRange(two, one.length, length));
            assertThat(reviews().records())
                    .extracting(each -> each.review().item())
                    .containsExactly("1", "2");
            Files.delete(aside);
        }
    }

    @Test
    void bytes_that_were_moved_aside_are_never_overwritten() throws IOException {
        Files.writeString(file(), "{\"area\"");
        record(notCounted("10"), TestRuns.KEY);
        Files.writeString(file(), "again", java.nio.file.StandardOpenOption.APPEND);
        record(notCounted("10"), TestRuns.KEY);

        assertThat(folder.resolve("run.zip.reviews.jsonl.torn-1"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("{\"area\"");
        assertThat(folder.resolve("run.zip.reviews.jsonl.torn-2"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("again");
        assertThat(reviews().records()).hasSize(2);
    }

    @Test
    void nothing_is_appended_to_a_broken_chain() throws IOException {
        three();
        String broken = Files.readString(file()).replaceFirst("A. Auditor", "B. Auditor");
        Files.writeString(file(), broken);

        assertThatThrownBy(() -> record(notCounted("10"), TestRuns.KEY))
                .hasMessageContaining("H003 " + file() + ":2: The review does not follow from the line before it");
        assertThat(file()).content(StandardCharsets.UTF_8).isEqualTo(broken);
    }

    @Test
    void a_link_in_the_place_of_the_file_is_refused() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "");
        Files.createSymbolicLink(file(), elsewhere);

        assertThatThrownBy(() -> record(notCounted("10"), TestRuns.KEY))
                .hasMessageContaining("H003")
                .hasMessageContaining("This is not a regular file");
        assertThat(elsewhere).isEmptyFile();
    }

    @Test
    void an_area_stands_in_its_own_block_even_if_a_reviewer_signs_otherwise() throws IOException {
        forge(counted("10", HALF), "another");
        assertThatThrownBy(() -> EffectiveDecisions.of(bundle, reviews()))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("H003 " + file()
                        + ":1: The area 'ports' is in the block 'core' under one, and the review says 'another'.");
    }

    @Test
    void an_area_is_one_that_the_bundles_own_definition_adopts() throws IOException {
        for (Outcome outcome : List.of(Outcome.COUNTED, Outcome.REVIEW)) {
            forge(
                    new Review("10", "one", new Ruling(outcome, "moon", HALF), "r", "b"),
                    outcome == Outcome.COUNTED ? "core" : null);
            assertThatThrownBy(() -> EffectiveDecisions.of(bundle, reviews()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith(
                            "H003 " + file() + ":1: The definition one of the bundle's rules has no area 'moon'.");
        }
    }

    @Test
    void a_review_has_a_block_if_and_only_if_it_counts() throws IOException {
        Review question = new Review("10", "one", Ruling.question("ports", HALF), "r", "b");
        forge(question, null);
        EffectiveDecisions.of(bundle, reviews());
        forge(question, "core");
        assertThatThrownBy(this::reviews)
                .hasMessageStartingWith(
                        "H003 " + file() + ":1: This is not a review: the outcome REVIEW has no block.");
        forge(notCounted("10"), "core");
        assertThatThrownBy(this::reviews)
                .hasMessageStartingWith(
                        "H003 " + file() + ":1: This is not a review: the outcome NOT_COUNTED has no block.");
        forge(counted("10", HALF), null);
        assertThatThrownBy(this::reviews)
                .hasMessageStartingWith(
                        "H003 " + file() + ":1: This is not a review: the outcome COUNTED needs a block.");
    }

    @Test
    void a_signature_is_written_in_one_way() throws IOException {
        record(notCounted("10"), TestRuns.KEY);
        String line = Files.readString(file());
        String signature = reviews().records().get(0).signature();
        assertThat(signature).endsWith("==");
        char last = signature.charAt(85);
        for (String other : List.of(
                signature.replace("=", ""),
                signature.replace("==", "="),
                signature.substring(0, 85) + (char) (last + 1) + "==",
                signature + "\\n",
                "",
                "AAAA")) {
            Files.writeString(file(), line.replace(signature, other));
            assertThatThrownBy(this::reviews)
                    .as(other)
                    .hasMessageStartingWith(
                            "H003 " + file() + ":1: This is not a review: 'signature' is not the Base64 of 64 bytes.");
        }
    }

    @Test
    void what_is_no_review_is_said_in_words_of_the_format() throws IOException {
        record(notCounted("10"), TestRuns.KEY);
        String line = Files.readString(file());
        Files.writeString(file(), line.replace("\"outcome\":\"NOT_COUNTED\"", "\"outcome\":\"MAYBE\""));
        assertThatThrownBy(this::reviews)
                .hasMessageStartingWith("H003 " + file()
                        + ":1: This is not a review: 'outcome' is not COUNTED, NOT_COUNTED or REVIEW.");
        for (String time :
                List.of("+12026-04-01T12:00:00Z", "2026-04-01T24:00:00Z", "2026-02-30T00:00:00Z", "2026-04-01")) {
            Files.writeString(file(), line.replace("2026-04-01T12:00:00Z", time));
            assertThatThrownBy(this::reviews)
                    .as(time)
                    .hasMessageStartingWith("H003 " + file()
                            + ":1: This is not a review: 'time' is not a time such as 2026-04-01T12:00:00Z.");
        }
    }

    @Test
    void sums_that_reviews_drive_beyond_what_json_holds_are_refused() {
        Path large = folder.resolve("large");
        long most = (1L << 53) - 1;
        TestRuns.write(
                large,
                TestRuns.countsAs(),
                List.of("one"),
                TestRuns.HEADER,
                List.of(
                        TestRuns.item("1", "A school", most),
                        TestRuns.item("2", "A school", most),
                        TestRuns.item("3", "A school", -most)),
                TestRuns.KEY);
        try (Bundle opened = Bundle.open(large)) {
            for (String item : List.of("1", "2")) {
                new Reviewer(opened, large).record(counted(item, Share.WHOLE), TestRuns.TIME, TestRuns.KEY);
            }
            assertThatThrownBy(() ->
                            EffectiveDecisions.of(opened, ReviewFile.of(large).read(opened.manifestDigest())))
                    .hasMessageStartingWith(
                            "H003 " + large + ".reviews.jsonl: With the reviews a sum under one is beyond 2^53 - 1");
        }
    }

    /** Whoever has a key signs a line that the program never writes. */
    private void forge(Review review, @Nullable String block) throws IOException {
        DecisionLine decision;
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            decision = decisions
                    .filter(line -> line.item().equals(review.item()))
                    .toList()
                    .get(0);
        }
        Hash digest = bundle.manifestDigest();
        ReviewRecord record = ReviewRecord.signed(
                new ChainPosition(digest, 1, digest), TestRuns.TIME, review, decision, block, TestRuns.KEY);
        Files.write(file(), record.line());
        Files.writeString(file(), "\n", java.nio.file.StandardOpenOption.APPEND);
    }

    @Test
    void the_reviews_of_a_bundle_are_found_through_links_to_it() throws IOException {
        record(notCounted("10"), TestRuns.KEY);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), path);
        Path above = Files.createSymbolicLink(folder.resolve("above"), elsewhere);

        // As it reads, the last of these ways needs no link; as it leads, it does.
        Path other = Files.createDirectories(folder.resolve("other").resolve("inner"));
        Files.createSymbolicLink(folder.resolve("other").resolve("run.zip"), path);
        Path trap = Files.createSymbolicLink(folder.resolve("trap"), other);
        for (Path way : List.of(
                link,
                above.resolve("link"),
                above.resolve("..").resolve("run.zip"),
                elsewhere.resolve("..").resolve("run.zip"),
                trap.resolve("..").resolve("run.zip"))) {
            assertThat(ReviewFile.of(way).path()).as(way.toString()).isEqualTo(file().toRealPath());
        }
        Path beside = Files.writeString(elsewhere.resolve("link.reviews.jsonl"), "");
        assertThatThrownBy(() -> ReviewFile.of(link))
                .hasMessageStartingWith("H003 " + beside
                        + ": These reviews are beside a link to the bundle, not beside the bundle itself");
    }

    @Test
    void the_file_lies_beside_the_bundle_however_the_bundle_is_named() {
        assertThat(ReviewFile.of(Path.of("runs", "a.zip")).path()).isEqualTo(Path.of("runs", "a.zip.reviews.jsonl"));
        assertThat(ReviewFile.of(Path.of("a")).path()).isEqualTo(Path.of("a.reviews.jsonl"));
        Path here = Path.of("").toAbsolutePath();
        assertThat(ReviewFile.of(Path.of(".")).path())
                .isEqualTo(here.resolveSibling(here.getFileName() + ".reviews.jsonl"));
        assertThat(ReviewFile.of(Path.of("a", "..")).path())
                .isEqualTo(here.resolveSibling(here.getFileName() + ".reviews.jsonl"));
    }

    @Test
    void a_bundle_without_reviews_has_none() {
        assertThat(reviews().records()).isEmpty();
        assertThat(EffectiveDecisions.of(bundle, reviews()).totals())
                .allSatisfy(change -> assertThat(change.with()).isEqualTo(change.without()));
    }
}
