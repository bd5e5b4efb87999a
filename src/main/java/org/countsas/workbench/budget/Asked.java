package org.countsas.workbench.budget;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.countsas.problem.Code;
import org.countsas.problem.Names;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.name.NameFinder;
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
        return new Scope(query.text("definition"), year(query), stage == null ? null : NameFinder.stage(stage));
    }

    private static @Nullable Integer year(Parameters query) {
        String text = query.text("year");
        OptionalInt year = text == null ? OptionalInt.empty() : NameFinder.year(text);
        return year.isPresent() ? Integer.valueOf(year.getAsInt()) : query.number("year");
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
                named(NameFinder.outcomes(), "outcome", query),
                new ItemFilter.Belongs(query.text("area"), query.text("ministry")),
                new ItemFilter.Grounds(
                        named(NameFinder.strengths(), "strength", query),
                        named(NameFinder.bases(), "basis", query),
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

    private static <E extends Enum<E>> @Nullable E named(Names<E> names, String name, Parameters query) {
        String text = query.text(name);
        return text == null ? null : names.get(text, Code.BAD_REQUEST, "'" + text + "' is no value of '" + name + "'");
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
