package org.countsas.workbench.budget;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Summary;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reformed;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.policy.book.RuleBook;
import org.countsas.question.comparison.EvaluatedBudget;
import org.jspecify.annotations.Nullable;

/**
 * A budget, evaluated once, and the last views of it. Thread-safe.
 *
 * <p>A reader's definition is an id or a reform on one line, and never the name of a file.
 */
public final class Workspace {
    private static final int VIEWS_KEPT = 6;
    private static final int YEARS_KEPT = 12;
    private static final int SUMS_KEPT = 500;

    private final EvaluatedBudget usual;
    private final Reform usualReform;
    private final LocalDate asOf;
    private final SearchIndex index;
    private final Map<Year, EvaluatedBudget> years = kept(YEARS_KEPT);
    private final Map<Year, Laboratory> laboratories = kept(YEARS_KEPT);
    private final Map<Key, View> views = kept(VIEWS_KEPT);
    private final Map<Key, Summary> sums = kept(SUMS_KEPT);

    /**
     * A fiscal year and a stage of it.
     *
     * @param fiscalYear the fiscal year
     * @param stage      the stage
     */
    public record Year(int fiscalYear, Stage stage) {}

    private record Key(Year year, String expression) {}

    /**
     * Evaluates a budget.
     *
     * @param usual        the budget, in the year and stage that are shown unless a reader asks for another
     * @param definition   as a command takes it; null for the one in force
     * @param asOf         the day on which rules must be in force
     * @throws org.countsas.problem.ProblemException if there is no such definition
     */
    public Workspace(EvaluatedBudget usual, @Nullable String definition, LocalDate asOf) {
        this.usual = usual;
        this.asOf = asOf;
        this.usualReform = usual.finder(asOf).reform(definition);
        usual.finder(asOf).apply(usualReform);
        usual.findings();
        this.index = new SearchIndex(usual.countsAs().rules().vocabulary());
        years.put(yearOf(usual), usual);
    }

    private static <K, V> Map<K, V> kept(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    private static Year yearOf(EvaluatedBudget budget) {
        return new Year(budget.selection().fiscalYear(), budget.selection().stage());
    }

    /**
     * The same budget under other rules.
     *
     * @throws org.countsas.problem.ProblemException if they do not have the definition
     */
    public Workspace with(CountsAs rules) {
        return new Workspace(new EvaluatedBudget(usual.budget(), rules), usualReform.toString(), asOf);
    }

    /** The rules, ready to decide. */
    public CountsAs countsAs() {
        return usual.countsAs();
    }

    /** The rules. */
    public RuleBook rules() {
        return usual.countsAs().rules();
    }

    /** The day on which rules must be in force. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The definitions that a reader may choose, by id. */
    public List<Definition> definitions() {
        return usual.countsAs().definitions().all();
    }

    /** The years and stages with amounts, the newest first. */
    public List<Year> years() {
        return usual.allYears().stream()
                .filter(item -> item.amount() != 0)
                .map(item -> new Year(item.fiscalYear(), item.stage()))
                .distinct()
                .sorted(Comparator.comparingInt(Year::fiscalYear).reversed().thenComparing(Year::stage))
                .toList();
    }

    /** Finds items by words. */
    SearchIndex index() {
        return index;
    }

    /** The definition with which the workbench was started. */
    public Reform usualReform() {
        return usualReform;
    }

    /**
     * The reform that a reader means.
     *
     * @param text an id or title, or a reform on one line; null for the one with which the workbench was started
     * @throws org.countsas.problem.ProblemException {@code BAD_REFORM}
     */
    public Reform reform(@Nullable String text) {
        return text == null ? usualReform : usual.finder(asOf).reformOnLine(text);
    }

    /**
     * The definition that a reform makes.
     *
     * @throws org.countsas.problem.ProblemException if there is no such definition or policy
     */
    public Reformed apply(Reform reform) {
        return usual.finder(asOf).apply(reform);
    }

    /**
     * The budget in a year.
     *
     * @param fiscalYear null for the one with which the workbench was started
     * @param stage      null for the one with which the workbench was started, or of another year the first that has amounts
     * @throws org.countsas.problem.ProblemException {@code NO_SUCH_YEAR}
     */
    public EvaluatedBudget budget(@Nullable Integer fiscalYear, @Nullable Stage stage) {
        if (fiscalYear == null && stage == null) {
            return usual;
        }
        Integer year = fiscalYear == null ? Integer.valueOf(usual.selection().fiscalYear()) : fiscalYear;
        if (stage != null) {
            synchronized (years) {
                EvaluatedBudget known = years.get(new Year(year, stage));
                if (known != null) {
                    return known;
                }
            }
        }
        EvaluatedBudget budget = usual.at(year, stage);
        synchronized (years) {
            years.put(yearOf(budget), budget);
        }
        return budget;
    }

    /**
     * A view of the budget.
     *
     * @throws org.countsas.problem.ProblemException if there is no such definition, policy or year
     */
    public View view(Scope scope) {
        EvaluatedBudget budget = budget(scope.fiscalYear(), scope.stage());
        Reformed reformed = apply(reform(scope.definition()));
        Key key = new Key(yearOf(budget), reformed.expression());
        synchronized (views) {
            View known = views.get(key);
            if (known != null) {
                return known;
            }
        }
        View view = View.of(budget, reformed, asOf);
        synchronized (views) {
            views.put(key, view);
        }
        return view;
    }

    /** The laboratory of a budget. */
    public Laboratory laboratory(EvaluatedBudget budget) {
        synchronized (laboratories) {
            return laboratories.computeIfAbsent(yearOf(budget), year -> new Laboratory(this, budget));
        }
    }

    /**
     * The sums alone, without a view.
     *
     * @throws org.countsas.problem.ProblemException if there is no such definition, policy or year
     */
    public Summary sums(Scope scope) {
        EvaluatedBudget budget = budget(scope.fiscalYear(), scope.stage());
        Reformed reformed = apply(reform(scope.definition()));
        Key key = new Key(yearOf(budget), reformed.expression());
        synchronized (sums) {
            Summary known = sums.get(key);
            if (known != null) {
                return known;
            }
        }
        Summary summary = View.of(budget, reformed, asOf).summary();
        synchronized (sums) {
            sums.put(key, summary);
        }
        return summary;
    }

    /**
     * The decision about an item in a year, without a view.
     *
     * @throws org.countsas.problem.ProblemException if there is no such definition or policy
     */
    public Decision decide(BudgetItem item, @Nullable String definition) {
        return new Adjudicator(apply(reform(definition)).definition(), asOf)
                .decide(item, usual.findings().of(item.programme()));
    }

    /** An item in all years and stages, the newest first. */
    public List<BudgetItem> allYearsOf(String id) {
        return usual.allYears().stream()
                .filter(item -> item.id().equals(id))
                .sorted(Comparator.comparingInt(BudgetItem::fiscalYear)
                        .reversed()
                        .thenComparing(BudgetItem::stage))
                .toList();
    }
}
