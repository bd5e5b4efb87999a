package org.countsas.policy;

import java.time.LocalDate;
import org.apiguardian.api.API;
import org.countsas.vocabulary.BilingualText;

/**
 * A listed facility, such as an airport designated for use by the Self-Defense Forces. Texts mention it by the concept that has its id.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Facility {
    private final String list;
    private final String id;
    private final String kind;
    private final LocalDate designated;
    private final BilingualText label;
    private final String source;

    /**
     * @param list       id of the list
     * @param id         id of the facility, which is also the id of its concept
     * @param kind       such as {@code airport}
     * @param designated first day on which it is on the list
     * @param label      name for people
     * @param source     id of the source that lists it
     */
    public Facility(String list, String id, String kind, LocalDate designated, BilingualText label, String source) {
        this.list = list;
        this.id = id;
        this.kind = kind;
        this.designated = designated;
        this.label = label;
        this.source = source;
    }

    /** Id of the list. */
    public String getList() {
        return list;
    }

    /** What it is, such as {@code airport}. */
    public String getKind() {
        return kind;
    }

    /** The concept by which texts mention this facility. */
    public String getConcept() {
        return id;
    }

    /** The first day on which it is on the list. */
    public LocalDate designated() {
        return designated;
    }

    /** Its name for people. */
    public BilingualText label() {
        return label;
    }

    /** Id of the source that lists it. */
    public String source() {
        return source;
    }
}
