package org.countsas.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.countsas.item.Programme;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.countsas.vocabulary.BilingualText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    @Test
    void a_reason_is_filled_in_once_and_never_from_what_was_filled_in() {
        Rule rule = SmallRules.complete()
                .withRule(RuleFileText.named("A")
                        .with("because", "{ministry} ({bureau}) runs {name}, {other} {name")
                        .with("because_ja", "{name}は{ministry}の事業"))
                .rule();
        Programme programme = Programme.builder("1")
                .name("{ministry}")
                .ministry("{bureau}")
                .bureau("$1 \\ {name}")
                .build();
        assertThat(rule.reasonFor(programme))
                .isEqualTo(new BilingualText(
                        "{bureau} ($1 \\ {name}) runs {ministry}, {other} {name", "{ministry}は{bureau}の事業"));
    }

    @ParameterizedTest
    @CsvSource({
        "$f : Facility( kind == \"port\" && $item.names(concept) ), 船 北港, true",
        "$f : Facility( kind == \"port\" && $item.names(concept) ), 船 東空港, false",
        "$f : Facility( kind == \"port\" && $item.names(concept) ), 船, false",
        "exists Facility( $item.names(concept) ), 船 東空港, true",
        "exists Facility( $item.names(concept) ), 船, false",
        "not Facility( $item.names(concept) ), 船, true",
        "not Facility( $item.names(concept) ), 船 東空港, false",
        "not Facility( kind == \"port\" && $item.names(concept) ), 船 東空港, true",
        "not Facility( kind == \"port\" && $item.names(concept) ), 北港, false",
    })
    void a_join_holds_of_each_some_or_no_facility(String join, String name, boolean holds) {
        RuleBook book = SmallRules.complete()
                .withRule(RuleFileText.named("A").when("    $item : Item( names(\"ship\") )\n    " + join))
                .read();
        Programme programme = Programme.builder("1").name(name).build();
        Item item = new Item(programme, book.vocabulary().scanner().scan(programme));
        assertThat(book.rule("A").orElseThrow().holds(item, book.facilities())).isEqualTo(holds);
    }

    @Test
    void the_words_of_the_language_look_where_the_page_says_they_do() {
        RuleBook book = SmallRules.complete().read();
        Programme programme = Programme.builder("1")
                .ministry("海洋省")
                .bureau("North Port")
                .name("船")
                .purpose("seafarers")
                .overview("ships and ships")
                .account("海洋法")
                .majorExpense("東空港")
                .plans(java.util.List.of("南港"))
                .laws(java.util.List.of("Ministry of the Sea Act"))
                .attributes(java.util.Map.of("theme", "x"))
                .build();
        Item item = new Item(programme, book.vocabulary().scanner().scan(programme));
        assertThat(item.runBy("sea-ministry")).isTrue();
        assertThat(item.runBy("port-north")).isTrue();
        assertThat(item.runBy("ship", "sea-law")).isFalse();
        assertThat(item.names("ship")).isTrue();
        assertThat(item.names("seafarer")).isFalse();
        assertThat(item.aims("seafarer")).isTrue();
        assertThat(item.aims("sea-ministry", "sea-law", "airport-east")).isFalse();
        assertThat(item.mentions("seafarer")).isTrue();
        assertThat(item.mentions("sea-ministry", "port-north", "port-south")).isFalse();
        assertThat(item.cites("port-south")).isTrue();
        assertThat(item.cites("sea-ministry")).isTrue();
        assertThat(item.cites("ship")).isFalse();
        assertThat(item.fundedBy("sea-law")).isTrue();
        assertThat(item.fundedBy("airport-east")).isTrue();
        assertThat(item.fundedBy("ship")).isFalse();
        assertThat(item.mentionCount("ship")).isEqualTo(3);
        assertThat(item.mentionCount("ship", "seafarer")).isEqualTo(4);
        assertThat(item.mentionCount("sea-law")).isZero();
        assertThat(item.attribute("theme")).isEqualTo("x");
        assertThat(item.attribute("none")).isEmpty();
    }
}
