package org.countsas.vocabulary;

import org.apiguardian.api.API;
import org.countsas.item.Field;

/**
 * A concept named at a place in a programme's published text.
 *
 * @param concept id of the concept
 * @param term    the term that was found, as the vocabulary writes it
 * @param field   the field
 * @param part    which text of the field, from 0: plans and laws have several
 * @param start   offset of the first UTF-16 unit in the published text, from 0
 * @param end     offset after the last unit
 * @param text    the published characters from start to end
 */
@API(status = API.Status.INTERNAL)
public record Mention(String concept, String term, Field field, int part, int start, int end, String text) {}
