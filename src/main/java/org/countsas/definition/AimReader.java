package org.countsas.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countsas.problem.Code;
import org.countsas.vocabulary.VocabularyReader;
import org.countsas.yaml.YamlNode;

/** Reads what a definition measures spending against: the gross domestic product, targets and spending plans. */
record AimReader(CitationReader citations) {
    GrossDomesticProduct gdp(YamlNode node) {
        node.knowing("amount", "label", "source");
        return new GrossDomesticProduct(
                positive(node, "amount"), VocabularyReader.label(node, "label"), citations.required(node));
    }

    Target target(YamlNode node) {
        node.knowing("id", "percent", "label", "source");
        BigDecimal percent = node.get("percent").map(YamlNode::decimal).orElse(BigDecimal.ZERO);
        if (percent.signum() <= 0) {
            node.problem(Code.BAD_VALUE, "A target needs a 'percent' above 0", "");
        }
        return new Target(node.text("id"), percent, VocabularyReader.label(node, "label"), citations.required(node));
    }

    SpendingPlan plan(YamlNode node) {
        node.knowing("id", "fiscalYears", "amount", "label", "source", "block", "published");
        List<Long> years =
                node.items("fiscalYears").stream().map(YamlNode::integer).toList();
        if (years.size() != 2 || years.get(0) > years.get(1)) {
            node.problem(
                    Code.BAD_VALUE, "A plan needs its first and last fiscal year", "Write fiscalYears: [2023, 2027]");
            years = List.of(0L, 0L);
        }
        return new SpendingPlan(
                node.text("id"),
                years.get(0).intValue(),
                years.get(1).intValue(),
                positive(node, "amount"),
                VocabularyReader.label(node, "label"),
                citations.required(node),
                node.get("block").map(YamlNode::text).orElse(null),
                published(node, years.get(0), years.get(1)));
    }

    private List<SpendingPlan.Published> published(YamlNode plan, long first, long last) {
        Map<Long, SpendingPlan.Published> byYear = new TreeMap<>();
        for (YamlNode node : plan.items("published")) {
            node.knowing("fiscalYear", "amount", "source");
            long year = node.get("fiscalYear").map(YamlNode::integer).orElse(0L);
            SpendingPlan.Published published =
                    new SpendingPlan.Published((int) year, positive(node, "amount"), citations.required(node));
            if (year < first || year > last || byYear.putIfAbsent(year, published) != null) {
                node.problem(
                        Code.BAD_VALUE,
                        "Each amount published for a plan belongs to one of its fiscal years, and each year has at most one",
                        "Correct 'fiscalYear'");
            }
        }
        return List.copyOf(byYear.values());
    }

    private static long positive(YamlNode node, String key) {
        Optional<YamlNode> value = node.get(key);
        long amount = value.map(YamlNode::integer).orElse(0L);
        if (amount <= 0) {
            value.orElse(node).problem(Code.BAD_VALUE, "'" + key + "' must be a whole number above 0", "");
        }
        return amount;
    }
}
