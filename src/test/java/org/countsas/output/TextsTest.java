package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    @Test
    void a_text_is_found_beside_the_class_that_asks_for_it() {
        assertThat(Texts.of(Language.class, Language.EN).text("table.sum")).isEqualTo("Sum");
        assertThat(Texts.of(Language.class, Language.JA).text("table.sum")).isEqualTo("計");
        assertThat(Texts.of(Language.class, Language.JA).has("table.product")).isFalse();
        assertThatThrownBy(() -> Texts.of(Language.class, Language.JA).text("table.product"))
                .isInstanceOf(MissingResourceException.class);
    }

    @ParameterizedTest
    @MethodSource
    void texts_bear_the_name_of_their_package(Path file) {
        assertThat(file.getFileName().toString().replace("_ja.", "."))
                .isEqualTo(file.getParent().getFileName() + ".properties");
    }

    static List<Path> texts_bear_the_name_of_their_package() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".properties")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource
    void both_languages_say_the_same_with_the_same_slots(Path file) throws IOException {
        Properties english = read(file);
        Properties japanese = read(Path.of(file.toString().replace(".properties", "_ja.properties")));

        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(slots(japanese.getProperty(key)))
                        .as(key)
                        .isEqualTo(slots(english.getProperty(key))));
    }

    static List<Path> both_languages_say_the_same_with_the_same_slots() throws IOException {
        return texts_bear_the_name_of_their_package().stream()
                .filter(file -> !file.toString().endsWith("_ja.properties"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("texts_bear_the_name_of_their_package")
    void apostrophes_are_doubled_where_there_are_slots_and_nowhere_else(Path file) throws IOException {
        Properties texts = read(file);

        assertThat(texts.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
            String text = texts.getProperty(key);
            if (text.contains("{")) {
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
            } else {
                assertThat(text).as(key).doesNotContain("''");
            }
        });
    }

    private static Set<String> slots(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
