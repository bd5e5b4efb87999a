package org.countsas.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.countsas.acceptance.Review;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;

/** The project's own rules and the Administrative Project Review of 2024, read once for all tests. */
public final class RealRules {
    private RealRules() {}

    private static final class Rules {
        static final RuleEngine ENGINE =
                RuleEngine.of(RuleBookReader.read(RulesFolder.of(Path.of("rules"))), CompilationCache.none());
    }

    private static List<List<Finding>> findings;

    public static RuleEngine engine() {
        return Rules.ENGINE;
    }

    public static RuleBook book() {
        return Rules.ENGINE.book();
    }

    /** The 5,664 items of the initial budget of FY2024; aborts the test where the data are absent. */
    public static List<BudgetItem> items() {
        return Review.selection().items();
    }

    /** The findings of each of {@link #items()}. */
    public static synchronized List<List<Finding>> findings() {
        if (findings == null) {
            findings = engine().evaluate(
                            items().stream().map(BudgetItem::programme).toList());
        }
        return findings;
    }
}
