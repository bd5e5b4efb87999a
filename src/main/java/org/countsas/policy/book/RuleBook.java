package org.countsas.policy.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.countsas.policy.Facility;
import org.countsas.policy.language.RuleFileParser;
import org.countsas.policy.rule.CitedSource;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Names;
import org.countsas.vocabulary.BilingualText;
import org.countsas.vocabulary.Vocabulary;

/**
 * Checked policies with everything they refer to: rules, vocabulary, listed facilities and sources.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class RuleBook {
    /** The engine's name for the language level at which rule files are checked and must be compiled. */
    public static final String LANGUAGE_LEVEL = RuleFileParser.LANGUAGE_LEVEL.name();

    private final RulesFolder folder;
    private final SortedMap<String, String> ruleFiles;
    private final Map<String, Rule> rules;
    private final Set<String> refused;
    private final Vocabulary vocabulary;
    private final List<Facility> facilities;
    private final Map<String, Policy> policies;
    private final Map<String, CitedSource> sources;
    private final Titles titles;

    /** A rule book of parts that were checked. */
    @API(status = API.Status.INTERNAL)
    public RuleBook(
            RulesFolder folder,
            SortedMap<String, String> ruleFiles,
            List<Rule> rules,
            Vocabulary vocabulary,
            List<Facility> facilities,
            List<Policy> policies,
            List<CitedSource> sources) {
        this(folder, ruleFiles, rules, Set.of(), vocabulary, facilities, policies, sources, Titles.NONE);
    }

    RuleBook(
            RulesFolder folder,
            SortedMap<String, String> ruleFiles,
            List<Rule> rules,
            Set<String> refused,
            Vocabulary vocabulary,
            List<Facility> facilities,
            List<Policy> policies,
            List<CitedSource> sources,
            Titles titles) {
        this.titles = titles;
        this.refused = Set.copyOf(refused);
        this.folder = folder;
        this.ruleFiles = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(ruleFiles));
        this.rules = byKey(rules, Rule::name);
        this.vocabulary = vocabulary;
        this.facilities = List.copyOf(facilities);
        this.policies = byKey(policies, Policy::id);
        this.sources = byKey(sources, CitedSource::id);
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        return values.stream()
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** The files that the rule book was read from. */
    public RulesFolder folder() {
        return folder;
    }

    /** The checked text of each rule file, by the name that messages use. */
    public SortedMap<String, String> ruleFiles() {
        return ruleFiles;
    }

    /** All rules, by file, then in the file's order. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** Whether the files have a rule of this name, even a refused one: a reference to it is then not the mistake. */
    public boolean names(String rule) {
        return rules.containsKey(rule) || refused.contains(rule);
    }

    /** The rule of this name, if there is one. */
    public Optional<Rule> rule(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    /** The concepts that rules ask for, and their terms. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The facilities of all lists. */
    public List<Facility> facilities() {
        return facilities;
    }

    /** All policies, in the order of the list of policies. */
    public List<Policy> policies() {
        return List.copyOf(policies.values());
    }

    /** The policy of this id, if there is one. */
    public Optional<Policy> policy(String id) {
        return Optional.ofNullable(policies.get(id));
    }

    /** The policies by their ids and titles. */
    @API(status = API.Status.INTERNAL)
    public Names<Policy> policyNames() {
        return Names.of(
                policies.values(),
                Policy::id,
                policy -> List.of(policy.title().en(), policy.title().ja()));
    }

    /** All sources that may be cited, in the order of their list. */
    public List<CitedSource> sources() {
        return List.copyOf(sources.values());
    }

    /** The source of this id, if there is one. */
    public Optional<CitedSource> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** What a citation says: {@code "title"} of the source, or the id itself if the source is unknown. */
    public String titleOf(String sourceId) {
        return source(sourceId).map(CitedSource::title).orElse(sourceId);
    }

    /** What a source is called before people; a missing side is its title in the list of sources, or the id if the source is unknown. */
    public BilingualText sourceTitle(String sourceId) {
        BilingualText title = titles.sources().get(sourceId);
        return title == null ? new BilingualText(titleOf(sourceId), titleOf(sourceId)) : title;
    }

    /** What a rule is called before people; a missing side is the name itself, as it is for a name that no rule has. */
    public BilingualText ruleTitle(String name) {
        BilingualText title = titles.rules().get(name);
        return title == null ? new BilingualText(name, name) : title;
    }
}
