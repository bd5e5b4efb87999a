package org.countsas.item;

import org.apiguardian.api.API;

/** Keys of the {@linkplain Programme#attributes() attributes} that say where more is published about a programme. */
@API(status = API.Status.EXPERIMENTAL)
public final class SourceAttributes {
    /** The address of the programme's own page, as the source names it. */
    public static final String OFFICIAL_PAGE = "officialPage";

    private SourceAttributes() {}
}
