package org.countsas.workbench.budget;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.countsas.adjudication.Outcome;
import org.countsas.item.Stage;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Strength;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.workbench.http.Parameters;
import org.jspecify.annotations.Nullable;

/** What the parameters of an address ask for, on pages and by programs alike. */
public final class Asked {
    private Asked() {}

    /**
     * Under which definition, in which year.
     *
     * @throws ProblemException {@code BAD_REQUEST} or {@code UNKNOWN_STAGE}
     */
    public static Scope scope(Parameters query) {
        String stage = query.text("stage");
        return new Scope(query.text("definition"), query.number("year"), stage == null ? null : stage(stage));
    }

    private static Stage stage(String id) {
        return Stage.ofId(id)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_STAGE,
                        Place.NONE,
                        "There is no stage '" + id + "'",
                        "Known: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Stage.values())
                                                .map(Stage::id)
                                                .toList())));
    }

    /**
     * Which items.
     *
     * @throws ProblemException {@code BAD_REQUEST} for an unknown value
     */
    public static ItemFilter filter(Parameters query) {
        String words = query.text("q");
        return new ItemFilter(
                words == null ? "" : words,
                constant(Outcome.class, "outcome", query),
                new ItemFilter.Belongs(query.text("area"), query.text("ministry")),
                new ItemFilter.Grounds(
                        constant(Strength.class, "strength", query),
                        constant(Basis.class, "basis", query),
                        query.text("rule")),
                query.text("near") != null);
    }

    /**
     * In which order; the largest amount first unless something else is asked for.
     *
     * @throws ProblemException {@code BAD_REQUEST} for an unknown value
     */
    public static ItemOrder order(Parameters query) {
        ItemOrder order = constant(ItemOrder.class, "sort", query);
        return order == null ? ItemOrder.AMOUNT : order;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name, Parameters query) {
        String id = query.text(name);
        if (id == null) {
            return null;
        }
        for (E each : type.getEnumConstants()) {
            if (id(each).equals(id.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new ProblemException(
                Code.BAD_REQUEST,
                Place.NONE,
                "'" + id + "' is no value of '" + name + "'",
                "Known: "
                        + String.join(
                                ", ",
                                List.of(type.getEnumConstants()).stream()
                                        .map(Asked::id)
                                        .toList()));
    }

    /** A constant as addresses have it: its name in lower case. */
    public static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
