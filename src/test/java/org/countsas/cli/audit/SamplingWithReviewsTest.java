package org.countsas.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.cli.Console;
import org.countsas.item.BudgetItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The population is what is reported: with reviews where there are any, unless the auditor asks for the rules' own decisions. */
class SamplingWithReviewsTest {
    @TempDir
    private Path folder;

    private Path bundle = Path.of("");
    private Path key = Path.of("");
    private Path publicKey = Path.of("");

    /** Forty ports of which each counts 3,333. */
    @BeforeEach
    void writeBundleAndKey() {
        bundle = folder.resolve("run.zip");
        List<BudgetItem> items = IntStream.range(0, 40)
                .mapToObj(i -> TestRuns.item("i" + i, "The port no. " + i, 10_000))
                .toList();
        TestRuns.write(bundle, TestRuns.countsAs(), List.of("one"), TestRuns.HEADER, items, TestRuns.KEY);
        key = folder.resolve("key.pem");
        publicKey = folder.resolve("key.pub.pem");
        assertThat(Console.run("keys", "new", "--out", key).code()).isZero();
    }

    /** A person decides that an item counts as a whole; returns the receipt. */
    private String review(String item) {
        Console console = Console.run(
                "review",
                bundle,
                "--item",
                item,
                "--outcome",
                "COUNTED",
                "--area",
                "ports",
                "--share",
                "100",
                "--reason",
                "all of it is a pier",
                "--by",
                "A. Auditor",
                "--key",
                key);
        assertThat(console.code()).as(console.err()).isZero();
        return console.out().replaceFirst("(?s).*Receipt: (\\w+).*", "$1");
    }

    private Console sample(Object... more) {
        Stream<Object> always = Stream.of(
                "sample",
                bundle,
                "--tolerable",
                "10%",
                "--seed",
                "20261122",
                "--force",
                "--out",
                folder.resolve("out"));
        return Console.run(Stream.concat(always, Arrays.stream(more)).toArray());
    }

    private Console assess(Object... more) {
        return Console.run(Stream.concat(Stream.of("assess", bundle, "--worksheet", csv()), Arrays.stream(more))
                .toArray());
    }

    private Path csv() {
        return folder.resolve("out").resolve("sample.csv");
    }

