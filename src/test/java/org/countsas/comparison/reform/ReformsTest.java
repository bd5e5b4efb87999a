package org.countsas.comparison.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.countsas.definition.Adoption;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.policy.book.RuleBook;
import org.countsas.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reforms make of the project's own definitions. */
class ReformsTest {
    private static final Definitions DEFINITIONS = Samples.countsAs().definitions();
    private static final RuleBook BOOK = Samples.countsAs().rules();
    private static final Reforms REFORMS = new Reforms(DEFINITIONS, BOOK);

    @TempDir
    private Path folder;

    private static Reformed apply(String text) {
        return REFORMS.apply(Reform.parse(text));
    }

    private static String policies(Definition definition) {
        return definition.adoptions().stream().map(Adoption::policy).collect(Collectors.joining(" "));
    }

    @Test
    void a_definition_without_edits_is_that_very_definition() {
        assertThat(apply("japan-2022").definition()).isSameAs(DEFINITIONS.get("japan-2022"));
    }

    @Test
    void the_base_is_never_touched() {
        Definition before = DEFINITIONS.get("japan-2022");
        String digest = DefinitionDigest.of(before);

        apply(
                "japan-2022 + space - cybersecurity + share(coast-guard=10%) + order(public-infrastructure > core-defence) + gdp(600tn)");

        assertThat(DEFINITIONS.get("japan-2022")).isSameAs(before);
        assertThat(DefinitionDigest.of(before)).isEqualTo(digest);
    }

    @Test
    void a_policy_comes_with_block_shares_and_place_of_the_definition_that_it_is_taken_from() {
        Reformed reformed = apply("japan-2022 + space");

        assertThat(policies(reformed.definition()))
                .isEqualTo(
                        "core-defence coast-guard public-infrastructure cybersecurity international-cooperation space research-and-development");
        assertThat(reformed.definition().adoptionOf("space"))
                .contains(DEFINITIONS
                        .get("japan-2025-proposal")
                        .adoptionOf("space")
                        .orElseThrow());
        assertThat(reformed.origins()).containsExactly(new Reformed.Origin("space", "japan-2025-proposal"));
    }

    @Test
    void the_base_and_all_that_the_proposal_adds_are_the_proposal_in_whichever_order_they_are_added() {
        List<Adoption> proposal = DEFINITIONS.get("japan-2025-proposal").adoptions();

        assertThat(apply(
                                "japan-2022 + space + aviation + energy-protection + transport-protection + communications-protection + shipbuilding + disaster-prevention"
                                        + " + technology-protection")
                        .definition()
                        .adoptions())
                .isEqualTo(proposal);
        assertThat(apply(
                                "japan-2022 + technology-protection + disaster-prevention + space + shipbuilding + communications-protection + aviation + transport-protection"
                                        + " + energy-protection")
                        .definition()
                        .adoptions())
                .isEqualTo(proposal);
    }

    @Test
    void the_same_content_has_the_same_address_however_it_is_written() {
        assertThat(apply("japan-2022 + space + aviation").digest())
                .isEqualTo(apply("japan-2022 + aviation + space").digest())
                .isNotEqualTo(apply("japan-2022 + space").digest())
                .hasSize(64);
        assertThat(apply("japan-2022 + space - space").digest())
                .isNotEqualTo(DefinitionDigest.of(DEFINITIONS.get("japan-2022")));
        assertThat(apply("japan-2022 + gdp(560tn)").digest())
                .isEqualTo(DefinitionDigest.of(DEFINITIONS.get("japan-2022")));
        assertThat(apply("japan-2022 + space").definition().id())
                .isEqualTo("reform-" + apply("japan-2022 + space").digest().substring(0, 12));
    }

    @Test
    void the_canonical_form_is_as_documented() {
        assertThat(DefinitionDigest.canonical(
                        apply("us-050 - us-military + share(us-defense-related=10%..20%) + gdp(18tn)")
                                .definition()))
                .isEqualTo("""
                currency USD
                gdp 18000000000000
                block core
                block related
                policy us-atomic-energy-defense related
                policy us-defense-related related
                share 1000 1500 2000 reform
                """);
    }

