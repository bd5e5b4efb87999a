package org.countsas.report.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.countsas.adjudication.Counted;
import org.countsas.official.Bridge;
import org.countsas.official.PublishedFigure;
import org.countsas.output.Language;
import org.countsas.output.Pages;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.reconciliation.CoveredPeriod;
import org.countsas.reconciliation.ReconciledFigure;
import org.countsas.reconciliation.Reconciliation;

/**
 * A reconciliation as one self-contained page: no network, no script; light and dark; fit to print. Each block and area has a chart of the
 * published figures and ours by year, and a table of the same. Everything public except {@link #of} is for its template. Immutable and
 * thread-safe.
 */
public final class ReconciliationPage {
    private static final int WIDTH = 360;
    private static final int ROW = 62;

    private final Reconciliation reconciliation;
    private final RuleBook rules;
    private final Language language;
    private final Texts texts;
    private final FigureNames names;
    private final String command;

    private ReconciliationPage(Reconciliation reconciliation, RuleBook rules, String command, Language language) {
        this.reconciliation = reconciliation;
        this.rules = rules;
        this.command = command;
        this.language = language;
        this.texts = Texts.of(ReconciliationPage.class, language);
        this.names = new FigureNames(reconciliation, rules, language);
    }

    /** The page of a reconciliation, as HTML. */
    public static String of(Reconciliation reconciliation, RuleBook rules, String command, Language language) {
        return Pages.page("reconciliation/page.jte", new ReconciliationPage(reconciliation, rules, command, language));
    }

    /**
     * What was published about one block or area on one basis.
     *
     * @param title its heading
     * @param rows  its years, in order
     */
    public record Group(String title, List<Row> rows) {
        /** The height of its chart, in its own units. */
        public int height() {
            return ROW * rows.size() + 8;
        }
    }

    /**
     * A year of a group.
     *
     * @param year        the year and stage
     * @param published   the published amount
     * @param source      where it is published
     * @param ours        our central amount
     * @param range       our lower and upper amounts; empty if they are the same
     * @param difference  published less ours
     * @param bridges what explains part of it
     * @param unexplained what remains unexplained
     * @param bars        how far the bars of the chart reach
     */
    public record Row(
            String year,
            String published,
            String source,
            String ours,
            String range,
            String difference,
            List<String> bridges,
            String unexplained,
            Bars bars) {}

    /**
     * How far the bars of a row reach, in units of the chart.
     *
     * @param top       where the row begins
     * @param published the length of the published amount
     * @param ours      the length of ours
     * @param low       where our range begins
     * @param high      where it ends
     */
    public record Bars(int top, int published, int ours, int low, int high) {}

    /** The page's language, {@code en} or {@code ja}. */
    public String language() {
        return language.id();
    }

    /** The page's style sheet. */
    public String style() {
        return Pages.part(ReconciliationPage.class, "reconciliation.css");
    }

    /** A text of the page with its slots filled. */
    public String text(String key, Object... values) {
        return texts.text(key, values);
    }

    /** The page's title. */
    public String title() {
        return text("page.title", language.label(reconciliation.definition().title()));
    }

    /** What is compared with what. */
    public String head() {
        return text(
                "head",
                reconciliation.definition().id(),
                language.label(reconciliation.definition().title()),
                language.label(reconciliation.official().title()),
                reconciliation.asOf().toString(),
                language.unit(currency()));
    }

    /** The command that reproduces the figures. */
    public String command() {
        return command;
    }

    /** What the input has for each year, in sentences. */
    public List<String> periods() {
        List<String> said = new ArrayList<>();
        for (CoveredPeriod period : reconciliation.periods()) {
            said.add(text(
                            "period",
                            String.valueOf(period.fiscalYear()),
                            language.text("stage." + period.stage().id()))
                    + text("page.colon")
                    + text(
                                    "covers",
                                    language.number(period.items()),
                                    language.amount(period.gross(), currency()),
                                    language.amount(period.net(), currency()))
                            .strip());
        }
        return said;
    }

    /** The blocks and areas, each on each basis. */
    public List<Group> groups() {
        Map<String, List<ReconciledFigure>> byName = new LinkedHashMap<>();
        for (ReconciledFigure each : reconciliation.figures()) {
            if (each.ours().isPresent()) {
                byName.computeIfAbsent(names.of(each.figure()), name -> new ArrayList<>())
                        .add(each);
            }
        }
        List<Group> groups = new ArrayList<>();
        byName.forEach((name, figures) -> groups.add(new Group(name, rows(figures))));
        return groups;
    }

    private List<Row> rows(List<ReconciledFigure> figures) {
        long most = 1;
        for (ReconciledFigure each : figures) {
            most = Math.max(
                    most,
                    Math.max(each.figure().amount(), each.ours().orElseThrow().high()));
        }
        List<Row> rows = new ArrayList<>();
        for (ReconciledFigure each : figures) {
            rows.add(row(each, ROW * rows.size() + 4, most));
        }
        return rows;
    }

    private Row row(ReconciledFigure each, int top, long most) {
        PublishedFigure figure = each.figure();
        Counted ours = each.ours().orElseThrow();
        return new Row(
                figure.fiscalYear() + " "
                        + language.text("stage." + figure.stage().id()),
                digits(figure.amount()),
                figure.page()
                        .map(page -> text("source.page", figure.source(), names.page(page)))
                        .orElse(figure.source()),
                digits(ours.central()),
                ours.low() == ours.high() ? "" : text("page.range", digits(ours.low()), digits(ours.high())),
                signed(each.difference().orElseThrow()),
                each.bridges().stream().map(this::bridge).toList(),
                signed(each.unexplained().orElseThrow())
                        + (each.withinRounding()
                                ? " " + text("page.rounding", language.amount(figure.roundedTo(), currency()))
                                : ""),
                new Bars(
                        top,
                        length(figure.amount(), most),
                        length(ours.central(), most),
                        length(ours.low(), most),
                        length(ours.high(), most)));
    }

    private static int length(long amount, long most) {
        return (int) Math.min(WIDTH, Math.max(0, amount) / Math.max(1, most / WIDTH));
    }

    private String bridge(ReconciledFigure.AppliedBridge applied) {
        String label = language.label(applied.bridge().label());
        String amount = signed(applied.span().amount());
        if (applied.span().evidence() instanceof Bridge.Arithmetic arithmetic) {
            return amount + " " + text("bridge.arithmetic", label, language.label(arithmetic.how()));
        }
        return amount + " "
                + text("bridge.sourced", label, ((Bridge.Sourced) applied.span().evidence()).id());
    }

    /**
     * A source that the page names.
     *
     * @param id    its id
     * @param title what it is
     */
    public record Source(String id, String title) {}

    /** The sources that figures and bridges name, by id. */
    public List<Source> sources() {
        TreeSet<String> ids = new TreeSet<>();
        for (ReconciledFigure each : reconciliation.figures()) {
            if (each.ours().isPresent()) {
                ids.add(each.figure().source());
                for (ReconciledFigure.AppliedBridge applied : each.bridges()) {
                    Optional.of(applied.span().evidence())
                            .filter(Bridge.Sourced.class::isInstance)
                            .ifPresent(evidence -> ids.add(((Bridge.Sourced) evidence).id()));
                }
            }
        }
        return ids.stream()
                .map(id -> new Source(id, language.label(rules.sourceTitle(id))))
                .toList();
    }

    private String currency() {
        return reconciliation.official().currency();
    }

    private String digits(long amount) {
        return language.digits(amount, currency());
    }

    private String signed(long amount) {
        return (amount > 0 ? "+" : "") + digits(amount);
    }
}