    /** Fills in the worksheet as an auditor does who agrees with everything. */
    private void agree() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(csv())) {
            lines.add(line.replaceFirst(
                    ",COUNTED,ports,10000,(\\d+),(.*),,,,$", ",COUNTED,ports,10000,$1,$2,COUNTED,ports,$1,"));
        }
        Files.write(csv(), lines);
    }

    @Test
    void the_population_has_the_amounts_that_hold_and_says_so() throws IOException {
        String receipt = review("i7");

        Console console = sample("--key", publicKey);

        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .startsWith(
                        "Definition one: One, population counted: 40 items, 139,987 yen\nPopulation: decisions with 1 review, with the receipt "
                                + receipt + "\n");
        assertThat(Files.readString(csv()))
                .contains("\ndecisions,effective\nreviews,1\nlast_review," + receipt + "\n")
                .contains(
                        "i7,The port no. 7,省,COUNTED,ports,10000,10000,\"Review 1 by A. Auditor: “all of it is a pier”; before it COUNTED: COUNT by the rule “Ports”"
                                .replace("\"", ""));
        assertThat(sample("--key", publicKey, "--lang", "ja").out())
                .contains("母集団の判定：審査1件を反映した判定（審査の受領証 " + receipt + "）");
    }

    @Test
    void the_decisions_of_the_rules_are_there_for_whoever_asks() throws IOException {
        review("i7");

        Console console = sample("--decisions", "rules");

        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .startsWith(
                        "Definition one: One, population counted: 40 items, 133,320 yen\nPopulation: decisions of the rules, whatever reviews say\n");
        assertThat(Files.readString(csv()))
                .contains("\ndecisions,rules\nreviews,0\nlast_review,\n")
                .doesNotContain("Review 1");
        agree();
        Console assessed = assess();
        assertThat(assessed.code()).as(assessed.err()).isZero();
        assertThat(assessed.out()).contains("Population: decisions of the rules, whatever reviews say\n");
        assertThat(sample("--decisions", "rules", "--lang", "ja").out()).contains("母集団の判定：規則による判定（審査は反映しない）");
    }

    @Test
    void a_worksheet_is_assessed_by_the_reviews_that_there_were_when_it_was_drawn() throws IOException {
        review("i7");
        assertThat(sample("--key", publicKey).code()).isZero();
        agree();
        review("i8");
        review("i7");

        Console assessed = assess("--key", publicKey);
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(assess("--key", publicKey, "--json").out());

        assertThat(assessed.err()).isEmpty();
        assertThat(assessed.out())
                .contains(
                        "139,987 yen\nPopulation: decisions with 1 review",
                        "Reviews since the sample was drawn: 2. They are not in its population.");
        assertThat(json.path("decisions").asText()).isEqualTo("effective");
        assertThat(json.path("reviews").asInt()).isEqualTo(1);
        assertThat(json.path("wrong").asInt()).isZero();
        assertThat(json.path("bookValue").asLong()).isEqualTo(139_987);
    }

    @Test
    void a_worksheet_that_was_drawn_before_the_first_review_is_assessed_without_any() throws IOException {
        assertThat(sample().out()).contains("Population: decisions of the rules; there are no reviews\n");
        agree();
        review("i7");

        Console assessed = assess();

        assertThat(assessed.err()).isEmpty();
        assertThat(assessed.out())
                .contains(
                        "133,320 yen\nPopulation: decisions of the rules; there are no reviews\n",
                        "Reviews since the sample was drawn: 1.");
    }

    @Test
    void reviews_that_nobody_trusts_or_that_are_gone_or_torn_draw_no_sample() throws IOException {
        review("i7");
        Path reviews = folder.resolve("run.zip.reviews.jsonl");
        Path stranger = Files.writeString(
                folder.resolve("stranger.pub.pem"),
                TestRuns.STRANGER.publicHalf().pem());

        assertThat(sample().err()).startsWith("A011 " + reviews + ":1");
        assertThat(sample("--key", stranger).err()).startsWith("A010 " + reviews + ":1");
        String whole = Files.readString(reviews);
        Files.writeString(reviews, "{", StandardOpenOption.APPEND);
        assertThat(sample("--key", publicKey).err()).startsWith("H004 " + reviews + ":2");
        assertThat(folder.resolve("out")).doesNotExist();

        Files.writeString(reviews, whole);
        assertThat(sample("--key", publicKey).code()).isZero();
        agree();
        assertThat(assess().err()).startsWith("A011 " + reviews + ":1");
        Files.delete(reviews);
        Console gone = assess("--key", publicKey);
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.err()).startsWith("H003 " + reviews + ": The review with the receipt ");
    }

    @Test
    void a_worksheet_that_claims_another_basis_is_refused() throws IOException {
        review("i7");
        assertThat(sample("--key", publicKey).code()).isZero();
        agree();
        String text = Files.readString(csv());

        for (String change : List.of("decisions,rules", "decisions,people")) {
            Files.writeString(csv(), text.replace("decisions,effective", change));
            assertThat(assess("--key", publicKey).err())
                    .startsWith("W002 " + csv()
                            + ": The parameters 'decisions', 'reviews' and 'last_review' do not fit together");
        }
        Files.writeString(csv(), text.replace("reviews,1\n", "reviews,2\n"));
        assertThat(assess("--key", publicKey).err()).startsWith("W002 " + csv() + ": The parameter 'reviews' is '2'");
        Files.writeString(
                csv(),
                text.replace("decisions,effective", "decisions,rules")
                        .replace("reviews,1\n", "reviews,0\n")
                        .replaceFirst("last_review,\\w+", "last_review,"));
        assertThat(assess("--key", publicKey).code()).isEqualTo(1);
        assertThat(sample("--decisions", "mine").err())
                .startsWith("U001: 'mine' is not a valid value for --decisions. Known: effective, rules.");
    }
}
