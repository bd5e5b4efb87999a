package org.countsas.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Adoption;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.definition.GrossDomesticProduct;
import org.countsas.definition.Target;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.rule.Share;
import org.countsas.vocabulary.BilingualText;

/** Decisions and a definition of two areas, written out by hand, for tests of sums and of what is printed. */
public final class Decisions {
    public static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private Decisions() {}

    /** A definition with the areas {@code fleet} (block {@code core}) and {@code ports} (block {@code related}). */
    public static Definition definition(String currency, long gdp) {
        return new Definition(
                "two-areas",
                new BilingualText("Two areas", "二つの分野"),
                Definition.Status.COMPARISON,
                null,
                null,
                List.of(),
                currency,
                gdp == 0 ? null : new GrossDomesticProduct(gdp, new BilingualText("GDP", "GDP"), "source"),
                List.of(new Target(
                        "half", new BigDecimal("0.5"), new BilingualText("Half a per cent", "0.5％"), "source")),
                List.of(),
                List.of(
                        new Block("core", new BilingualText("Core", "中核")),
                        new Block("related", new BilingualText("Related", "関連"))),
                List.of(new Adoption("fleet", "core", List.of()), new Adoption("ports", "related", List.of())));
    }

    public static Definition definition() {
        return definition("JPY", 1_000_000);
    }

    public static BudgetItem item(String id, long amount) {
        return new BudgetItem(
                Programme.builder(id)
                        .name("Programme " + id)
                        .ministry("Ministry")
                        .build(),
                2024,
                Stage.INITIAL,
                amount,
                "JPY");
    }

    /** An item counted in an area. */
    public static Decision counted(String id, long amount, String area, Counted counted, String... alsoIn) {
        return new Decision(
                item(id, amount),
                "two-areas",
                Outcome.COUNTED,
                area.equals("fleet") ? "core" : "related",
                area,
                Arrays.asList(alsoIn),
                Share.WHOLE,
                counted,
                List.of());
    }

    /** An item counted whole in an area. */
    public static Decision counted(String id, long amount, String area) {
        return counted(id, amount, area, new Counted(amount, amount, amount));
    }

    public static Decision review(String id, long amount, String area, long high) {
        return new Decision(
                item(id, amount),
                "two-areas",
                Outcome.REVIEW,
                null,
                area,
                List.of(),
                Share.WHOLE,
                new Counted(0, 0, high),
                List.of());
    }

    public static Decision notCounted(String id, long amount) {
        return new Decision(
                item(id, amount),
                "two-areas",
                Outcome.NOT_COUNTED,
                null,
                null,
                List.of(),
                Share.NOTHING,
                Counted.NOTHING,
                List.of());
    }
}
