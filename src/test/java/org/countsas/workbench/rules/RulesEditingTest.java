package org.countsas.workbench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countsas.CountsAs;
import org.countsas.question.Budget;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.report.Samples;
import org.countsas.workbench.Benches;
import org.countsas.workbench.Wire;
import org.countsas.workbench.budget.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody edits a rule: sees what would change, saves it, undoes it, and meets somebody else's edit. */
class RulesEditingTest {
    private static final String FILE = "policies/research-and-development.drl";
    private static final String ADDRESS = "/rules/edit?file=" + FILE;
    private static final String ITEM = "/api/explain?id=1732";

    @TempDir
    private static Path temporary;

    private static Path folder;
    private static Benches.Bench bench;

    @BeforeAll
    static void start() throws IOException {
        folder = copy(Path.of("rules"), temporary.resolve("rules"));
        Workspace workspace = new Workspace(
                new EvaluatedBudget(Budget.read(java.util.List.of(Samples.JAPAN)), CountsAs.load(folder)),
                "japan-2022",
                Benches.DAY);
        bench = Benches.start(workspace, false, new RuleFiles(folder, "rules"));
    }

    @AfterAll
    static void stop() {
        bench.close();
        assertThat(bench.failures()).isEmpty();
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }

    private static String field(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String form(String page, String text) {
        return "change=" + field(page, "change") + "&file=" + encoded(FILE) + "&version=" + field(page, "version")
                + "&text=" + encoded(text.replace("\n", "\r\n"));
    }

    private static String onDisk() throws IOException {
        return Files.readString(folder.resolve(FILE));
    }

    private static String draft() throws IOException {
        String draft = onDisk().replaceFirst(
                        "(rule \"Operating grants and plant of institutes for dual-use fields\"[\\s\\S]*?)names\\(\"dual-use-institute\"\\)",
                        "$1names(\"ship-of-institute\")");
        assertThat(draft).isNotEqualTo(onDisk());
        return draft;
    }

    @Test
    void what_would_change_is_shown_before_it_is_saved_and_the_save_can_be_undone() throws IOException {
        String original = onDisk();
        String page = bench.wire().get(ADDRESS).text();

        String effect = bench.wire().post("/rules/draft", form(page, draft())).text();
        assertThat(effect)
                .containsPattern("[1-9]\\d* items would be decided otherwise; the total changes by −[\\d,.]+ bn yen")
                .containsPattern("tests of rules: [1-9]\\d* fail")
                .contains("国立研究開発法人宇宙航空研究開発機構運営費交付金に必要な経費");
        assertThat(onDisk()).isEqualTo(original);

        Wire.Reply saved = bench.wire().post("/rules/save", form(page, draft()));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(onDisk()).isNotEqualTo(original).contains("names(\"ship-of-institute\")");
        assertThat(bench.wire().get(ITEM).text()).doesNotContain("\"outcome\" : \"COUNTED\"");

        String after = bench.wire().get(saved.headers().get("location")).text();
        assertThat(after)
                .contains("Saved. Everything is decided by the new rules.")
                .contains("Undo the last save");
        assertThat(bench.wire().post("/rules/save", form(after, original)).status())
                .isEqualTo(303);
        assertThat(onDisk()).isEqualTo(original);
        assertThat(bench.wire().get(ITEM).text()).contains("\"outcome\" : \"COUNTED\"");
    }

    @Test
    void somebody_who_saves_over_anothers_edit_is_shown_both_and_writes_nothing() throws IOException {
        String original = onDisk();
        String page = bench.wire().get(ADDRESS).text();
        Files.writeString(folder.resolve(FILE), original + "// theirs\n");
        try {
            Wire.Reply reply = bench.wire().post("/rules/save", form(page, original + "// mine\n"));

            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.text()).contains("B009").contains("// mine").contains("// theirs");
            assertThat(onDisk()).isEqualTo(original + "// theirs\n");
        } finally {
            Files.writeString(folder.resolve(FILE), original);
        }
    }

    @Test
    void rules_that_are_not_sound_are_not_saved_and_hostile_ones_meet_the_safe_profile() throws IOException {
        String original = onDisk();
        String page = bench.wire().get(ADDRESS).text();
        String hostile = original + "rule \"evil\" when eval(true) then System.exit(1); end\n";

        Wire.Reply reply = bench.wire().post("/rules/save", form(page, hostile));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains(">R00").contains("System.exit(1)");
        assertThat(onDisk()).isEqualTo(original);

        Wire.Reply checked = bench.wire()
                .send("POST", "/api/rules/check?file=" + FILE, java.util.List.of("Content-Type: text/plain"), hostile);
        assertThat(checked.text()).contains("\"ok\" : false").containsPattern("\"line\" : [1-9]");
        assertThat(bench.wire()
                        .send("POST", "/api/rules/check?file=" + FILE, java.util.List.of(), original)
                        .text())
                .contains("\"ok\" : true");
    }

    @Test
    void nothing_outside_the_folder_and_nothing_but_rules_is_opened_or_written() throws IOException {
        String page = bench.wire().get(ADDRESS).text();
        for (String file : java.util.List.of(
                "../secret.drl",
                "/etc/passwd",
                "policies/../../secret.drl",
                "policies/new.drl",
                "sources.yaml",
                "definitions/japan-2022.yaml",
                "")) {
            assertThat(bench.wire().get("/rules/edit?file=" + encoded(file)).status())
                    .as(file)
                    .isEqualTo(404);
            assertThat(bench.wire()
                            .post(
                                    "/rules/save",
                                    "change=" + field(page, "change") + "&version=x&text=x&file=" + encoded(file))
                            .status())
                    .as(file)
                    .isEqualTo(404);
        }
        assertThat(Files.exists(temporary.resolve("secret.drl"))).isFalse();
        assertThat(Files.exists(folder.resolve("policies").resolve("new.drl"))).isFalse();
    }

    @Test
    void a_save_without_the_token_of_the_page_is_refused() throws IOException {
        String original = onDisk();
        String page = bench.wire().get(ADDRESS).text();

        assertThat(bench.wire()
                        .post("/rules/save", form(page, original + "// x\n").replaceFirst("change=[^&]*", "change="))
                        .status())
                .isEqualTo(403);
        assertThat(onDisk()).isEqualTo(original);
    }

    @Test
    void a_rule_stands_in_words_beside_its_source_and_leads_to_its_items() throws IOException {
        String name = "Operating grants and plant of institutes for dual-use fields";
        String rules = bench.wire().get("/rules").text();
        String rule = bench.wire().get("/rule?name=" + encoded(name)).text();

        assertThat(rules).contains(name);
        assertThat(rule)
                .contains("An item counts in Research and development at 0/58.91/100 %")
                .contains("names(&quot;dual-use-institute&quot;)");
        assertThat(bench.wire().get("/items?rule=" + encoded(name)).text()).contains(">1732<");
        assertThat(bench.wire().get("/rule?name=nothing").status()).isEqualTo(404);
    }
}