    /** Before the edits sipri is nearest, after them cofog-02 would be: what sipri has is what is there. */
    @Test
    void a_block_must_be_one_of_the_definition_that_the_policy_is_really_taken_from() {
        String edits = "japan-2022 - coast-guard + civil-defence + military-aid";
        assertThat(apply(edits).origins()).last().isEqualTo(new Reformed.Origin("military-aid", "sipri"));

        assertThat(apply(edits + "(block=paramilitary)").definition().blocks())
                .extracting(Block::id)
                .contains("paramilitary");
        assertThatThrownBy(() -> apply(edits + "(block=forces)"))
                .hasMessageStartingWith("L002: There is no block 'forces' in the definition");
    }

    @Test
    void edits_are_applied_from_left_to_right() {
        Definition definition = apply(
                        "japan-2022 - cybersecurity + share(public-infrastructure=10%) + order(international-cooperation > coast-guard) + gdp(600tn)")
                .definition();

        assertThat(policies(definition))
                .isEqualTo(
                        "core-defence international-cooperation research-and-development public-infrastructure coast-guard");
        assertThat(definition.adoptionOf("public-infrastructure").orElseThrow().shares())
                .singleElement()
                .satisfies(share -> {
                    assertThat(share.rule()).isEmpty();
                    assertThat(share.share()).hasToString("10 %");
                    assertThat(share.source()).isEqualTo("reform");
                });
        assertThat(definition.gdp().orElseThrow().amount()).isEqualTo(600_000_000_000_000L);
        assertThat(definition.title().en())
                .isEqualTo(
                        "Japan, documents of 2022 - cybersecurity + share(public-infrastructure=10%) + order(international-cooperation > coast-guard) + gdp(600tn)");
        assertThat(definition.status()).isEqualTo(Definition.Status.PROPOSED);
    }

