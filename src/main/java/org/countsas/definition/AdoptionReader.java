package org.countsas.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countsas.definition.Adoption.ShareOverride;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Suggestion;
import org.countsas.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads which policies a definition adopts, in which blocks and with which shares. */
record AdoptionReader(RuleBook book, CitationReader citations) {
    /** The policies that a definition adopts: those of its base without what it leaves out, and its own. */
    List<Adoption> adoptions(YamlNode node, @Nullable Definition base, List<Block> blocks) {
        Map<String, Adoption> adoptions = new LinkedHashMap<>();
        if (base != null) {
            base.adoptions().forEach(adoption -> adoptions.put(adoption.policy(), adoption));
        }
        for (YamlNode without : node.items("without")) {
            if (adoptions.remove(without.text()) == null) {
                without.problem(
                        Code.DEFINITION_POLICY,
                        "The definition cannot leave out '" + without.text() + "', which its base does not adopt",
                        Suggestion.fix(without.text(), adoptions.keySet()));
            }
        }
        Set<String> stated = new HashSet<>();
        for (YamlNode entry : node.items("policies")) {
            entry.knowing("policy", "block", "shares");
            String policy = entry.text("policy");
            if (!stated.add(policy)) {
                entry.problem(Code.DEFINITION_POLICY, "The policy '" + policy + "' appears twice", "Keep one of them");
            }
            if (book.policy(policy).isEmpty()) {
                entry.problem(
                        Code.DEFINITION_POLICY,
                        "There is no policy '" + policy + "'",
                        Suggestion.fix(
                                policy, book.policies().stream().map(Policy::id).toList()));
            }
            String block = entry.text("block");
            if (blocks.stream().noneMatch(known -> known.id().equals(block))) {
                entry.problem(
                        Code.BAD_VALUE,
                        "There is no block '" + block + "' in this definition",
                        Suggestion.fix(block, blocks.stream().map(Block::id).toList()));
            }
            adoptions.put(
                    policy,
                    new Adoption(
                            policy,
                            block,
                            entry.items("shares").stream()
                                    .map(share -> share(share, policy))
                                    .toList()));
        }
        for (Adoption adoption : adoptions.values()) {
            if (!stated.contains(adoption.policy())
                    && blocks.stream().noneMatch(known -> known.id().equals(adoption.block()))) {
                node.get("blocks")
                        .orElse(node)
                        .problem(
                                Code.BAD_VALUE,
                                "The policy '" + adoption.policy() + "' of the base is in block '" + adoption.block()
                                        + "', which is not among these",
                                "Add the block or adopt the policy in another");
            }
        }
        if (adoptions.isEmpty()) {
            node.problem(
                    Code.DEFINITION_POLICY, "The definition adopts no policy, so nothing can count", "Add 'policies:'");
        }
        return List.copyOf(adoptions.values());
    }

    private ShareOverride share(YamlNode node, String policy) {
        node.knowing("rule", "share", "source");
        String rule = node.get("rule").map(YamlNode::text).orElse(null);
        List<String> ofPolicy = book.rules().stream()
                .filter(known -> known.policy().equals(policy))
                .map(Rule::name)
                .toList();
        if (rule != null && !ofPolicy.contains(rule) && (book.rule(rule).isPresent() || !book.names(rule))) {
            node.problem(
                    Code.DEFINITION_RULE,
                    "The policy '" + policy + "' has no rule '" + rule + "'",
                    Suggestion.fix(rule, ofPolicy));
        }
        String text = node.text("share");
        Optional<Share> share = Share.parse(text);
        if (share.isEmpty() && node.get("share").isPresent()) {
            node.problem(
                    Code.BAD_VALUE,
                    "'" + text + "' is not a share",
                    "Write percentages from 0 to 100, such as \"100\" or \"5/7/21\"");
        }
        return new ShareOverride(rule, share.orElse(Share.WHOLE), citations.required(node));
    }
}
