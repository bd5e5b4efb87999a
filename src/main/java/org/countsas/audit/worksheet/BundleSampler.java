package org.countsas.audit.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.ItemLine;
import org.countsas.audit.review.EffectiveDecisions;
import org.countsas.audit.review.Reviews;
import org.countsas.audit.sampling.Resemblance;
import org.countsas.audit.sampling.Sample;
import org.countsas.audit.sampling.Sampler;
import org.countsas.audit.sampling.SamplingMethod;
import org.countsas.audit.sampling.SamplingPlan;
import org.countsas.audit.sampling.SamplingUnit;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definitions;
import org.countsas.policy.book.RuleBookReader;

/**
 * Draws samples from the decisions of a bundle under one definition: either the effective ones, in which the reviews of people take the place
 * of what the rules decided, or those of the rules only. The amounts of the population are those that are reported.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class BundleSampler {
    private static final String DECISIVE = "DECISIVE";

    private final Bundle bundle;
    private final String definition;
    private final DecisionSource source;
    private final Map<String, EffectiveDecisions.Reviewed> reviewed = new HashMap<>();

    private BundleSampler(Bundle bundle, String definition, DecisionSource source) {
        this.bundle = bundle;
        this.definition = definition;
        this.source = source;
    }

    /**
     * The decisions of the rules.
     *
     * @param bundle     open
     * @param definition one of the bundle's definitions
     */
    public static BundleSampler ofRules(Bundle bundle, String definition) {
        return new BundleSampler(bundle, definition, DecisionSource.RULES);
    }

    /**
     * The effective decisions.
     *
     * @param bundle     open
     * @param definition one of the bundle's definitions
     * @param reviews    the reviews of this bundle; their signatures are not checked here
     * @throws org.countsas.problem.ProblemException {@code REVIEWS_BROKEN} if one is of another decision than the bundle's
     */
    public static BundleSampler effective(Bundle bundle, String definition, Reviews reviews) {
        BundleSampler sampled = new BundleSampler(bundle, definition, DecisionSource.of(reviews));
        if (!reviews.records().isEmpty()) {
            EffectiveDecisions.of(bundle, reviews).reviewed().stream()
                    .filter(each -> each.original().definition().equals(definition))
                    .forEach(each -> sampled.reviewed.put(each.original().item(), each));
        }
        return sampled;
    }

    /** Whose decisions they are. */
    public DecisionSource source() {
        return source;
    }

    /**
     * Draws a sample.
     *
     * @throws org.countsas.problem.ProblemException if no sample can be drawn by the plan, or the bundle was changed
     */
    public Sample draw(SamplingPlan plan) {
        return plan.method() == SamplingMethod.ELUSION
                ? draw(plan, RecordResemblance.of(bundle, definition))
                : Sampler.draw(plan, units());
    }

    /**
     * Draws a sample of {@link SamplingMethod#ELUSION}.
     *
     * @param resemblance how much items that do not count resemble those that do
     * @throws org.countsas.problem.ProblemException if no sample can be drawn by the plan, or the bundle was changed
     */
    public Sample draw(SamplingPlan plan, Resemblance resemblance) {
        return Sampler.draw(plan, units(), resemblance);
    }

    private List<SamplingUnit> units() {
        List<SamplingUnit> units = new ArrayList<>();
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            decisions.forEachOrdered(original -> {
                if (original.definition().equals(definition)) {
                    DecisionLine line = effective(original);
                    units.add(new SamplingUnit(
                            line.item(),
                            line.outcome(),
                            line.area(),
                            line.amount(),
                            line.counted().central()));
                }
            });
        }
        return units;
    }

    /** The worksheet for a sample that was drawn from this bundle. */
    public Worksheet worksheet(Sample sample) {
        Set<String> ids =
                sample.drawn().stream().map(drawn -> drawn.unit().id()).collect(Collectors.toSet());
        Map<String, String> evidence = new HashMap<>();
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            decisions
                    .filter(line -> line.definition().equals(definition) && ids.contains(line.item()))
                    .forEachOrdered(line -> evidence.put(line.item(), evidence(line)));
        }
        Map<String, ItemFacts> facts = new HashMap<>();
        try (Stream<ItemLine> items = bundle.items()) {
            items.map(ItemLine::item)
                    .filter(item -> ids.contains(item.id()))
                    .forEachOrdered(item -> facts.put(
                            item.id(),
                            new ItemFacts(
                                    item.programme().name(),
                                    item.programme().ministry(),
                                    evidence.getOrDefault(item.id(), ""))));
        }
        return Worksheet.of(sample, bundle.manifestDigest().hex(), definition, source, facts);
    }

    /** The areas that an auditor may name: those that the definition adopts. */
    public List<String> areas() {
        return Definitions.read(RuleBookReader.read(bundle.rules())).get(definition).adoptions().stream()
                .map(Adoption::policy)
                .toList();
    }

    private DecisionLine effective(DecisionLine original) {
        EffectiveDecisions.Reviewed review = reviewed.get(original.item());
        return review == null ? original : review.effective();
    }

    /** Who decided and why: the last review, if there is one, and what the rules decided. */
    private String evidence(DecisionLine original) {
        EffectiveDecisions.Reviewed review = reviewed.get(original.item());
        String byRules = evidence(original.json());
        return review == null
                ? byRules
                : "Review " + review.record().sequence() + " by "
                        + review.record().review().by() + ": “"
                        + review.record().review().reason() + "”; before it " + original.outcome() + ": " + byRules;
    }

    /** Which rule decided and what it saw, from the line of the decision. */
    private static String evidence(JsonNode decision) {
        for (JsonNode finding : decision.path("findings")) {
            if (finding.path("standing").asText().equals(DECISIVE)) {
                Map<String, Set<String>> seen = new LinkedHashMap<>();
                for (JsonNode each : finding.path("evidence")) {
                    if (!each.path("field").isNull()) {
                        seen.computeIfAbsent(each.path("field").asText(), field -> new LinkedHashSet<>())
                                .add(each.path("value").asText());
                    }
                }
                String values = seen.entrySet().stream()
                        .map(each -> each.getKey() + " has “" + String.join("”, “", each.getValue()) + "”")
                        .collect(Collectors.joining("; "));
                return finding.path("effect").asText() + " by the rule “"
                        + finding.path("rule").asText() + "” ("
                        + finding.path("policy").asText() + ")" + (values.isEmpty() ? "" : ": " + values);
            }
        }
        return "No rule of the definition decided";
    }
}
