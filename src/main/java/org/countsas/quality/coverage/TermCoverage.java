package org.countsas.quality.coverage;

import org.countsas.vocabulary.Concept;

/**
 * How often a term was found.
 *
 * @param concept the concept
 * @param term    the term as the vocabulary writes it
 * @param found   how often
 */
public record TermCoverage(Concept concept, String term, long found) {}
