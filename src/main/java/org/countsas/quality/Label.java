package org.countsas.quality;

import org.apiguardian.api.API;

/**
 * A person's judgement about an item.
 *
 * @param item    the item's id
 * @param verdict the judgement
 * @param area    the area that it is about; empty for all areas
 */
@API(status = API.Status.EXPERIMENTAL)
public record Label(String item, Verdict verdict, String area) {

    /** A judgement. */
    public enum Verdict {
        /** It counts in the area. */
        COUNT,
        /** It does not count in the area, or, without an area, not at all. */
        NOT,
        /** Careful readers differ. */
        BORDERLINE
    }
}
