package org.countsas.report.comparison.like;

import java.util.ArrayList;
import java.util.List;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.like.Coverage;
import org.countsas.comparison.like.LikeComparison;
import org.countsas.comparison.like.LikeItem;
import org.countsas.comparison.like.LikePart;
import org.countsas.comparison.like.LikeSide;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.policy.book.RuleBook;

/** Two budgets like with like, as lines for a terminal. Tables have amounts in whole units. Not thread-safe. */
public final class LikeText {
    private static final int MINISTRIES = 10;
    private static final int ITEMS = 10;
    private static final int NAME_WIDTH = 60;
    private static final int KEY_WIDTH = 24;

    private final LikeComparison comparison;
    private final LikeWords words;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private LikeText(LikeComparison comparison, LikeWords words, Language language) {
        this.comparison = comparison;
        this.words = words;
        this.language = language;
    }

    /**
     * The lines.
     *
     * @param rules   those that decided the second budget
     * @param command the command that reproduces it
     */
    public static List<String> of(LikeComparison comparison, RuleBook rules, String command, Language language) {
        LikeText text = new LikeText(
                comparison, new LikeWords(rules, language, comparison.second().currency()), language);
        text.head();
        text.coverage();
        text.parts("area", comparison.areas(), true);
        text.parts(
                "ministry", comparison.ministries().stream().limit(MINISTRIES).toList(), false);
        text.items();
        text.alone("gone.head", comparison.gone());
        text.alone("added.head", comparison.added());
        text.lines.add("");
        text.lines.add(language.text("sums"));
        text.lines.add(text.words.text("command", command));
        return List.copyOf(text.lines);
    }

    private void head() {
        lines.add(words.text(
                "head",
                "A",
                "B",
                comparison.second().currency().equals("JPY")
                        ? words.text("yen")
                        : comparison.second().currency()));
        side("A", comparison.first());
        side("B", comparison.second());
        lines.add("");
        LikePart all = comparison.all();
        lines.add(words.text(
                "change",
                language.number(all.before().items()),
                words.difference(all.delta().central()),
                words.amount(all.before().counted().central()),
                words.amount(all.after().counted().central())));
        if (all.gone().items() > 0 || all.added().items() > 0) {
            lines.add(words.text(
                    "apart",
                    words.amount(all.first().counted().central()),
                    words.amount(all.second().counted().central())));
        }
    }

    private void side(String mark, LikeSide side) {
        lines.add(words.text(
                "side",
                mark,
                (side.label().isEmpty() ? "" : side.label() + ", ")
                        + side.definition().id(),
                String.valueOf(side.fiscalYear()),
                language.text("stage." + side.stage().id()),
                side.asOf().toString()));
    }

    private void coverage() {
        TextTable table = new TextTable(false, true, true, true);
        table.row(words.text("coverage"), words.text("items"), words.text("amount"), words.text("counted"));
        LikePart all = comparison.all();
        row(table, "like.A", all.before());
        row(table, "like.B", all.after());
        row(table, "only.A", all.gone());
        row(table, "only.B", all.added());
        row(table, "all.A", all.first());
        row(table, "all.B", all.second());
        table(table);
    }

    private void row(TextTable table, String key, Coverage coverage) {
        table.row(
                words.text(key),
                language.number(coverage.items()),
                language.number(coverage.amount()),
                language.number(coverage.counted().central()));
    }

    private void parts(String title, List<LikePart> parts, boolean areas) {
        TextTable table = new TextTable(false, true, true, true);
        table.row(words.text(title), words.text("before"), words.text("after"), words.text("delta"));
        for (LikePart part : parts) {
            table.row(
                    TextTable.cut(areas ? words.area(part.key()) : part.key(), KEY_WIDTH),
                    language.number(part.before().counted().central()),
                    language.number(part.after().counted().central()),
                    words.signed(part.delta().central()));
        }
        table(table);
    }

    private void table(TextTable table) {
        lines.add("");
        lines.addAll(table.lines("  "));
    }

    private void items() {
        List<LikeItem> items = comparison.items();
        lines.add("");
        lines.add(words.text("changed", language.number(items.size())));
        for (LikeItem item : items.subList(0, Math.min(ITEMS, items.size()))) {
            lines.add("  "
                    + words.text(
                            "item",
                            item.after().item().id(),
                            TextTable.cut(item.after().item().programme().name(), NAME_WIDTH),
                            item.after().item().programme().ministry(),
                            words.signed(item.delta().central()),
                            words.kind(item)));
            lines.add("      " + words.text("before.item", words.decision(item.before())));
            lines.add("      " + words.text("after.item", words.decision(item.after())));
        }
        more(items.size());
    }

    private void alone(String head, List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(words.text(
                head,
                language.number(decisions.size()),
                words.amount(Coverage.of(decisions).counted().central())));
        TextTable table = new TextTable(true, false, true);
        for (Decision decision : decisions.subList(0, Math.min(ITEMS, decisions.size()))) {
            table.row(
                    decision.item().id(),
                    TextTable.cut(decision.item().programme().name(), NAME_WIDTH / 2),
                    language.number(decision.counted().central()));
        }
        lines.addAll(table.lines("  "));
        more(decisions.size());
    }

    private void more(int size) {
        if (size > ITEMS) {
            lines.add("  " + words.text("items.more", language.number(size - ITEMS)));
        }
    }
}
