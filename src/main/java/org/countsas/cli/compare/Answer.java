package org.countsas.cli.compare;

import java.util.List;
import java.util.function.Supplier;
import org.countsas.report.comparison.ResultTable;

/**
 * What a command of the laboratory answers, in the forms in which it may be wanted.
 *
 * @param name   the command's name, which files bear
 * @param json   as JSON
 * @param text   as lines for a terminal
 * @param tables as tables for files
 */
record Answer(String name, Supplier<String> json, Supplier<List<String>> text, Supplier<List<ResultTable>> tables) {}
