package org.countsas.comparison.reform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.countsas.definition.Adoption;
import org.countsas.definition.Adoption.ShareOverride;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.definition.GrossDomesticProduct;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Share;
import org.countsas.problem.ProblemException;
import org.countsas.vocabulary.BilingualText;

/**
 * Applies reforms to the definitions of a folder of rules. The definitions themselves never change.
 *
 * <p>A policy is added as another definition, its donor, adopts it: with its block, its shares and <em>its place</em>. The policies that
 * both definitions have take the order of the donor, so that {@code japan-2022} with all policies of {@code japan-2025-proposal} is
 * {@code japan-2025-proposal}.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Reforms {
    /** The source that is stated for a share or a gross domestic product that a reform sets. */
    public static final String SOURCE = "reform";

    private final Definitions definitions;
    private final Donors donors;
    private final EditChecks checks;
    private final ReformNames names;

    /** @param book the rules whose policies may be added */
    public Reforms(Definitions definitions, RuleBook book) {
        this.definitions = definitions;
        this.donors = new Donors(definitions);
        this.checks = new EditChecks(donors, book);
        this.names = new ReformNames(definitions, book);
    }

    /**
     * The definition that a reform makes. The reform may name definitions and policies by their titles; the one in the result has their ids.
     *
     * @throws ProblemException {@code UNKNOWN_DEFINITION}, {@code NO_SUCH_POLICY}, or {@code REFORM_POLICY} for an edit that has nothing
     *                          to change
     */
    public Reformed apply(Reform named) {
        Reform reform = names.plain(named);
        Definition base = definitions.get(reform.base());
        if (reform.edits().isEmpty()) {
            return new Reformed(reform, base, DefinitionDigest.of(base), List.of());
        }
        Definition definition = base;
        List<Reformed.Origin> origins = new ArrayList<>();
        for (Edit edit : reform.edits()) {
            checks.check(edit, definition, base);
            if (edit instanceof Edit.Add add) {
                origins.add(new Reformed.Origin(
                        add.policy(),
                        donors.donor(add, base).map(Definition::id).orElse("")));
            }
            definition = apply(edit, definition, base);
        }
        String digest = DefinitionDigest.of(definition);
        Definition made = new Definition(
                "reform-" + digest.substring(0, 12),
                title(base, reform),
                Definition.Status.PROPOSED,
                null,
                null,
                definition.sources(),
                definition.currency(),
                definition.gdpOrNull(),
                definition.targets(),
                definition.plans(),
                definition.blocks(),
                definition.adoptions());
        return new Reformed(reform, made, digest, origins);
    }

    private static BilingualText title(Definition base, Reform reform) {
        String edits = reform.toString().substring(reform.base().length());
        return new BilingualText(base.title().en() + edits, base.title().ja() + edits);
    }

    /**
     * The definition after some edits of a reform, in their order. Edits that have nothing to change without the others are skipped.
     *
     * @param base  the definition that the edits begin with
     * @param edits edits that were {@linkplain #apply(Reform) applied} as a whole without a problem
     */
    public Definition applySome(Definition base, List<Edit> edits) {
        Definition definition = base;
        for (Edit edit : edits) {
            definition = apply(edit, definition, base);
        }
        return definition;
    }

    private Definition apply(Edit edit, Definition definition, Definition base) {
        if (edit instanceof Edit.Add add) {
            return add(add, definition, base);
        }
        if (edit instanceof Edit.Remove remove) {
            return definition.with(definition.adoptions().stream()
                    .filter(adoption -> !adoption.policy().equals(remove.policy()))
                    .toList());
        }
        if (edit instanceof Edit.SetShare share) {
            return definition.with(definition.adoptions().stream()
                    .map(adoption -> adoption.policy().equals(share.policy())
                            ? new Adoption(adoption.policy(), adoption.block(), shares(share.share()))
                            : adoption)
                    .toList());
        }
        if (edit instanceof Edit.SetOrder order) {
            return definition.with(ordered(definition.adoptions(), order.policies()));
        }
        return withGdp(definition, ((Edit.SetGdp) edit).amount());
    }

    private static List<ShareOverride> shares(Share share) {
        return List.of(new ShareOverride(null, share, SOURCE));
    }

    /** The definition measured against another gross domestic product. */
    private static Definition withGdp(Definition definition, long amount) {
        String text = AmountText.of(amount);
        GrossDomesticProduct gdp = new GrossDomesticProduct(
                amount,
                new BilingualText(
                        "GDP as assumed, " + text, "仮定GDP " + AmountText.japanese(amount, definition.currency())),
                SOURCE);
        return new Definition(
                definition.id(),
                definition.title(),
                definition.status(),
                definition.fromOrNull(),
                definition.untilOrNull(),
                definition.sources(),
                definition.currency(),
                gdp,
                definition.targets(),
                definition.plans(),
                definition.blocks(),
                definition.adoptions());
    }

    private Definition add(Edit.Add add, Definition definition, Definition base) {
        if (definition.adoptionOf(add.policy()).isPresent()) {
            return definition;
        }
        Optional<Definition> donor = donors.donor(add, base);
        Optional<Adoption> taken = donor.flatMap(from -> from.adoptionOf(add.policy()));
        String block =
                add.block() != null ? add.block() : taken.map(Adoption::block).orElseThrow();
        List<ShareOverride> shares = add.share() != null
                ? shares(add.share())
                : taken.map(Adoption::shares).orElse(List.of());
        List<Adoption> adoptions = new ArrayList<>(definition.adoptions());
        adoptions.add(new Adoption(add.policy(), block, shares));
        List<String> order = donor.map(
                        from -> from.adoptions().stream().map(Adoption::policy).toList())
                .orElse(List.of());
        List<Block> blocks = new ArrayList<>(definition.blocks());
        if (blocks.stream().noneMatch(known -> known.id().equals(block))) {
            donor.stream()
                    .flatMap(from -> from.blocks().stream())
                    .filter(known -> known.id().equals(block))
                    .forEach(blocks::add);
        }
        return new Definition(
                definition.id(),
                definition.title(),
                definition.status(),
                definition.fromOrNull(),
                definition.untilOrNull(),
                definition.sources(),
                definition.currency(),
                definition.gdpOrNull(),
                definition.targets(),
                definition.plans(),
                blocks,
                ordered(adoptions, order));
    }

    /** The same adoptions. Those that the order names are put, in that order, into the places that they occupy together. */
    @API(status = API.Status.INTERNAL)
    public static List<Adoption> ordered(List<Adoption> adoptions, List<String> order) {
        Map<String, Adoption> named = new LinkedHashMap<>();
        Map<String, Adoption> byPolicy =
                adoptions.stream().collect(Collectors.toMap(Adoption::policy, adoption -> adoption));
        order.stream().filter(byPolicy::containsKey).forEach(policy -> named.put(policy, byPolicy.get(policy)));
        var next = List.copyOf(named.values()).iterator();
        return adoptions.stream()
                .map(adoption -> named.containsKey(adoption.policy()) ? next.next() : adoption)
                .toList();
    }
}
