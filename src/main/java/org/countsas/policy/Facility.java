package org.countsas.policy;

import java.time.LocalDate;
import org.countsas.vocabulary.BilingualText;

/**
 * A listed facility, such as an airport designated for use by the Self-Defense Forces. Texts mention it by the concept that has its id.
 *
 * <p>Immutable and thread-safe.
 */
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

    public String getList() {
        return list;
    }

    public String getKind() {
        return kind;
    }

    /** The concept by which texts mention this facility. */
    public String getConcept() {
        return id;
    }

    public LocalDate designated() {
        return designated;
    }

    public BilingualText label() {
        return label;
    }

    /** Id of the source that lists it. */
    public String source() {
        return source;
    }
}
