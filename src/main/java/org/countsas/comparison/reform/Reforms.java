package org.countsas.comparison.reform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.definition.Adoption;
import org.countsas.definition.Adoption.ShareOverride;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.definition.GrossDomesticProduct;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.vocabulary.BilingualText;

/**
 * Applies reforms to the definitions of a folder of rules. The definitions themselves never change.
 *
 * <p>A policy that is added comes as another definition adopts it: with its block, its shares and <em>its place</em>. The policies that
 * the two definitions share take the order of the one that the policy is taken from, so that {@code japan-2022} and all policies
 * of {@code japan-2025-proposal} is {@code japan-2025-proposal}.
 *
 * <p>Immutable and thread-safe.
 */
public final class Reforms {
    /** What stands as the source of a share or a base that a reform sets. */
    public static final String SOURCE = "reform";

    private final Definitions definitions;
    private final RuleBook book;

    /** @param book the rules whose policies may be added */
    public Reforms(Definitions definitions, RuleBook book) {
        this.definitions = definitions;
        this.book = book;
    }

    /**
     * The definition that a reform makes.
     *
     * @throws ProblemException {@code UNKNOWN_DEFINITION}, {@code NO_SUCH_POLICY}, or {@code REFORM_POLICY} for an edit that has nothing
     *                          to change
     */
    public Reformed apply(Reform reform) {
        Definition base = definitions.get(reform.base());
        if (reform.edits().isEmpty()) {
            return new Reformed(reform, base, DefinitionDigest.of(base), List.of());
        }
        Definition definition = base;
        List<Reformed.Origin> origins = new ArrayList<>();
        for (Edit edit : reform.edits()) {
            check(edit, definition);
            if (edit instanceof Edit.Add add) {
                origins.add(new Reformed.Origin(
                        add.policy(),
                        donor(add, base, definition).map(Definition::id).orElse("")));
            }
            definition = apply(edit, definition, base);
        }
        String digest = DefinitionDigest.of(definition);
        Definition named = new Definition(
                "reform-" + digest.substring(0, 12),
                title(base, reform),
                Definition.Status.PROPOSED,
                Optional.empty(),
                Optional.empty(),
                definition.sources(),
                definition.currency(),
                definition.gdp(),
                definition.targets(),
                definition.plans(),
                definition.blocks(),
                definition.adoptions());
        return new Reformed(reform, named, digest, origins);
    }

    private static BilingualText title(Definition base, Reform reform) {
        String edits = reform.toString().substring(reform.base().length());
        return new BilingualText(base.title().en() + edits, base.title().ja() + edits);
    }

    /**
     * The definition after some edits of a stack, in their order; those that have nothing to change without the others are passed over.
     *
     * @param base  what the stack begins with
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

    private static List<ShareOverride> shares(org.countsas.policy.rule.Share share) {
        return List.of(new ShareOverride(Optional.empty(), share, SOURCE));
    }

    /** The definition held against another gross domestic product. */
    public static Definition withGdp(Definition definition, long amount) {
        String text = Edit.amountText(amount);
        GrossDomesticProduct gdp = new GrossDomesticProduct(
                amount, new BilingualText("GDP as assumed, " + text, "仮定したGDP " + text), SOURCE);
        return new Definition(
                definition.id(),
                definition.title(),
                definition.status(),
                definition.from(),
                definition.until(),
                definition.sources(),
                definition.currency(),
                Optional.of(gdp),
                definition.targets(),
                definition.plans(),
                definition.blocks(),
                definition.adoptions());
    }

