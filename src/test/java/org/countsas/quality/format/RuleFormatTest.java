package org.countsas.quality.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Random;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.language.RuleFormat;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.junit.jupiter.api.Test;

class RuleFormatTest {
    private static final String LAID_OUT = """
            package policies.space

            import org.countsas.policy.Facility
            import org.countsas.policy.Item

            // Counts: satellites.

            rule "A"
                @policy("space")
                @strength("rule")
                @share("100")
                @basis("inferred")
                @cite("areas")
                @because("A {name}")
                @because_ja("甲")
            when
                $item : Item( runBy("a") || names("b", "c"), !(aims("d") && cites("e")), ministry not in ("f", "g") )
                not Facility( kind == "port", $item.names(concept) )
            then
                $item.count();
            end

            // About B.
            rule "B" // of few words
                @policy("space")
                @strength("express")
                @basis("official")
                @cite("areas")
                @because("B")
                @because_ja("乙")
            when
                // why
                $item : Item(
                    // first
                    names("a"), // one
                    /* two */
                    names("b")
                    // last
                )
            then
                $item.review();
            end
            // The end.
            """;

    @Test
    void a_file_in_the_layout_stays_as_it_is() {
        assertThat(RuleFormat.format("space.drl", LAID_OUT)).isEqualTo(LAID_OUT);
    }

    @Test
    void space_and_the_order_of_annotations_and_imports_do_not_matter() {
        String other = LAID_OUT.replace(
                        "import org.countsas.policy.Facility\nimport org.countsas.policy.Item\n",
                        "import org.countsas.policy.Item;import org.countsas.policy.Facility".replace(";", ";\n")
                                + "\n")
                .replace(
                        "    @policy(\"space\")\n    @strength(\"rule\")\n",
                        "  @strength( \"rule\" )   @policy(\"space\")\n\n\n")
                .replace("runBy(\"a\") || names(\"b\", \"c\")", "runBy( \"a\" )||names(\n\"b\"  ,\"c\" )")
                .replace("!(aims", "! ( aims")
                .replace("\"e\"))", "\"e\" ) )")
                .replace("$item.count();", "$item . count ( ) ;")
                .replace("then\n    $item . count", "then $item . count");
        assertThat(other).isNotEqualTo(LAID_OUT);
        assertThat(RuleFormat.format("space.drl", other)).isEqualTo(LAID_OUT);
    }

    @Test
    void carriage_returns_and_tabs_mean_the_same_and_are_laid_out() {
        assertThat(RuleFormat.format("space.drl", LAID_OUT.replace("    ", "\t").replace("\n", "\r\n")))
                .isEqualTo(LAID_OUT);
    }

    @Test
    void any_space_between_words_leads_to_the_same_layout() {
        Random random = new Random(7);
        String plain = LAID_OUT.lines()
                .map(line -> line.replaceFirst("\\s*(//|/\\*).*", ""))
                .reduce("", (a, b) -> a + b + "\n");
        String expected = RuleFormat.format("space.drl", plain);
        for (int round = 0; round < 200; round++) {
            StringBuilder mangled = new StringBuilder();
            boolean inText = false;
            for (char c : plain.toCharArray()) {
                inText ^= c == '"';
                boolean between = !inText && "(),|&!\n ".indexOf(c) >= 0 && c != '|' && c != '&' && c != '!';
                mangled.append(c);
                if (between && random.nextInt(3) == 0) {
                    mangled.append(new String[] {" ", "\t", "\n", "\r\n", "  "}[random.nextInt(5)]);
                }
            }
            String text = mangled.toString().replaceAll("import\\s+", "import ");
            assertThat(RuleFormat.format("space.drl", text)).as(text).isEqualTo(expected);
        }
    }

    @Test
    void a_condition_too_long_for_a_line_is_broken_before_its_loosest_operators() {
        String long1 = "names(\"" + "a".repeat(60) + "\")";
        String formatted = RuleFormat.format(
                "space.drl",
                LAID_OUT.replace("runBy(\"a\") || names(\"b\", \"c\")", long1 + " || " + long1 + " && names(\"x\")"));
        assertThat(formatted).contains("        " + long1 + "\n            || " + long1 + " && names(\"x\"),\n");
        assertThat(RuleFormat.format("space.drl", formatted)).isEqualTo(formatted);
    }

    @Test
    void a_list_too_long_for_a_line_is_broken_after_commas_and_filled() {
        String a = "\"" + "a".repeat(30) + "\"";
        String values = String.join(", ", java.util.Collections.nCopies(5, a));
        String formatted = RuleFormat.format(
                "space.drl", LAID_OUT.replace("runBy(\"a\") || names(\"b\", \"c\")", "runBy(" + values + ")"));
        assertThat(formatted)
                .contains("        runBy(" + a + ", " + a + ", " + a + ",\n                " + a + ", " + a
                        + "),\n        !(aims");
        assertThat(formatted.lines()).allMatch(line -> line.length() <= 120);
        assertThat(RuleFormat.format("space.drl", formatted)).isEqualTo(formatted);
    }

    @Test
    void a_file_with_errors_is_refused() {
        assertThatThrownBy(() ->
                        RuleFormat.format("space.drl", LAID_OUT.replace("names(\"a\"), // one", "names(\"a), // one")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("R001 space.drl:35:15: The text that opens here is not closed on its line");
    }

    @Test
    void the_shipped_rules_are_in_the_layout() {
        RulesFolder.of(Path.of("rules"))
                .texts("policies/", ".drl", new Problems())
                .forEach((file, text) -> assertThat(RuleFormat.format(file, text))
                        .as(file + ": run rules fmt")
                        .isEqualTo(text));
    }
}
