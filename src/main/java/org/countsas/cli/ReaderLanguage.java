package org.countsas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.countsas.output.Language;

/** In which language a person is answered: as the command says, else as {@code COUNTSAS_LANG} says, else as the locale says. */
final class ReaderLanguage {
    /** As {@code LanguageOption} names it, without needing the library that reads options. */
    private static final String OPTION = "--lang";

    private static final String VARIABLE = "COUNTSAS_LANG";

    private ReaderLanguage() {}

    /**
     * The language of a process where no command names one: an id, or what somebody wrote for one.
     *
     * @param variables the variables of the environment
     * @param locale    the locale by the system
     */
    static String of(Map<String, String> variables, Locale locale) {
        String chosen = variables.getOrDefault(VARIABLE, "");
        if (!chosen.isEmpty()) {
            return isJapanese(chosen) ? Language.JA.id() : chosen.startsWith("en") ? Language.EN.id() : chosen;
        }
        // The order in which POSIX reads them; Java reads them only where the system knows the locale.
        boolean japanese = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(variables::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(ReaderLanguage::isJapanese)
                .orElseGet(() -> isJapanese(locale.getLanguage()));
        return (japanese ? Language.JA : Language.EN).id();
    }

    /** The id that a command names with {@code --lang}; otherwise the one given. Read before the command itself, for its help and its errors. */
    static String of(String[] arguments, String otherwise) {
        List<String> words =
                Stream.of(arguments).takeWhile(word -> !word.equals("--")).toList();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.startsWith(OPTION + "=")) {
                return word.substring(OPTION.length() + 1);
            } else if (word.equals(OPTION) && at + 1 < words.size()) {
                return words.get(at + 1);
            }
        }
        return otherwise;
    }

    /** The words of a command without {@code --lang} and what follows it. */
    static String[] without(String[] arguments) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < arguments.length; at++) {
            if (arguments[at].equals(OPTION)) {
                at++;
            } else if (!arguments[at].startsWith(OPTION + "=")) {
                words.add(arguments[at]);
            }
        }
        return words.toArray(String[]::new);
    }

    /** The language with this id; English if there is none. */
    static Language named(String id) {
        return id.equals(Language.JA.id()) ? Language.JA : Language.EN;
    }

    private static boolean isJapanese(String locale) {
        return locale.toLowerCase(Locale.ROOT).matches("ja(?:[_.@-].*)?");
    }
}
