package org.countsas.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.cli.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Path bundle = Path.of("");
    private Path reviews = Path.of("");
    private Path key = Path.of("");
    private Path publicKey = Path.of("");
    private Path runKey = Path.of("");

    @BeforeEach
    void writeBundleAndKey() throws IOException {
        bundle = folder.resolve("run.zip");
        reviews = folder.resolve("run.zip.reviews.jsonl");
        TestRuns.write(bundle, TestRuns.KEY);
        key = folder.resolve("key.pem");
        publicKey = folder.resolve("key.pub.pem");
        assertThat(Console.run("keys", "new", "--out", key).code()).isZero();
        runKey = Files.writeString(
                folder.resolve("run.pub.pem"), TestRuns.KEY.publicHalf().pem());
    }

    private Console review(String item, String... more) {
        Stream<Object> always = Stream.of(
                "review",
                bundle,
                "--item",
                item,
                "--reason",
                "the plan of 2024 names it",
                "--by",
                "A. Auditor",
                "--key",
                key);
        return Console.run(Stream.concat(always, Stream.of(more)).toArray());
    }

    private Console counted(String item) {
        return review(item, "--outcome", "COUNTED", "--area", "ports", "--share", "40/50/60");
    }

    @Test
    void a_review_is_recorded_listed_and_verified() throws IOException {
        Console recorded = counted("1");

        assertThat(recorded.err()).isEmpty();
        assertThat(recorded.code()).isZero();
        assertThat(recorded.out())
                .startsWith(
                        "Review 1 recorded: item 1 under one\n  was: does not count\n  is: counts in Ports at 40/50/60 %: 500 yen\nSigned by countsas-")
                .contains("\nReceipt: ");
        assertThat(review("10", "--outcome", "not-counted", "--definition", "one")
                        .code())
                .isZero();

        Console listed = Console.run("reviews", bundle, "--key", publicKey);
        assertThat(listed.err()).isEmpty();
        assertThat(listed.out())
                .contains(
                        "Reviews: 2, of which 2 hold",
                        "2026-04-01T12:00:00Z",
                        "counts in Ports at 40/50/60 %: 500 yen",
                        "A. Auditor",
                        "the plan of 2024 names it",
                        "+166 yen");

        Console verified = Console.run("verify", bundle, "--key", runKey, "--key", publicKey);
        assertThat(verified.err()).isEmpty();
        assertThat(verified.code()).isZero();
        assertThat(verified.out())
                .contains(
                        "✓ reviews: 2, each after the one before it, signed by keys you trust, of decisions of this bundle")
                .endsWith("OK: " + bundle + System.lineSeparator());
    }

    @Test
    void the_list_is_also_told_to_programs_and_in_japanese() throws IOException {
        counted("1");

        JsonNode json = JSON.readTree(
                Console.run("reviews", bundle, "--key", publicKey, "--json").out());
        assertThat(json.path("reviews").get(0).path("counted").path("high").asLong())
                .isEqualTo(600);
        assertThat(json.path("totals")
                                .get(0)
                                .path("with")
                                .path("counted")
                                .path("central")
                                .asLong()
                        - json.path("totals")
                                .get(0)
                                .path("without")
                                .path("counted")
                                .path("central")
                                .asLong())
                .isEqualTo(500);
        assertThat(json.path("head")).isEqualTo(json.path("reviews").get(0).path("receipt"));
        assertThat(Console.run("reviews", bundle, "--key", publicKey, "--lang", "ja")
                        .out())
                .contains("審査1件（うち有効1件）", "審査後");
    }

    @Test
    void verification_fails_when_a_review_is_changed_torn_or_not_signed_by_a_key_that_is_trusted() throws IOException {
        counted("1");
        String whole = Files.readString(reviews);

        Console stranger = Console.run("verify", bundle, "--key", runKey);
        assertThat(stranger.code()).isEqualTo(1);
        assertThat(stranger.err()).startsWith("A010 " + reviews + ":1: The review is signed by countsas-");
        assertThat(stranger.out()).endsWith("NOT OK: " + bundle + System.lineSeparator());

        Files.writeString(reviews, whole.replace("A. Auditor", "B. Auditor"));
        Console changed = Console.run("verify", bundle, "--key", runKey, "--key", publicKey);
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.err()).startsWith("A010 " + reviews + ":1: The signature is not one of");

        Files.writeString(reviews, whole.substring(0, whole.length() - 1));
        Console torn = Console.run("verify", bundle, "--key", runKey, "--key", publicKey);
        assertThat(torn.code()).isEqualTo(1);
        assertThat(torn.err()).startsWith("H004 " + reviews + ":1: The last line is cut off");
    }

    @Test
    void a_torn_line_is_told_when_reviews_are_listed_and_when_one_is_made() throws IOException {
        counted("1");
        Files.writeString(reviews, "{\"area\":", StandardOpenOption.APPEND);

        Console listed = Console.run("reviews", bundle, "--key", publicKey);
        assertThat(listed.code()).isEqualTo(1);
        assertThat(listed.out()).startsWith("Reviews: 1, of which 1 hold");
        assertThat(listed.err())
                .startsWith("H004 " + reviews
                        + ":2: The last line is cut off: 8 bytes of a review that was never completed.");
        Console next = counted("10");
        assertThat(next.code()).isZero();
        assertThat(next.err())
                .startsWith("The last line of the reviews was cut off. It was moved to " + reviews + ".torn-1");
        assertThat(Console.run("reviews", bundle, "--key", publicKey).err()).isEmpty();
    }

    @Test
    void whoever_kept_a_receipt_finds_out_that_a_review_was_taken_away() throws IOException {
        String receipt = counted("1").out().replaceFirst("(?s).*Receipt: (\\w+).*", "$1");
        assertThat(Console.run("verify", bundle, "--key", runKey, "--key", publicKey, "--receipt", receipt)
                        .code())
                .isZero();
        Files.delete(reviews);

        assertThat(Console.run("verify", bundle, "--key", runKey, "--key", publicKey)
                        .code())
                .isZero();
        assertThat(Console.run("verify", bundle, "--key", runKey, "--key", publicKey, "--receipt", receipt)
                        .err())
                .startsWith("H003 " + reviews + ": The review with the receipt " + receipt + " is not here");
        assertThat(Console.run("reviews", bundle, "--key", publicKey, "--receipt", receipt)
                        .code())
                .isEqualTo(1);
        assertThat(Console.run("reviews", bundle, "--receipt", "x").code()).isEqualTo(2);
    }

    @Test
    void a_review_of_an_unknown_item_writes_nothing() {
        Console unknown = counted("4711");

        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err())
                .isEqualTo(
                        "H002: The bundle has no decision about the item '4711' under one. Use an id of the bundle's decisions.jsonl."
                                + System.lineSeparator());
        assertThat(reviews).doesNotExist();
    }

    @Test
    void a_review_that_makes_no_sense_is_misuse_and_writes_nothing() {
        for (List<String> more : List.of(
                List.of("--outcome", "MAYBE"),
                List.of("--outcome", "COUNTED"),
                List.of("--outcome", "COUNTED", "--area", "ports"),
                List.of("--outcome", "COUNTED", "--area", "airports", "--share", "100"),
                List.of("--outcome", "COUNTED", "--area", "ports", "--share", "101"),
                List.of("--outcome", "NOT_COUNTED", "--share", "5"),
                List.of("--outcome", "NOT_COUNTED", "--definition", "two"))) {
            Console console = review("10", more.toArray(String[]::new));
            assertThat(console.code()).as(more.toString()).isEqualTo(2);
            assertThat(console.errLines()).as(more.toString()).hasSize(1);
        }
        assertThat(reviews).doesNotExist();
    }

    @Test
    void a_key_that_others_may_read_signs_no_review() throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(counted("1").err()).startsWith("A013 ");
        assertThat(reviews).doesNotExist();
    }

    @Test
    void a_bundle_that_is_reached_through_a_link_is_verified_with_its_reviews() throws IOException {
        counted("1");
        Path link = Files.createSymbolicLink(folder.resolve("link"), bundle);
        assertThat(Console.run("verify", link, "--key", runKey, "--key", publicKey)
                        .out())
                .contains("✓ reviews: 1");
        assertThat(Console.run("reviews", link, "--key", publicKey).out()).startsWith("Reviews: 1");

        Files.writeString(reviews, "garbage\n");
        for (String command : List.of("verify", "reviews")) {
            assertThat(Console.run(command, link, "--key", runKey).code())
                    .as(command)
                    .isEqualTo(1);
        }
    }

    @Test
    void a_bundle_without_reviews_says_so() {
        Console console = Console.run("reviews", bundle);

        assertThat(console.code()).isZero();
        assertThat(console.out()).isEqualTo("No reviews" + System.lineSeparator());
    }
}
