package org.countsas.official;

import org.apiguardian.api.API;

/** What a published figure is about, in the terms of definitions. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Subject {
    /**
     * What counts in a block.
     *
     * @param id the block's id
     */
    @API(status = API.Status.EXPERIMENTAL)
    record OfBlock(String id) implements Subject {
        @Override
        public String toString() {
            return "block:" + id;
        }
    }

    /**
     * What counts in an area.
     *
     * @param id the policy's id
     */
    @API(status = API.Status.EXPERIMENTAL)
    record OfArea(String id) implements Subject {
        @Override
        public String toString() {
            return "area:" + id;
        }
    }

    /** Everything that counts. */
    @API(status = API.Status.EXPERIMENTAL)
    record OfTotal() implements Subject {
        @Override
        public String toString() {
            return "total";
        }
    }
}
