package org.countsas.question.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import org.apiguardian.api.API;
import org.countsas.CountsAs;
import org.countsas.comparison.change.Comparer;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.reform.Reformed;
import org.countsas.definition.Target;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.Budget;
import org.countsas.question.DefinitionFinder;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;

/**
 * A budget and what the rules find in it, for any number of questions. Rules are evaluated once, when a question first needs the findings:
 * a question that cannot be answered is refused before that. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class EvaluatedBudget {
    private final Budget budget;
    private final CountsAs countsAs;
    private final IntConsumer progress;
    private final List<BudgetItem> allYears;
    private @Nullable Findings findings;

    /** A budget under some rules. */
    public EvaluatedBudget(Budget budget, CountsAs countsAs) {
        this(budget, countsAs, done -> {});
    }

    /**
     * A budget under some rules.
     *
     * @param progress told during the evaluation, from several threads, how many more of {@link Budget#programmes} are done
     */
    public EvaluatedBudget(Budget budget, CountsAs countsAs, IntConsumer progress) {
        this.budget = budget;
        this.countsAs = countsAs;
        this.progress = progress;
        this.allYears = budget.allYears();
    }

    /** The rules. */
    public CountsAs countsAs() {
        return countsAs;
    }

    /** The items that the questions are about. */
    public Selection selection() {
        return budget.selection();
    }

    /** The items of another year and stage. */
    Selection selection(int fiscalYear, Stage stage) {
        return budget.reading().select(fiscalYear, stage);
    }

    /**
     * The same budget in another year and stage, with the same findings.
     *
     * @param fiscalYear null for the newest with an initial budget, or else the newest
     * @param stage      null for the initial one, or else the first that has amounts
     * @throws ProblemException if there is no amount in this year and stage
     */
    public EvaluatedBudget at(@Nullable Integer fiscalYear, @Nullable Stage stage) {
        Budget other = Budget.of(budget.reading(), fiscalYear, stage);
        EvaluatedBudget at = new EvaluatedBudget(other, countsAs, progress);
        if (other.selection().currency().equals(selection().currency())) {
            Findings found = findings();
            synchronized (at) {
                at.findings = found;
            }
        }
        return at;
    }

    /** The budget as it was read. */
    public Budget budget() {
        return budget;
    }

    /** The items of all years and stages in the currency of the selected items. */
    public List<BudgetItem> allYears() {
        return allYears;
    }

    /** What the rules find in the programmes of all years; they are evaluated the first time that somebody asks. */
    public synchronized Findings findings() {
        Findings found = findings;
        if (found == null) {
            found = countsAs.evaluate(budget.programmes(), progress);
            findings = found;
        }
        return found;
    }

    /** Finds definitions of the rules, and applies reforms to them. */
    public DefinitionFinder finder(LocalDate asOf) {
        return new DefinitionFinder(countsAs, asOf);
    }

    Comparer comparer(LocalDate asOf, List<Target> targets) {
        return new Comparer(selection().items(), allYears, asOf, targets);
    }

    ComparisonInput input(String label, Reformed reformed) {
        return new ComparisonInput(
                label, reformed, findings(), countsAs.rules().folder().digest());
    }

    /**
     * To compare a definition's totals with a gross domestic product, the items must be in its currency.
     *
     * @throws ProblemException {@code CURRENCIES_DIFFER}
     */
    void checkCurrency(Reformed reformed) {
        String currency = reformed.definition().currency();
        if (!currency.equals(selection().currency())) {
            throw new ProblemException(
                    Code.CURRENCIES_DIFFER,
                    Place.NONE,
                    "'" + reformed.expression() + "' is made for amounts in " + currency + ", but these are in "
                            + selection().currency(),
                    "Choose a definition in the currency of the amounts");
        }
    }
}
