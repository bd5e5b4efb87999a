package org.countsas.vocabulary;

/**
 * A name for people, in English and Japanese.
 *
 * @param en English
 * @param ja Japanese
 */
public record BilingualText(String en, String ja) {

    /** The label in the language: Japanese for {@code "ja"}, English otherwise. */
    public String in(String language) {
        return language.equals("ja") ? ja : en;
    }
}