    @Test
    void a_block_and_a_share_may_be_stated() {
        Adoption adoption = apply("japan-2022 + space(block=core, share=50%)")
                .definition()
                .adoptionOf("space")
                .orElseThrow();

        assertThat(adoption.block()).isEqualTo("core");
        assertThat(adoption.shares())
                .singleElement()
                .satisfies(share -> assertThat(share.share()).hasToString("50 %"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            japan-2020                                    | U002: There is no definition 'japan-2020'. Did you mean 'japan-2022'? Known: cofog-02, japan-2022, japan-2025-proposal, nato-2025-broad, nato-core, sipri, us-050.
            japan-2022 + spac                             | U009: There is no policy 'spac'. Did you mean 'space'?
            japan-2022 - spac                             | U009: There is no policy 'spac'. Did you mean 'space'?
            japan-2022 - space                            | L002: There is no 'space' in the definition to give up. Known: coast-guard, core-defence, cybersecurity, international-cooperation, public-infrastructure, research-and-development.
            japan-2022 + share(space=5%)                  | L002: There is no 'space' in the definition to count at another share. Known: coast-guard, core-defence, cybersecurity, international-cooperation, public-infrastructure, research-and-development.
            japan-2022 + cybersecurity                    | L002: The definition already adopts 'cybersecurity'. Leave it out, or write share(cybersecurity=…) for another share.
            japan-2022 + space + space                    | L002: The definition already adopts 'space'. Leave it out, or write share(space=…) for another share.
            japan-2022 + space(from=us-050)               | L002: The definition 'us-050' does not adopt 'space'. Leave out from=.
            japan-2022 + space(block=cor)                 | L002: There is no block 'cor' in the definition. Did you mean 'core'?
            us-050 - us-military - us-atomic-energy-defense - us-defense-related | L002: Without 'us-defense-related' the definition adopts no policy, so nothing can count. Add another before it.
            """)
    void an_edit_that_has_nothing_to_change_is_refused(String text, String message) {
        assertThatThrownBy(() -> apply(text)).hasMessage(message);
    }

    @Test
    void a_file_says_the_same_as_a_line_and_may_go_on_from_another_file() throws IOException {
        Files.writeString(folder.resolve("wider.yaml"), """
                reform: japan-2022 + space
                edits:
                  - {add: aviation, share: "50", block: related}
                  - {remove: cybersecurity}
                """);
        Path file = Files.writeString(folder.resolve("widest.yaml"), """
                reform: wider.yaml
                edits:
                  - {share: "5/7/21", of: public-infrastructure}
                  - {order: [space, aviation]}
                  - {gdp: 600tn}
                """);

        assertThat(ReformReader.read(file.toString()))
                .hasToString(
                        "japan-2022 + space + aviation(block=related, share=50%) - cybersecurity + share(public-infrastructure=5%/7%/21%) + order(space > aviation) + gdp(600tn)");
    }

    @Test
    void files_that_go_on_from_each_other_in_a_circle_are_refused() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "reform: b.yaml\n");
        Files.writeString(folder.resolve("b.yaml"), "reform: a.yaml\n");

        assertThatThrownBy(() -> ReformReader.read(folder.resolve("a.yaml").toString()))
                .hasMessageContaining("L004")
                .hasMessageContaining(
                        "a.yaml: The reform begins with itself. Let one of the files begin with a definition.");
        assertThatThrownBy(() -> ReformReader.read(folder.resolve("c.yaml").toString()))
                .hasMessageContaining("U006");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "japan-2022 + 造船|japan-2022 + shipbuilding",
                "２０２２年の安保三文書による日本の定義 ＋ 造船 － サイバー安全保障|japan-2022 + shipbuilding - cybersecurity",
                "Japan, documents of 2022 + Protection of energy facilities|japan-2022 + energy-protection",
                "Japan2022+Research & development|japan-2022+Research & development",
                "japan-2022 + share(公共インフラ=10%)|japan-2022 + share(public-infrastructure=10%)",
                "japan-2022 + share(Public infrastructure = 5%..21%)|japan-2022 + share(public-infrastructure = 5%..21%)",
                "japan-2022 + order(国際協力 > Coast Guard)|japan-2022 + order(international-cooperation > coast-guard)",
                "japan-2022 + 宇宙(block=core, from=2025年に報じられた対象拡大案)|japan-2022 + space(block=core, from=japan-2025-proposal)",
                "NATOの国防支出の定義（中核） + 国防総省の軍事活動（051）|nato-core + us-military",
                "japan-2022 + Shipbuilding at 50%|japan-2022 + shipbuilding at 50%",
                "japan-2022 + 造船 = 50%|japan-2022 + shipbuilding = 50%",
                "japan-2022 + gdp(600兆円)|japan-2022 + gdp(600兆円)",
                "japan-2022 + nothing of the kind|japan-2022 + nothing of the kind"
            })
    void titles_in_either_language_and_width_stand_for_ids(String written, String plain) {
        assertThat(new ReformNames(DEFINITIONS, BOOK).plain(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "japan-2022 + shipbuilding at 50%",
                "japan-2022 + shipbuilding At 50",
                "japan-2022 + shipbuilding=50%",
                "japan-2022 + shipbuilding = ５０％"
            })
    void a_policy_at_a_share_is_added_at_that_share(String written) {
        assertThat(apply(written).expression()).isEqualTo("japan-2022 + shipbuilding(share=50%)");
    }

    @Test
    void a_policy_that_counts_already_is_answered_with_the_line_for_another_share() {
        assertThatThrownBy(() -> apply("japan-2022 + public-infrastructure at 5/7/21 %"))
                .hasMessage("L002: The definition already adopts 'public-infrastructure'."
                        + " For another share write + share(public-infrastructure=5%/7%/21%).");
    }

    @Test
    void the_reform_that_is_applied_has_ids_whatever_names_it_was_given() {
        Reform titles = new Reform("Japan, documents of 2022", List.of(new Edit.Add("造船"), new Edit.Remove("国際協力")));

        assertThat(REFORMS.apply(titles).expression())
                .isEqualTo("japan-2022 + shipbuilding - international-cooperation");
    }
}
