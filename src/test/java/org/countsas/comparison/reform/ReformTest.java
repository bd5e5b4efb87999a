package org.countsas.comparison.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countsas.policy.rule.Share;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line that says a reform, and reads as what it says. */
class ReformTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            japan-2022                                                                                   | japan-2022
            japan-2022+space                                                                             | japan-2022 + space
              japan-2022  +  space  -  cybersecurity                                                     | japan-2022 + space - cybersecurity
            japan-2022 + shipbuilding - research-and-development + share(public-infrastructure=10%) + gdp(600tn) | japan-2022 + shipbuilding - research-and-development + share(public-infrastructure=10%) + gdp(600tn)
            japan-2022 + share(public-infrastructure=5%..21%)                                            | japan-2022 + share(public-infrastructure=5%..21%)
            japan-2022 + share(public-infrastructure = 5/13/21)                                          | japan-2022 + share(public-infrastructure=5%..21%)
            japan-2022 + share(public-infrastructure=5%/7%/21%)                                          | japan-2022 + share(public-infrastructure=5%/7%/21%)
            japan-2022 + share(cybersecurity=0..0.05)                                                    | japan-2022 + share(cybersecurity=0%..0.05%)
            japan-2022 + space( share=50% ,block=core)                                                   | japan-2022 + space(block=core, share=50%)
            japan-2022 + space(from=japan-2025-proposal)                                                 | japan-2022 + space(from=japan-2025-proposal)
            japan-2022 + order(cybersecurity>coast-guard)                                                | japan-2022 + order(cybersecurity > coast-guard)
            japan-2022 + gdp(609.3tn)                                                                    | japan-2022 + gdp(609.3tn)
            japan-2022 + gdp(609兆3000億円)                                                              | !L001
            japan-2022 + gdp(600兆円)                                                                    | japan-2022 + gdp(600tn)
            japan-2022 + gdp(5_600_000億)                                                                | japan-2022 + gdp(560tn)
            japan-2022 + gdp(560,000,000,000,001)                                                        | japan-2022 + gdp(560000000000001)
            japan-2022　＋　space　−　cybersecurity　＋　share（space＝５０％）                             | japan-2022 + space - cybersecurity + share(space=50%)
            japan-2022 -space                                                                            | !L001
            japan-2022 + - space                                                                         | !L001
            japan-2022 +                                                                                 | !L001
            japan-2022 space                                                                             | !L001
            + space                                                                                      | !L001
            japan-2022 - space(share=5%)                                                                 | !L001
            japan-2022 + space(weight=5%)                                                                | !L001
            japan-2022 + space(share=5%, share=6%)                                                       | !L001
            japan-2022 + space(                                                                          | !L001
            japan-2022 + share(space)                                                                    | !L001
            japan-2022 + order(space)                                                                    | !L001
            japan-2022 + order(space > space)                                                            | !L001
            japan-2022 + gdp(0)                                                                          | !L001
            japan-2022 + gdp(-5tn)                                                                       | !L001
            japan-2022 + gdp(1.0000000000001tn)                                                          | !L001
            japan-2022 + gdp(99999999tn)                                                                 | !L001
            japan-2022 + share(space=120%)                                                               | !L003
            japan-2022 + share(space=-1%)                                                                | !L003
            japan-2022 + share(space=21%..5%)                                                            | !L003
            japan-2022 + share(space=1.234%)                                                             | !L003
            japan-2022 + space(share=100.01%)                                                            | !L003
            """)
    void a_line_is_read_and_written_in_one_way(String text, String written) {
        if (written.startsWith("!")) {
            assertThatThrownBy(() -> Reform.parse(text))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems())
                                    .singleElement()
                                    .satisfies(problem ->
                                            assertThat(problem.code().id()).isEqualTo(written.substring(1))));
        } else {
            assertThat(Reform.parse(text)).hasToString(written);
        }
    }

    @Example
    void what_cannot_be_read_is_shown_with_its_place() {
        assertThatThrownBy(() -> Reform.parse("japan-2022 -space"))
                .hasMessage(
                        "L001: The reform 'japan-2022 -space' cannot be read at '-space': expected ' + ' or ' - '. Write a space on both sides of a minus sign.");
        assertThatThrownBy(() -> Reform.parse("japan-2022 + share(space=120%)"))
                .hasMessage(
                        "L003: '120%' is not a share from 0 % to 100 %. Write 10%, 5%..21% or 5%/7%/21%, with at most two decimals.");
    }

    @Property
    void what_is_written_reads_as_the_same_reform(@ForAll("reforms") Reform reform) {
        assertThat(Reform.parse(reform.toString())).isEqualTo(reform);
    }

    @Provide
    static Arbitrary<Reform> reforms() {
        Arbitrary<String> ids = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("-", parts));
        Arbitrary<Share> shares = Arbitraries.integers()
                .between(0, 10_000)
                .list()
                .ofSize(3)
                .map(points -> {
                    List<Integer> sorted = points.stream().sorted().toList();
                    return new Share(sorted.get(0), sorted.get(1), sorted.get(2));
                })
                .map(share -> share.low() == share.high() ? new Share(share.low(), share.low(), share.low()) : share);
        Arbitrary<String> options = ids.injectNull(0.5);
        Arbitrary<Edit> edits = Arbitraries.oneOf(
                Combinators.combine(ids, options, shares.injectNull(0.5), options)
                        .as((policy, block, share, from) -> new Edit.Add(policy, block, share, from)),
                ids.map(Edit.Remove::new),
                Combinators.combine(ids, shares).as(Edit.SetShare::new),
                ids.list().uniqueElements().ofMinSize(2).ofMaxSize(4).map(Edit.SetOrder::new),
                Arbitraries.longs().between(1, Long.MAX_VALUE).map(Edit.SetGdp::new));
        return Combinators.combine(ids, edits.list().ofMaxSize(6)).as(Reform::new);
    }
}
