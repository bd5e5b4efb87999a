package org.countsas.vocabulary;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Something that rules refer to, with the terms by which texts name it.
 *
 * @param id        kebab-case id, unique in a vocabulary
 * @param label     name for people
 * @param terms     terms as written in the vocabulary file, Japanese and English; a final {@code *} lets a word continue
 * @param notWithin phrases inside which a term of this concept names something else
 * @param file      the vocabulary file that defines it
 * @param line      the line at which its definition begins, from 1
 */
@API(status = API.Status.EXPERIMENTAL)
public record Concept(
        String id, BilingualText label, List<String> terms, List<String> notWithin, String file, int line) {
    public Concept {
        terms = List.copyOf(terms);
        notWithin = List.copyOf(notWithin);
    }
}
