package org.countsas.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.candidate.CandidateFinder;
import org.countsas.candidate.DismissedTerms;
import org.countsas.candidate.LeaveOneOut;
import org.countsas.candidate.PolicyCandidates;
import org.countsas.definition.Adoption;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.filter.ItemFilter;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Which items may the rules have missed? Immutable and thread-safe.
 *
 * @param definition as {@link DefinitionFinder} reads it; null for the one in force
 * @param asOf       the day on which rules must be in force
 * @param policy     for which policy; one that the definition does not adopt is looked at as if it did; null for all that it adopts
 * @param limit      how many candidates of each policy, 1 to {@value #MOST}
 * @param filter     which items may be candidates; all items that count are compared with
 */
@API(status = API.Status.EXPERIMENTAL)
public record CandidateQuestion(
        @Nullable String definition,
        LocalDate asOf,
        @Nullable String policy,
        int limit,
        ItemFilter filter) {
    private static final int MOST = 10_000;

    public CandidateQuestion {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(Code.UNKNOWN_OPTION, Place.NONE, "--limit is " + limit, "Choose 1 to " + MOST);
        }
    }

    /** The question about all items. */
    public CandidateQuestion(@Nullable String definition, LocalDate asOf, @Nullable String policy, int limit) {
        this(definition, asOf, policy, limit, ItemFilter.ALL);
    }

    /** The same question about those items that a filter lets through, as they are decided. */
    public CandidateQuestion about(ItemFilter wanted) {
        return new CandidateQuestion(definition, asOf, policy, limit, wanted);
    }

    /**
     * The candidates.
     *
     * @param definition the definition under which they do not count
     * @param policies   those of each policy, in the order in which the definition adopts them
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Answer(Definition definition, List<PolicyCandidates> policies) {
        public Answer {
            policies = List.copyOf(policies);
        }
    }

    /**
     * What comes back if concepts are taken away.
     *
     * @param definition the definition
     * @param recoveries for each policy and concept, in the order in which the definition adopts the policies
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Measured(Definition definition, List<LeaveOneOut.Recovery> recoveries) {
        public Measured {
            recoveries = List.copyOf(recoveries);
        }
    }

    /**
     * Answers the question. Conditions alone answer it; no rule is compiled.
     *
     * @param dismissed terms not to propose
     * @throws ProblemException if there is no such definition or policy, or no item of a ministry or bureau that the filter names
     */
    public Answer answer(Selection selection, RuleBook rules, DismissedTerms dismissed) {
        filter.checkNames(selection.items(), rules.vocabulary());
        Predicate<Decision> wanted = filter.test(rules.vocabulary());
        Definition chosen = definition(rules);
        List<String> policies = policies(chosen, rules);
        CandidateFinder finder =
                new CandidateFinder(selection.items(), rules, new Adjudicator(chosen, asOf), policies, dismissed);
        return new Answer(
                chosen,
                policies.stream().map(id -> finder.of(id, limit, wanted)).toList());
    }

    /**
     * Measures how good the answer is: each concept is taken away, and what it alone had counted is looked for among the first candidates.
     *
     * @throws ProblemException if there is no such definition or policy
     */
    public Measured measure(Selection selection, RuleBook rules) {
        Definition chosen = definition(rules);
        LeaveOneOut leaveOneOut = new LeaveOneOut(selection.items(), rules, chosen, asOf);
        return new Measured(
                chosen,
                policies(chosen, rules).stream()
                        .flatMap(id -> leaveOneOut.of(id, limit).stream())
                        .toList());
    }

    private Definition definition(RuleBook rules) {
        Definition chosen = new DefinitionFinder(Definitions.read(rules), rules, asOf).definition(definition);
        if (policy == null
                || rules.policy(policy).isEmpty()
                || chosen.adoptionOf(policy).isPresent()) {
            return chosen;
        }
        List<Adoption> adoptions = new ArrayList<>(chosen.adoptions());
        List<Block> blocks = chosen.blocks();
        adoptions.add(new Adoption(
                policy, blocks.isEmpty() ? "" : blocks.get(blocks.size() - 1).id(), List.of()));
        return chosen.with(adoptions);
    }

    private List<String> policies(Definition chosen, RuleBook rules) {
        Predicate<String> wanted = RuleFinder.policies(policy, chosen, rules);
        List<String> known = rules.policies().stream().map(Policy::id).toList();
        return chosen.adoptions().stream()
                .map(Adoption::policy)
                .filter(known::contains)
                .filter(wanted)
                .toList();
    }
}
