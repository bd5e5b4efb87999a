package org.countsas.audit.worksheet;

/**
 * What an auditor needs to recognise an item and to see why it was decided as it was.
 *
 * @param name     the item's name
 * @param ministry who runs it
 * @param evidence why it was decided as it was, a sentence
 */
record ItemFacts(String name, String ministry, String evidence) {}
