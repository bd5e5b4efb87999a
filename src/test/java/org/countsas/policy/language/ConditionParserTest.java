package org.countsas.policy.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.countsas.policy.Condition;
import org.countsas.policy.Condition.All;
import org.countsas.policy.Condition.Any;
import org.countsas.policy.Condition.AttributeIs;
import org.countsas.policy.Condition.FacilityKindIs;
import org.countsas.policy.Condition.FacilityMentioned;
import org.countsas.policy.Condition.Mentioned;
import org.countsas.policy.Condition.MentionedOften;
import org.countsas.policy.Condition.Not;
import org.countsas.policy.Condition.PropertyIs;
import org.countsas.policy.Condition.Source;
import org.countsas.policy.Property;
import org.countsas.policy.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionParserTest {

    @ParameterizedTest
    @EnumSource(Verb.class)
    void a_verb_asks_for_any_of_its_concepts(Verb verb) {
        String text = verb.word() + "(\"a\", \"b-c\")";
        assertThat(item(text)).isEqualTo(new Mentioned(verb, List.of("a", "b-c"), new Source(text, 1, 1)));
    }

    @ParameterizedTest
    @EnumSource(Property.class)
    void a_property_is_compared_with_one_text(Property property) {
        String text = property.word() + " == \"国土交通省　海上保安庁\"";
        assertThat(item(text)).isEqualTo(new PropertyIs(property, List.of("国土交通省　海上保安庁"), new Source(text, 1, 1)));
    }

    @Test
    void a_comparison_may_be_of_one_text_or_of_several_and_each_may_be_denied() {
        assertThat(item("ministry in (\"a\", \"b\")"))
                .isEqualTo(new PropertyIs(
                        Property.MINISTRY, List.of("a", "b"), new Source("ministry in (\"a\", \"b\")", 1, 1)));
        assertThat(item("ministry != \"a\""))
                .isEqualTo(
                        denied(new PropertyIs(Property.MINISTRY, List.of("a"), new Source("ministry != \"a\"", 1, 1))));
        assertThat(item("ministry not in (\"a\",\"b\")"))
                .isEqualTo(denied(new PropertyIs(
                        Property.MINISTRY, List.of("a", "b"), new Source("ministry not in (\"a\",\"b\")", 1, 1))));
    }

    @Test
    void an_attribute_is_compared_like_a_property() {
        assertThat(item("attribute(\"theme\") == \"\""))
                .isEqualTo(new AttributeIs("theme", List.of(""), new Source("attribute(\"theme\") == \"\"", 1, 1)));
        assertThat(item("attribute(\"theme\") not in (\"x\")"))
                .isEqualTo(denied(new AttributeIs(
                        "theme", List.of("x"), new Source("attribute(\"theme\") not in (\"x\")", 1, 1))));
    }

    @Test
    void mentions_may_be_counted() {
        assertThat(item("mentionCount(\"a\", \"b\") >= 12"))
                .isEqualTo(new MentionedOften(
                        List.of("a", "b"), 12, new Source("mentionCount(\"a\", \"b\") >= 12", 1, 1)));
        assertThat(item("mentionCount(\"a\")>=9999"))
                .isEqualTo(new MentionedOften(List.of("a"), 9999, new Source("mentionCount(\"a\")>=9999", 1, 1)));
    }

    @Test
    void a_facility_is_known_by_its_kind_and_by_what_the_item_mentions() {
        assertThat(facility("kind in (\"port\", \"airport\")"))
                .isEqualTo(new FacilityKindIs(
                        List.of("port", "airport"), new Source("kind in (\"port\", \"airport\")", 1, 1)));
        assertThat(facility("$item.names(concept)"))
                .isEqualTo(new FacilityMentioned(Verb.NAMES, new Source("$item.names(concept)", 1, 1)));
        assertThat(facility("!$item.cites( concept )"))
                .isEqualTo(new Not(
                        new FacilityMentioned(Verb.CITES, new Source("$item.cites( concept )", 1, 2)),
                        new Source("!$item.cites( concept )", 1, 1)));
    }

    @Test
    void not_binds_more_tightly_than_and_and_and_more_tightly_than_or() {
        assertThat(item("!names(\"a\") && names(\"b\") || names(\"c\") && names(\"d\")"))
                .isEqualTo(new Any(
                        List.of(
                                new All(
                                        List.of(
                                                new Not(names("a", 1, 2), new Source("!names(\"a\")", 1, 1)),
                                                names("b", 1, 16)),
                                        new Source("!names(\"a\") && names(\"b\")", 1, 1)),
                                new All(
                                        List.of(names("c", 1, 30), names("d", 1, 44)),
                                        new Source("names(\"c\") && names(\"d\")", 1, 30))),
                        new Source("!names(\"a\") && names(\"b\") || names(\"c\") && names(\"d\")", 1, 1)));
    }

    @Test
    void parentheses_change_the_order_and_leave_no_trace() {
        assertThat(item("names(\"a\") && (names(\"b\") || names(\"c\"))"))
                .isEqualTo(new All(
                        List.of(
                                names("a", 1, 1),
                                new Any(
                                        List.of(names("b", 1, 16), names("c", 1, 30)),
                                        new Source("names(\"b\") || names(\"c\")", 1, 16))),
                        new Source("names(\"a\") && (names(\"b\") || names(\"c\"))", 1, 1)));
        assertThat(item("((names(\"a\")))")).isEqualTo(names("a", 1, 3));
        assertThat(item("!(names(\"a\"))")).isEqualTo(new Not(names("a", 1, 3), new Source("!(names(\"a\"))", 1, 1)));
    }

    @Test
    void several_of_one_kind_stand_in_one_list_in_the_order_of_the_text() {
        assertThat(item("names(\"a\") || names(\"b\") || names(\"c\")"))
                .isInstanceOfSatisfying(
                        Any.class,
                        any -> assertThat(any.parts())
                                .containsExactly(names("a", 1, 1), names("b", 1, 15), names("c", 1, 29)));
        assertThat(item("names(\"a\") && names(\"b\") && names(\"c\")"))
                .isInstanceOfSatisfying(
                        All.class,
                        all -> assertThat(all.parts())
                                .containsExactly(names("a", 1, 1), names("b", 1, 15), names("c", 1, 29)));
    }

    @Test
    void a_place_is_counted_in_the_file_and_not_in_the_condition() {
        String text = "first line\n  second: names(\n\t\"a\",\r\n\t\"b\" ) end";
        int start = text.indexOf("names");
        Condition condition = condition(new SourceText("f.drl", text), start, text.indexOf(" end"), null);
        assertThat(condition)
                .isEqualTo(new Mentioned(
                        Verb.NAMES, List.of("a", "b"), new Source("names(\n\t\"a\",\r\n\t\"b\" )", 2, 11)));
    }

    @Test
    void a_column_counts_utf_16_units_as_editors_do() {
        assertThat(item("ministry != \"𠮷\" && names(\"a\")"))
                .isInstanceOfSatisfying(
                        All.class, all -> assertThat(all.parts().get(1)).isEqualTo(names("a", 1, 21)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1:1  | ``                                  | Expected a condition, found the end",
                "1:1  | `Names(\"a\")`                      | 'Names' is not part of the rule language",
                "1:1  | `name == \"a\"`                     | 'name' is not part of the rule language",
                "1:1  | `amount >= 3`                       | 'amount' is not part of the rule language",
                "1:1  | `id == \"1\"`                       | 'id' is not part of the rule language",
                "1:6  | `names`                             | Expected '(', found the end",
                "1:7  | `names()`                           | Expected a text in double quotes, found ')'",
                "1:10 | `names(\"a\"`                       | Expected ')', found the end",
                "1:11 | `names(\"a\",)`                     | Expected a text in double quotes, found ')'",
                "1:11 | `names(\"a\" \"b\")`                | Expected ')', found 'b'",
                "1:7  | `names(a)`                          | Expected a text in double quotes, found 'a'",
                "1:12 | `names(\"a\") names(\"b\")`         | 'names' cannot stand here",
                "1:11 | `names(\"a\"))`                     | ')' cannot stand here",
                "1:14 | `names(\"a\") &&`                   | Expected a condition, found the end",
                "1:12 | `names(\"a\") & names(\"b\")`       | '&' is not part of the rule language",
                "1:12 | `names(\"a\") | names(\"b\")`       | `'|' is not part of the rule language`",
                "1:12 | `names(\"a\") and names(\"b\")`     | 'and' cannot stand here",
                "1:12 | `names(\"a\") == true`              | '==' cannot stand here",
                "1:1  | `\"a\" == ministry`                 | Expected a condition, found 'a'",
                "1:9  | `ministry`                          | Expected a comparison after 'ministry'",
                "1:10 | `ministry > \"a\"`                  | '>' is not part of the rule language",
                "1:10 | `ministry >= \"a\"`                 | Expected a comparison after 'ministry'",
                "1:13 | `ministry == 3`                     | Expected a text in double quotes, found '3'",
                "1:13 | `ministry == null`                  | Expected a text in double quotes, found 'null'",
                "1:13 | `ministry in \"a\"`                 | Expected '(', found 'a'",
                "1:14 | `ministry not \"a\"`                | Expected a comparison after 'ministry'",
                "1:9  | `ministry.length == 3`              | Expected a comparison after 'ministry'",
                "1:19 | `mentionCount(\"a\") > 3`           | '>' is not part of the rule language",
                "1:19 | `mentionCount(\"a\") == 3`          | Expected '>=', found '=='",
                "1:22 | `mentionCount(\"a\") >= 0`          | Expected a whole number after 'mentionCount(…) >='",
                "1:22 | `mentionCount(\"a\") >= 010`        | Expected a whole number after 'mentionCount(…) >='",
                "1:22 | `mentionCount(\"a\") >= 12345`      | Expected a whole number after 'mentionCount(…) >='",
                "1:22 | `mentionCount(\"a\") >= -1`         | '-' is not part of the rule language",
                "1:18 | `mentionCount(\"a\")`               | Expected '>=', found the end",
                "1:1  | `attribute(\"a\", \"b\") == \"c\"`  | 'attribute' takes one key",
                "1:1  | `!ministry == \"a\"`                | '!' before a comparison",
                "1:1  | `!mentionCount(\"a\") >= 2`         | '!' before a comparison",
                "1:1  | `!attribute(\"a\") == \"b\"`        | '!' before a comparison",
                "1:2  | `!!ministry in (\"a\")`             | '!' before a comparison",
                "1:9  | `names(\"a\\n\")`                   | A backslash in a text",
                "1:7  | `names(\"a)`                        | The text that opens here is not closed",
                "1:12 | `names(\"a\") /* x */`              | A comment inside a condition",
                "1:12 | `names(\"a\") // x`                 | A comment inside a condition",
                "1:6  | `names（\"a\")`                      | '（' (U+FF08, FULLWIDTH LEFT PARENTHESIS) is not part of the rule language",
                "1:11 | `names(\"a\")　`                     | A full-width space (U+3000) is not part of the rule language",
                "1:1  | `ｎames(\"a\")`                      | 'ｎ' (U+FF4E, FULLWIDTH LATIN SMALL LETTER N) is not part of the rule language",
            })
    void refuses_what_the_language_does_not_have(String place, String text, String reason) {
        assertThat(refusal(text, null)).isEqualTo(place + " " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1:1  | `names(\"a\")`                      | 'names' is not part of the rule language for facilities",
                "1:1  | `concept == \"a\"`                  | 'concept' is not part of the rule language for facilities",
                "1:1  | `$other.names(concept)`             | '$other' is not part of the rule language for facilities",
                "1:6  | `$item`                             | Expected '.', found the end",
                "1:7  | `$item.getClass()`                  | 'getClass' is not part of the rule language",
                "1:13 | `$item.names(\"concept\")`          | A facility is found by its concept",
                "1:13 | `$item.names(kind)`                 | A facility is found by its concept",
                "1:20 | `$item.names(concept, \"a\")`       | Expected ')', found ','",
                "1:1  | `!kind == \"port\"`                 | '!' before a comparison",
            })
    void refuses_what_the_language_does_not_have_for_facilities(String place, String text, String reason) {
        assertThat(refusal(text, "$item")).isEqualTo(place + " " + reason);
    }

    @Test
    void suggests_the_word_that_was_probably_meant() {
        SourceText source = new SourceText("f.drl", "mention(\"a\")");
        ConditionTokens.Refusal refusal = catchThrowableOfType(
                ConditionTokens.Refusal.class,
                () -> ConditionParser.onItem(source, 0, source.text().length()));
        assertThat(refusal.problem())
                .hasToString("R002 f.drl:1:1: 'mention' is not part of the rule language. Did you mean 'mentions'?");
    }

    @Test
    void conditions_may_be_nested_eight_deep_and_no_deeper() {
        assertThat(item("(".repeat(7) + "names(\"a\")" + ")".repeat(7))).isEqualTo(names("a", 1, 8));
        assertThat(refusal("(".repeat(8) + "names(\"a\")" + ")".repeat(8), null))
                .isEqualTo("1:9 Conditions are nested more than 8 deep");
        assertThat(refusal("!".repeat(100_000) + "names(\"a\")", null))
                .isEqualTo("1:9 Conditions are nested more than 8 deep");
    }

    @Test
    void one_condition_may_hold_two_hundred_values_and_no_more() {
        assertThat(item("names(" + "\"a\", ".repeat(199) + "\"b\")"))
                .isInstanceOfSatisfying(
                        Mentioned.class,
                        mentioned -> assertThat(mentioned.concepts()).hasSize(200));
        assertThat(refusal("names(" + "\"a\", ".repeat(200) + "\"b\")", null))
                .isEqualTo("1:1010 More than 200 values in one condition");
    }

    private static Condition item(String text) {
        return condition(new SourceText("f.drl", text), 0, text.length(), null);
    }

    private static Condition facility(String text) {
        return condition(new SourceText("f.drl", text), 0, text.length(), "$item");
    }

    private static Condition condition(SourceText source, int start, int end, String item) {
        try {
            return item == null
                    ? ConditionParser.onItem(source, start, end)
                    : ConditionParser.onFacility(source, start, end, item);
        } catch (ConditionTokens.Refusal refusal) {
            return fail("refused: " + refusal.problem());
        }
    }

    private static String refusal(String text, String item) {
        SourceText source = new SourceText("f.drl", text);
        ConditionTokens.Refusal refusal = catchThrowableOfType(ConditionTokens.Refusal.class, () -> {
            if (item == null) {
                ConditionParser.onItem(source, 0, text.length());
            } else {
                ConditionParser.onFacility(source, 0, text.length(), item);
            }
        });
        assertThat(refusal).as("accepted, and must not be: " + text).isNotNull();
        return refusal.problem().place().line() + ":"
                + refusal.problem().place().column() + " " + refusal.problem().reason();
    }

    private static Condition names(String concept, int line, int column) {
        return new Mentioned(Verb.NAMES, List.of(concept), new Source("names(\"" + concept + "\")", line, column));
    }

    private static Condition denied(Condition condition) {
        return new Not(condition, condition.source());
    }
}
