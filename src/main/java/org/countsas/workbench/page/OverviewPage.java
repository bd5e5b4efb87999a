package org.countsas.workbench.page;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.adjudication.total.ReviewTotal;
import org.countsas.adjudication.total.Summary;
import org.countsas.comparison.target.Distance;
import org.countsas.definition.Block;
import org.countsas.definition.GrossDomesticProduct;
import org.countsas.workbench.budget.MinistryTotal;
import org.countsas.workbench.budget.Scope;
import org.countsas.workbench.budget.View;
import org.countsas.workbench.budget.Workspace;

/**
 * The first page: how much counts, and of whom. Immutable and thread-safe.
 *
 * @param frame what surrounds it
 * @param view  the budget
 */
public record OverviewPage(Frame frame, View view) {
    private static final int MINISTRIES_SHOWN = 12;
    private static final int PERCENT_DECIMALS = 2;
    private static final int WIDTH = 1000;

    /** How amounts are written. */
    public Money money() {
        return new Money(frame.language(), view.summary().currency());
    }

    /** The sums. */
    public Summary summary() {
        return view.summary();
    }

    /** What counts. */
    public Counted counted() {
        return summary().totals().counted();
    }

    /** The definition's name. */
    public String title() {
        return frame.language().label(view.definition().title());
    }

    /** Year, stage, day of the rules, and how many items were read. */
    public String facts() {
        return frame.text(
                "overview.facts",
                String.valueOf(summary().fiscalYear()),
                frame.language().text("stage." + summary().stage().id()),
                frame.language().number(summary().read()),
                frame.language().number(summary().rejected()),
                summary().asOf().toString());
    }

    /** Whether the definition is in force, proposed or for comparison. */
    public String status() {
        return frame.word("status", view.definition().status());
    }

    /** The share of the gross domestic product, in words; empty without one. */
    public String ofGdp() {
        return summary()
                .percentOfGdp(counted().central())
                .map(percent -> frame.text(
                        "overview.gdp",
                        percent.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP).toPlainString(),
                        view.definition()
                                .gdp()
                                .map(GrossDomesticProduct::label)
                                .map(frame.language()::label)
                                .orElse(""),
                        money().amount(view.definition()
                                .gdp()
                                .map(GrossDomesticProduct::amount)
                                .orElse(0L))))
                .orElse("");
    }

    /**
     * A target.
     *
     * @param label    its name
     * @param level    its amount
     * @param distance how far the total is from it, in words
     * @param reached  whether it is reached
     * @param at       where it stands on the scale, in thousandths
     */
    public record TargetRow(String label, String level, String distance, boolean reached, int at) {}

    /** The targets. */
    public List<TargetRow> targets() {
        return view.distances().stream()
                .map(distance -> new TargetRow(
                        frame.language().label(distance.level().target().label()),
                        money().amount(distance.level().amount()),
                        frame.text(
                                distance.reached() ? "overview.above" : "overview.below",
                                money().amount(Math.abs(distance.above().central()))),
                        distance.reached(),
                        Money.part(distance.level().amount(), scale())))
                .toList();
    }

    /** The amount at the right end of the scale. */
    private long scale() {
        long most = counted().high();
        for (Distance distance : view.distances()) {
            most = Math.max(most, distance.level().amount());
        }
        return most;
    }

    /** The total on the scale. */
    public Money.Bar totalBar() {
        return Money.bar(counted(), scale());
    }

    /** The width of the scale. */
    public int width() {
        return WIDTH;
    }

    /**
     * A row of sums.
     *
     * @param block   the block's name; empty if there is none
     * @param label   whose sums
     * @param href    the items
     * @param items   how many
     * @param amount  their whole amount
     * @param counted the part that counts
     * @param bar     as a bar
     */
    public record SumRow(
            String block, String label, String href, String items, String amount, Counted counted, Money.Bar bar) {}

    /** The areas with items, in the definition's order. */
    public List<SumRow> areas() {
        List<AreaTotal> areas = summary().areasWithItems();
        long longest =
                areas.stream().mapToLong(area -> area.counted().high()).max().orElse(0);
        return areas.stream()
                .map(area -> new SumRow(
                        block(area.block()),
                        frame.policy(area.area()),
                        frame.href("/items", "outcome", "counted", "area", area.area(), "sort", "counted"),
                        frame.language().number(area.items()),
                        money().digits(area.amount()),
                        area.counted(),
                        Money.bar(area.counted(), longest)))
                .toList();
    }

    private String block(String id) {
        return view.definition().blocks().stream()
                .filter(block -> block.id().equals(id))
                .map(Block::label)
                .map(frame.language()::label)
                .findFirst()
                .orElse(id);
    }

    /** What a person must still judge. */
    public ReviewTotal review() {
        return summary().totals().review();
    }

    /** The ministries of which something counts, the first dozen. */
    public List<SumRow> ministries() {
        return rows(counting().stream().limit(MINISTRIES_SHOWN).toList());
    }

    /** The other ministries of which something counts. */
    public List<SumRow> otherMinistries() {
        return rows(counting().stream().skip(MINISTRIES_SHOWN).toList());
    }

    private List<MinistryTotal> counting() {
        return view.ministries().stream()
                .filter(total -> total.countedItems() > 0)
                .toList();
    }

    private List<SumRow> rows(List<MinistryTotal> totals) {
        long longest = counting().stream()
                .mapToLong(total -> total.counted().high())
                .max()
                .orElse(0);
        return totals.stream()
                .map(total -> new SumRow(
                        "",
                        total.ministry().isEmpty() ? frame.text("none") : total.ministry(),
                        frame.href("/items", "outcome", "counted", "ministry", total.ministry(), "sort", "counted"),
                        frame.language().number(total.countedItems()),
                        money().digits(total.amount()),
                        total.counted(),
                        Money.bar(total.counted(), longest)))
                .toList();
    }

    /**
     * A year.
     *
     * @param label   its name
     * @param href    its overview
     * @param items   how many items it has
     * @param amount  their whole amount
     * @param counted the part that counts
     * @param shown   whether it is this page's
     */
    public record YearRow(String label, String href, String items, String amount, Counted counted, boolean shown) {}

    /** The years of the same stage. */
    public List<YearRow> years() {
        List<YearRow> rows = new ArrayList<>();
        Scope scope = frame.scope();
        for (Workspace.Year year : frame.workspace().years()) {
            if (year.stage() == summary().stage()) {
                Summary other = frame.workspace().sums(new Scope(scope.definition(), year.fiscalYear(), year.stage()));
                if (Objects.equals(other.currency(), summary().currency())) {
                    rows.add(new YearRow(
                            frame.text("year", String.valueOf(year.fiscalYear())),
                            frame.href(
                                    "/",
                                    "year",
                                    year.fiscalYear(),
                                    "stage",
                                    year.stage().id()),
                            frame.language().number(other.totals().items()),
                            money().digits(other.totals().amount()),
                            other.totals().counted(),
                            year.fiscalYear() == summary().fiscalYear()));
                }
            }
        }
        return rows;
    }

    /** How many items do not count. */
    public String notCounted() {
        int counted =
                summary().totals().areas().stream().mapToInt(AreaTotal::items).sum();
        return frame.language().number(summary().totals().items() - counted - review().items());
    }

    /** The line of the shell that gives these figures. */
    public String command() {
        return "countsas classify " + frame.desk().command() + " --fiscal-year "
                + summary().fiscalYear() + " --stage " + summary().stage().id() + " --definition '"
                + view.reformed().expression() + "'";
    }
}
