package org.countsas.problem;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * Things that people call by an id or a title, in any language. Width, case, spaces and hyphens do not matter: {@code ＪＡＰＡＮ2022} is
 * {@code japan-2022}. An id goes before a title, and what stands earlier before what stands later. Immutable and thread-safe.
 *
 * @param <T> the kind of thing
 */
@API(status = API.Status.INTERNAL)
public final class Names<T> {
    private static final int SHORT_LIST = 8;

    private final Map<String, T> byId = new LinkedHashMap<>();
    private final Map<String, T> byKey = new LinkedHashMap<>();
    private final Map<String, String> idByName = new LinkedHashMap<>();

    private Names() {}

    /**
     * The names of things.
     *
     * @param id     the id of each, by which it is suggested
     * @param titles what else people call it
     */
    public static <T> Names<T> of(Collection<T> things, Function<T, String> id, Function<T, List<String>> titles) {
        Names<T> names = new Names<>();
        for (T thing : things) {
            names.byId.put(id.apply(thing), thing);
        }
        names.byId.forEach((name, thing) -> {
            names.byKey.putIfAbsent(key(name), thing);
            names.idByName.putIfAbsent(name, name);
        });
        names.byId.forEach((name, thing) -> titles.apply(thing).forEach(title -> {
            if (!key(title).isEmpty() && names.byKey.putIfAbsent(key(title), thing) == null) {
                names.idByName.putIfAbsent(title, name);
            }
        }));
        return names;
    }

    /** Ids that have no titles. */
    public static Names<String> ofIds(Collection<String> ids) {
        return of(ids, id -> id, id -> List.of());
    }

    /** A name as names are compared: width, case, spaces, hyphens and low lines do not matter. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\p{Pd}\u2212]", "");
    }

    /** The thing of this name; empty if there is none. */
    public Optional<T> find(String name) {
        T exact = byId.get(name);
        return exact == null ? Optional.ofNullable(byKey.get(key(name))) : Optional.of(exact);
    }

    /**
     * The thing of this name.
     *
     * @param code   of the problem if there is none
     * @param reason what is wrong then
     * @throws ProblemException with the {@link #fix}
     */
    public T get(String name, Code code, String reason) {
        return find(name).orElseThrow(() -> new ProblemException(code, Place.NONE, reason, fix(name)));
    }

    /** The id of what somebody probably meant, and all ids if they are few or nothing is near. */
    public String fix(String name) {
        Optional<String> near = Suggestion.near(name, idByName.keySet()).map(idByName::get);
        List<String> ids = new ArrayList<>(byId.keySet());
        if (near.isEmpty()) {
            return Suggestion.listed(ids);
        }
        String question = Suggestion.question(near.get());
        return ids.size() > 1 && ids.size() <= SHORT_LIST ? question + " " + Suggestion.listed(ids) : question;
    }
}
