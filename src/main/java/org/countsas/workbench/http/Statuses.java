package org.countsas.workbench.http;

import org.countsas.problem.Code;

/** The status of HTTP for each problem. */
public final class Statuses {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int MISDIRECTED = 421;
    private static final int UNPROCESSABLE = 422;
    private static final int DEFECT = 500;

    private Statuses() {}

    /** The status. */
    public static int of(Code code) {
        return switch (code) {
            case WRONG_HOST -> MISDIRECTED;
            case NO_ACCESS -> UNAUTHORIZED;
            case CROSS_SITE, READ_ONLY -> FORBIDDEN;
            case NO_SUCH_PAGE, UNKNOWN_ITEM, UNKNOWN_DEFINITION, NO_SUCH_RULE, NO_SUCH_POLICY, NO_SUCH_YEAR ->
                NOT_FOUND;
            case AREA_EXISTS, EXISTS, STALE_EDIT -> CONFLICT;
            case REQUEST_TOO_LARGE -> TOO_LARGE;
            default ->
                switch (code.kind()) {
                    case USAGE -> BAD_REQUEST;
                    case DATA -> UNPROCESSABLE;
                    case DEFECT -> DEFECT;
                };
        };
    }
}
