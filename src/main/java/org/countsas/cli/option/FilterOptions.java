package org.countsas.cli.option;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.countsas.policy.book.RuleBook;
import org.countsas.question.filter.FilterReader;
import org.countsas.question.filter.FilterReader.Part;
import org.countsas.question.filter.ItemFilter;
import picocli.CommandLine.Option;

/** Which items a list shows. All lists share these options; sums over the whole budget are never filtered. */
public final class FilterOptions {
    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "List only what is counted, not-counted or needs review; these options may be repeated.")
    private List<String> outcome = new ArrayList<>();

    @Option(names = "--area", paramLabel = "AREA", description = "List only what counts, or may count, in this area.")
    private List<String> area = new ArrayList<>();

    @Option(names = "--ministry", paramLabel = "TEXT", description = "List only ministries with this in their name.")
    private List<String> ministry = new ArrayList<>();

    @Option(names = "--bureau", paramLabel = "TEXT", description = "List only bureaus with this in their name.")
    private List<String> bureau = new ArrayList<>();

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "List only what this rule decided, or found with the standing that --standing names.")
    private List<String> rule = new ArrayList<>();

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "List only what was decided on this basis: official, proposed or inferred.")
    private List<String> basis = new ArrayList<>();

    @Option(
            names = "--strength",
            paramLabel = "STRENGTH",
            description = "List only what a rule of this strength decided: presumption, rule or express.")
    private List<String> strength = new ArrayList<>();

    @Option(
            names = "--standing",
            paramLabel = "STANDING",
            description =
                    "List only items with a finding of this standing: decisive, supporting, defeated or outside. By default decisive.")
    private List<String> standing = new ArrayList<>();

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "List only items with this in their name, purpose, overview or another text.")
    private List<String> text = new ArrayList<>();

    @Option(
            names = "--min-amount",
            paramLabel = "AMOUNT",
            description = "List only items of at least this amount, such as 1000000000, 1bn or 10億.")
    private List<String> least = new ArrayList<>();

    /**
     * The filter.
     *
     * @throws org.countsas.problem.ProblemException if an option means nothing
     */
    public ItemFilter filter(RuleBook rules) {
        return new FilterReader(rules).read(texts());
    }

    /** The words of a command that lists the same. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        texts().forEach((part, texts) -> texts.forEach(each -> words.addAll(List.of("--" + part.id(), each))));
        return words;
    }

    private Map<Part, List<String>> texts() {
        Map<Part, List<String>> texts = new EnumMap<>(Part.class);
        texts.put(Part.OUTCOME, outcome);
        texts.put(Part.AREA, area);
        texts.put(Part.MINISTRY, ministry);
        texts.put(Part.BUREAU, bureau);
        texts.put(Part.RULE, rule);
        texts.put(Part.BASIS, basis);
        texts.put(Part.STRENGTH, strength);
        texts.put(Part.STANDING, standing);
        texts.put(Part.TEXT, text);
        texts.put(Part.MIN_AMOUNT, least);
        return texts;
    }
}
