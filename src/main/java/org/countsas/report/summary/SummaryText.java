package org.countsas.report.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.adjudication.total.ReviewTotal;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.definition.GrossDomesticProduct;
import org.countsas.definition.Target;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;

/** A summary as a person wants to read it: the result first, then where it comes from, then what is open. */
@API(status = API.Status.EXPERIMENTAL)
public final class SummaryText {
    private static final int NAME_WIDTH = 60;

    private final RuleBook rules;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private SummaryText(RuleBook rules, Language language) {
        this.rules = rules;
        this.language = language;
    }

    /** The lines of a summary. */
    public static List<String> of(Summary summary, List<Decision> decisions, RuleBook rules, Language language) {
        Highlights highlights = new Highlights();
        decisions.forEach(highlights::add);
        return of(summary, highlights, rules, language);
    }

    /** The lines of a summary, for when the decisions themselves are not available. */
    public static List<String> of(Summary summary, Highlights highlights, RuleBook rules, Language language) {
        return of(summary, summary.totals(), highlights, rules, language);
    }

    /**
     * The lines of a summary whose lists show only some of the items.
     *
     * @param listed the sums of those that lists may show; the highlights are among them
     */
    public static List<String> of(
            Summary summary, Totals listed, Highlights highlights, RuleBook rules, Language language) {
        SummaryText text = new SummaryText(rules, language);
        text.result(summary);
        text.areas(summary);
        text.largest(highlights.largest(), summary.currency());
        text.review(summary, listed, highlights.open());
        text.lines.add("");
        text.lines.add(language.text("sums"));
        return List.copyOf(text.lines);
    }

    private void result(Summary summary) {
        Definition definition = summary.definition();
        Totals totals = summary.totals();
        lines.add(language.text(
                "definition",
                definition.id(),
                language.label(definition.title()),
                language.text("status." + definition.status()),
                summary.asOf().toString()));
        lines.add("");
        lines.add("  " + language.text("total", amount(totals.amount(), summary)));
        if (totals.transfers() != 0) {
            lines.add("    " + language.text("total.transfers", amount(totals.transfers(), summary)));
            lines.add("    " + language.text("total.net", amount(totals.net(), summary)));
        }
        lines.add("  "
                + language.text(
                        "counted",
                        language.text(
                                "range",
                                amount(totals.counted().central(), summary),
                                amount(totals.counted().low(), summary),
                                amount(totals.counted().high(), summary))));
        Optional<BigDecimal> percent = summary.percentOfGdp(totals.counted().central());
        if (percent.isEmpty()) {
            lines.add("  "
                    + language.text(
                            "gdp.none",
                            language == Language.JA ? language.currency(summary.currency()) : summary.currency()));
            return;
        }
        GrossDomesticProduct gdp = definition.gdp().orElseThrow();
        lines.add("  "
                + language.text(
                        "gdp", twoDecimals(percent.get()), language.label(gdp.label()), amount(gdp.amount(), summary)));
        for (Target target : definition.targets()) {
            long level = target.percent()
                    .multiply(BigDecimal.valueOf(gdp.amount()))
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            long distance = totals.counted().central() - level;
            String said =
                    language.text(distance >= 0 ? "target.above" : "target.below", amount(Math.abs(distance), summary));
            lines.add("    " + language.text("target", language.label(target.label()), amount(level, summary), said));
        }
    }

    private void areas(Summary summary) {
        lines.add("");
        TextTable table = new TextTable(false, false, true, true, true, true, true);
        table.row(
                language.text("table.block"),
                language.text("table.area"),
                language.text("table.items"),
                language.text("table.amount.unit", language.text("table.amount"), language.unit(summary.currency())),
                language.text("table.counted"),
                language.text("table.low"),
                language.text("table.high"));
        for (Block block : summary.definition().blocks()) {
            for (AreaTotal area : summary.totals().areas()) {
                if (area.block().equals(block.id())) {
                    row(
                            table,
                            language.label(block.label()),
                            title(area.area()),
                            area.items(),
                            area.amount(),
                            area.counted(),
                            summary.currency());
                }
            }
        }
        List<AreaTotal> areas = summary.totals().areas();
        row(
                table,
                language.text("table.sum"),
                "",
                areas.stream().mapToInt(AreaTotal::items).sum(),
                areas.stream().mapToLong(AreaTotal::amount).reduce(0, Math::addExact),
                summary.totals().counted(),
                summary.currency());
        lines.addAll(table.lines("  "));
    }

    private void row(
            TextTable table, String block, String area, int items, long amount, Counted counted, String currency) {
        table.row(
                block,
                area,
                language.number(items),
                language.digits(amount, currency),
                language.digits(counted.central(), currency),
                language.digits(counted.low(), currency),
                language.digits(counted.high(), currency));
    }

    private void largest(List<Decision> largest, String currency) {
        if (largest.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(language.text("largest"));
        TextTable table = new TextTable(true, false, false, true);
        for (Decision decision : largest) {
            table.row(
                    decision.item().id(),
                    TextTable.cut(decision.item().programme().name(), NAME_WIDTH),
                    title(decision.area().orElseThrow()),
                    language.amount(decision.counted().central(), currency));
        }
        lines.addAll(table.lines("  "));
    }

    private void review(Summary summary, Totals listed, List<Decision> open) {
        lines.add("");
        ReviewTotal review = summary.totals().review();
        if (review.items() == 0) {
            lines.add(language.text("review.none"));
            return;
        }
        lines.add(language.text(
                "review",
                language.number(review.items()),
                amount(review.amount(), summary),
                amount(review.high(), summary)));
        TextTable table = new TextTable(true, false, false, true);
        for (Decision decision : open) {
            table.row(
                    decision.item().id(),
                    TextTable.cut(decision.item().programme().name(), NAME_WIDTH),
                    title(decision.area().orElseThrow()),
                    amount(decision.item().amount(), summary));
        }
        lines.addAll(table.lines("  "));
        if (listed.review().items() > open.size()) {
            lines.add("  "
                    + language.text(
                            "review.more", language.number(listed.review().items() - open.size())));
        }
    }

    private String title(String policy) {
        return rules.policy(policy).map(Policy::title).map(language::label).orElse(policy);
    }

    private String amount(long amount, Summary summary) {
        return language.amount(amount, summary.currency());
    }

    private static String twoDecimals(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
