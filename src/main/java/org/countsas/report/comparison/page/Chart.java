package org.countsas.report.comparison.page;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A chart: what the script of the page draws.
 *
 * @param id    what distinguishes it from the others
 * @param title what it shows, for those who cannot see it
 * @param data  its kind, height and values; amounts in whole units of the currency
 */
public record Chart(String id, String title, ObjectNode data) {}
