package org.countsas.vocabulary;

import org.apiguardian.api.API;

/**
 * A name for people, in English and Japanese.
 *
 * @param en English
 * @param ja Japanese
 */
@API(status = API.Status.EXPERIMENTAL)
public record BilingualText(String en, String ja) {

    /** The label in the language: Japanese for {@code "ja"}, English otherwise. */
    public String in(String language) {
        return language.equals("ja") ? ja : en;
    }
}
