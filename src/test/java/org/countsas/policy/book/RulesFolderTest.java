package org.countsas.policy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RulesFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void the_digest_is_the_same_wherever_the_folder_lies_and_whatever_it_is_called() throws IOException {
        RulesFolder given = SmallRules.complete().folder();
        RulesFolder read = RulesFolder.of(write(temporary.resolve("elsewhere"), SmallRules.complete()));
        RulesFolder named = RulesFolder.of(temporary.resolve("elsewhere"), "other");
        assertThat(read.digest())
                .isEqualTo(given.digest())
                .isEqualTo(named.digest())
                .matches("[0-9a-f]{64}");
        assertThat(read.paths()).isEqualTo(given.paths());
        assertThat(read.name()).isEqualTo(temporary.resolve("elsewhere").toString());
        assertThat(named.name()).isEqualTo("other");
    }

    @Test
    void the_digest_is_a_plain_sha_256_that_anybody_can_repeat() {
        // printf 'a.drl\n3\nxyzb.yaml\n0\n' | sha256sum
        RulesFolder folder =
                RulesFolder.of("rules", Map.of("b.yaml", new byte[0], "a.drl", "xyz".getBytes(StandardCharsets.UTF_8)));
        assertThat(folder.digest()).isEqualTo("ab7c13f1db4690784ae4ecd72dfeaf63128918cee9cb7bf0a9c0ac5b5b634871");
        // printf 'a.drl\n3\nxyz' | sha256sum
        assertThat(folder.digestOfRuleFiles())
                .isEqualTo("e824746e1e349ddc080a1e9ec22a5bba9edfd2c9d321e850bbb9f08f878e888a");
    }

    @Test
    void every_byte_and_every_name_changes_the_digest() {
        String digest = SmallRules.complete().folder().digest();
        assertThat(SmallRules.complete()
                        .with("sources.yaml", SmallRules.complete().text("sources.yaml") + " ")
                        .folder()
                        .digest())
                .isNotEqualTo(digest);
        assertThat(SmallRules.complete().with("empty.yaml", "").folder().digest())
                .isNotEqualTo(digest);
        String text = SmallRules.complete().text("sources.yaml");
        assertThat(SmallRules.complete()
                        .without("sources.yaml")
                        .with("source.yaml", text)
                        .folder()
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void only_rule_files_change_the_digest_of_rule_files() {
        String digest = SmallRules.complete().folder().digestOfRuleFiles();
        assertThat(SmallRules.complete()
                        .with("sources.yaml", "sources: {}\n")
                        .folder()
                        .digestOfRuleFiles())
                .isEqualTo(digest);
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("Other"))
                        .folder()
                        .digestOfRuleFiles())
                .isNotEqualTo(digest);
    }

    @Test
    void what_is_not_a_rule_file_is_left_alone() throws IOException {
        Path folder = write(temporary.resolve("rules"), SmallRules.complete());
        String digest = RulesFolder.of(folder).digest();
        Files.writeString(folder.resolve("README.md"), "not a rule");
        Files.createDirectories(folder.resolve("policies/deep/deeper/deepest"));
        Files.writeString(folder.resolve("policies/deep/deeper/deepest/x.drl"), "too deep to be meant");
        assertThat(RulesFolder.of(folder).digest()).isEqualTo(digest);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void a_link_out_of_the_folder_is_refused() throws IOException {
        Path folder = write(temporary.resolve("rules"), SmallRules.complete());
        Path secret = Files.writeString(temporary.resolve("secret.yaml"), "password: swordfish");
        Path link = Files.createSymbolicLink(folder.resolve("vocabulary/secret.yaml"), secret);
        assertThatThrownBy(() -> RulesFolder.of(folder))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "S016 " + link
                                + ": The file is a link that leads out of the folder of rules. Put the file itself in the folder.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void a_linked_folder_is_not_entered_and_a_link_within_the_folder_is_read() throws IOException {
        Path folder = write(temporary.resolve("rules"), SmallRules.complete());
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("more.yaml"), "vocabulary: more\nconcepts: {}\n");
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        Files.createSymbolicLink(folder.resolve("sources-again.yaml"), folder.resolve("sources.yaml"));
        assertThat(RulesFolder.of(folder).paths())
                .containsAll(SmallRules.complete().folder().paths())
                .contains("sources-again.yaml")
                .noneMatch(path -> path.startsWith("linked"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void the_folder_itself_may_be_reached_through_a_link() throws IOException {
        Path folder = write(temporary.resolve("rules"), SmallRules.complete());
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
        assertThat(RulesFolder.of(link).digest())
                .isEqualTo(SmallRules.complete().folder().digest());
    }

    @Test
    void a_folder_that_is_not_there_or_holds_no_rules_is_refused() throws IOException {
        Path missing = temporary.resolve("missing");
        assertThatThrownBy(() -> RulesFolder.of(missing))
                .isInstanceOf(ProblemException.class)
                .hasMessage("U006 " + missing
                        + ": There is no such folder of rules. Name a folder that holds policies/*.drl.");
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        assertThatThrownBy(() -> RulesFolder.of(empty))
                .isInstanceOf(ProblemException.class)
                .hasMessage("R009 " + empty
                        + ": There is no rule file (policies/*.drl). Name a folder that holds policies/*.drl.");
    }

    @Test
    void a_file_larger_than_any_rule_file_is_refused() throws IOException {
        Path folder = write(temporary.resolve("rules"), SmallRules.complete());
        Path large = Files.write(folder.resolve("vocabulary/large.yaml"), new byte[4_000_001]);
        assertThatThrownBy(() -> RulesFolder.of(folder))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "R008 " + large
                                + ": A folder of rules may hold 2000 files of at most 4000000 bytes. Remove what is not a rule.");
    }

    @Test
    void nobody_can_change_the_bytes_afterwards() {
        Map<String, byte[]> files = new TreeMap<>(SmallRules.complete().bytes());
        RulesFolder folder = RulesFolder.of("rules", files);
        String digest = folder.digest();
        files.get("sources.yaml")[0] = 'X';
        files.remove("policies/policies.yaml");
        folder.bytes("sources.yaml")[0] = 'Y';
        assertThat(folder.digest()).isEqualTo(digest);
    }

    @Test
    void texts_are_named_with_the_folder_and_sorted() {
        Problems problems = new Problems();
        assertThat(SmallRules.complete().folder().texts("policies/", ".yaml", problems))
                .containsOnlyKeys("rules/policies/policies.yaml");
        assertThat(SmallRules.complete().folder().texts("", "", problems).keySet())
                .containsExactly(
                        "rules/facilities/ports.yaml",
                        "rules/policies/policies.yaml",
                        "rules/policies/shipbuilding.drl",
                        "rules/sources.yaml",
                        "rules/vocabulary/words.yaml");
        assertThat(problems.isEmpty()).isTrue();
    }

    private static Path write(Path folder, SmallRules rules) throws IOException {
        for (Map.Entry<String, byte[]> file : rules.bytes().entrySet()) {
            Path target = folder.resolve(
                    file.getKey().replace("/", FileSystems.getDefault().getSeparator()));
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        return folder;
    }
}