    private Definition add(Edit.Add add, Definition definition, Definition base) {
        if (definition.adoptionOf(add.policy()).isPresent()) {
            return definition;
        }
        Optional<Definition> donor = donor(add, base, definition);
        Optional<Adoption> taken = donor.flatMap(from -> from.adoptionOf(add.policy()));
        String block = add.block().or(() -> taken.map(Adoption::block)).orElseThrow();
        List<ShareOverride> shares = add.share()
                .map(Reforms::shares)
                .orElseGet(() -> taken.map(Adoption::shares).orElse(List.of()));
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
                definition.from(),
                definition.until(),
                definition.sources(),
                definition.currency(),
                definition.gdp(),
                definition.targets(),
                definition.plans(),
                blocks,
                ordered(adoptions, order));
    }

    /** The same adoptions; those that the order names take, in that order, the places that they have together. */
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

    /** The definition that an addition is taken from: the one named, or the base, or the one that shares most policies with this. */
    private Optional<Definition> donor(Edit.Add add, Definition base, Definition definition) {
        if (add.from().isPresent()) {
            return Optional.of(definitions.get(add.from().get()));
        }
        if (base.adoptionOf(add.policy()).isPresent()) {
            return Optional.of(base);
        }
        Set<String> adopted = base.adoptions().stream().map(Adoption::policy).collect(Collectors.toSet());
        return definitions.all().stream()
                .filter(known -> known.adoptionOf(add.policy()).isPresent())
                .max(Comparator.<Definition>comparingLong(known -> known.adoptions().stream()
                                .filter(adoption -> adopted.contains(adoption.policy()))
                                .count())
                        .thenComparing(Definition::id, Comparator.reverseOrder()));
    }

    private void check(Edit edit, Definition definition) {
        if (edit instanceof Edit.Add add) {
            checkAdded(add, definition);
        } else if (edit instanceof Edit.Remove remove) {
            checkAdopted(remove.policy(), definition, "give up");
            if (definition.adoptions().size() == 1) {
                throw new ProblemException(
                        Code.REFORM_POLICY,
                        Place.NONE,
                        "Without '" + remove.policy() + "' the definition adopts no policy, so nothing can count",
                        "Add another before it");
            }
        } else if (edit instanceof Edit.SetShare share) {
            checkAdopted(share.policy(), definition, "count at another share");
        } else if (edit instanceof Edit.SetOrder order) {
            order.policies().forEach(policy -> checkAdopted(policy, definition, "put in another place"));
        }
    }

    private void checkAdded(Edit.Add add, Definition definition) {
        checkKnown(add.policy());
        if (definition.adoptionOf(add.policy()).isPresent()) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "The definition adopts '" + add.policy() + "' already",
                    "Leave it out, or write share(" + add.policy() + "=…) for another share");
        }
        Optional<Definition> donor = donor(add, definition, definition);
        if (add.from().isPresent()
                && donor.flatMap(from -> from.adoptionOf(add.policy())).isEmpty()) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "The definition '" + add.from().get() + "' does not adopt '" + add.policy() + "'",
                    "Leave out from=");
        }
        if (donor.isEmpty() && add.block().isEmpty()) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "No definition adopts '" + add.policy() + "', so its block is not known",
                    "Write " + add.policy() + "(block="
                            + definition.blocks().stream()
                                    .findFirst()
                                    .map(Block::id)
                                    .orElse("related") + ")");
        }
        Set<String> blocks = new java.util.TreeSet<>(
                definition.blocks().stream().map(Block::id).toList());
        donor.ifPresent(from -> from.blocks().forEach(block -> blocks.add(block.id())));
        add.block().filter(block -> !blocks.contains(block)).ifPresent(block -> {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "There is no block '" + block + "' in the definition",
                    Suggestion.fix(block, blocks));
        });
    }

    private void checkAdopted(String policy, Definition definition, String what) {
        if (definition.adoptionOf(policy).isEmpty()) {
            checkKnown(policy);
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "There is no '" + policy + "' in the definition to " + what,
                    Suggestion.fix(
                            policy,
                            definition.adoptions().stream()
                                    .map(Adoption::policy)
                                    .toList()));
        }
    }

    private void checkKnown(String policy) {
        if (book.policy(policy).isEmpty()) {
            throw new ProblemException(
                    Code.NO_SUCH_POLICY,
                    Place.NONE,
                    "There is no policy '" + policy + "'",
                    Suggestion.fix(
                            policy, book.policies().stream().map(Policy::id).toList()));
        }
    }
}
