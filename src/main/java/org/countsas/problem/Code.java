package org.countsas.problem;

import org.apiguardian.api.API;

/**
 * The stable codes of problems. A code never changes its meaning; the error reference has a section for each. The prefix
 * says whose matter it is: {@code U} the command line, {@code S} the source's files and rows, {@code R} rule files,
 * {@code V} vocabulary and facilities, {@code D} definitions, {@code L} the laboratory's reforms and comparisons, {@code N} new
 * areas, {@code T} rule tests, {@code A} the audit trail, {@code W} audit samples, {@code H} human reviews, {@code B} the workbench,
 * {@code O} output, {@code X} CountsAs itself.
 */
@API(status = API.Status.STABLE)
public enum Code {
    UNKNOWN_OPTION("U001", Kind.USAGE),
    UNKNOWN_DEFINITION("U002", Kind.USAGE),
    UNKNOWN_STAGE("U003", Kind.USAGE),
    NO_SUCH_YEAR("U004", Kind.USAGE),
    UNKNOWN_ITEM("U005", Kind.USAGE),
    NO_SUCH_FILE("U006", Kind.USAGE),
    BAD_DATE("U007", Kind.USAGE),
    NO_SUCH_RULE("U008", Kind.USAGE),
    NO_SUCH_POLICY("U009", Kind.USAGE),
    AMBIGUOUS_ITEM("U010", Kind.USAGE),

    UNKNOWN_FORMAT("S001", Kind.DATA),
    EMPTY_INPUT("S002", Kind.DATA),
    WRONG_ENCODING("S003", Kind.DATA),
    BROKEN_ARCHIVE("S004", Kind.DATA),
    MISSING_COLUMN("S005", Kind.DATA),
    BROKEN_ROW("S006", Kind.DATA),
    DUPLICATE_ID("S007", Kind.DATA),
    MISSING_ID("S008", Kind.DATA),
    BAD_AMOUNT("S009", Kind.DATA),
    BAD_YEAR("S010", Kind.DATA),
    BAD_STAGE("S011", Kind.DATA),
    BAD_JSON("S012", Kind.DATA),
    BAD_PROFILE("S013", Kind.DATA),
    NEGATIVE_AMOUNT("S014", Kind.DATA),
    NO_SUCH_PROGRAMME("S015", Kind.DATA),
    UNREADABLE("S016", Kind.DATA),
    BAD_LABEL("S017", Kind.DATA),
    TOO_LARGE("S018", Kind.DATA),
    MIXED_CURRENCIES("S019", Kind.DATA),
    MISSING_TABLE("S020", Kind.DATA),
    LEFT_OUT("S021", Kind.DATA),
    NOT_REPORTED("S022", Kind.DATA),
    TOTAL_ROW("S023", Kind.DATA),
    DUPLICATE_DOCUMENT("S024", Kind.DATA),
    PARTIAL_STAGE("S025", Kind.DATA),
    NOT_JOINED("S026", Kind.DATA),
    NO_SUCH_SECTION("S027", Kind.DATA),
    SECTION_EXCEEDED("S028", Kind.DATA),
    BESIDE_LEDGER("S029", Kind.DATA),
    ASSUMED_DOCUMENT("S030", Kind.DATA),
    SAME_ID("S031", Kind.DATA),
    GUESSED_ENCODING("S032", Kind.DATA),
    TABLE_FORM("S033", Kind.DATA),
    SPREADSHEET_ERROR("S034", Kind.DATA),

    RULE_SYNTAX("R001", Kind.DATA),
    RULE_UNSAFE("R002", Kind.DATA),
    RULE_ANNOTATION("R003", Kind.DATA),
    RULE_DUPLICATE("R004", Kind.DATA),
    UNKNOWN_CONCEPT("R005", Kind.DATA),
    UNKNOWN_CITATION("R006", Kind.DATA),
    UNKNOWN_POLICY("R007", Kind.DATA),
    RULE_TOO_LARGE("R008", Kind.DATA),
    RULES_MISSING("R009", Kind.DATA),
    RULE_COMPILATION("R010", Kind.DATA),
    RULE_EXPIRED("R011", Kind.DATA),
    RULE_PATH("R012", Kind.DATA),

    BAD_YAML("V001", Kind.DATA),
    BAD_VALUE("V002", Kind.DATA),
    DUPLICATE_CONCEPT("V003", Kind.DATA),
    BAD_TERM("V004", Kind.DATA),
    BAD_DISMISSAL("V005", Kind.DATA),

    DEFINITION_CYCLE("D001", Kind.DATA),
    DEFINITION_BASE("D002", Kind.DATA),
    DEFINITION_POLICY("D003", Kind.DATA),
    DEFINITION_RULE("D004", Kind.DATA),
    DEFINITION_CURRENCY("D005", Kind.DATA),

    BAD_REFORM("L001", Kind.USAGE),
    REFORM_POLICY("L002", Kind.USAGE),
    REFORM_SHARE("L003", Kind.USAGE),
    REFORM_CYCLE("L004", Kind.USAGE),
    TOO_MANY_POLICIES("L005", Kind.USAGE),
    CURRENCIES_DIFFER("L006", Kind.USAGE),
    NO_MEASURE("L007", Kind.USAGE),
    NO_OFFICIAL_FIGURES("L008", Kind.USAGE),

    BAD_AREA("N001", Kind.USAGE),
    AREA_EXISTS("N002", Kind.USAGE),
    BAD_AREA_TERM("N003", Kind.USAGE),

    BAD_RULE_TEST("T001", Kind.DATA),
    UNKNOWN_RULE("T002", Kind.DATA),
    NO_RULE_TESTS("T003", Kind.DATA),
    FAILING_RULE_TESTS("T004", Kind.DATA),

    NOT_CANONICAL("A001", Kind.DATA),
    BUNDLE_BROKEN("A002", Kind.DATA),
    BUNDLE_VERSION("A003", Kind.DATA),
    BUNDLE_ARCHIVE("A004", Kind.DATA),
    BUNDLE_FILES("A005", Kind.DATA),
    BUNDLE_CHANGED("A006", Kind.DATA),
    BUNDLE_TREE("A007", Kind.DATA),
    BUNDLE_TOTALS("A008", Kind.DATA),
    UNSIGNED("A009", Kind.DATA),
    WRONG_SIGNATURE("A010", Kind.DATA),
    MISSING_KEY("A011", Kind.DATA),
    BAD_KEY("A012", Kind.DATA),
    KEY_EXPOSED("A013", Kind.DATA),
    REPLAY_DIFFERS("A014", Kind.DATA),
    EXISTS("A015", Kind.DATA),
    BAD_PROOF("A016", Kind.DATA),
    BAD_LEDGER("A017", Kind.DATA),
    BUNDLE_AMONG_INPUTS("A018", Kind.USAGE),

    BAD_SAMPLING_PLAN("W001", Kind.USAGE),
    BAD_WORKSHEET("W002", Kind.DATA),
    OTHER_BUNDLE("W003", Kind.DATA),
    CHANGED_ROW("W004", Kind.DATA),
    UNFILLED_ROW("W005", Kind.DATA),
    BAD_JUDGEMENT("W006", Kind.DATA),

    BAD_REVIEW("H001", Kind.USAGE),
    NOT_IN_BUNDLE("H002", Kind.DATA),
    REVIEWS_BROKEN("H003", Kind.DATA),
    REVIEWS_TORN("H004", Kind.DATA),

    PORT_TAKEN("B001", Kind.USAGE),
    WRONG_HOST("B002", Kind.USAGE),
    CROSS_SITE("B003", Kind.USAGE),
    NO_ACCESS("B004", Kind.USAGE),
    READ_ONLY("B005", Kind.USAGE),
    BAD_REQUEST("B006", Kind.USAGE),
    REQUEST_TOO_LARGE("B007", Kind.USAGE),
    NO_SUCH_PAGE("B008", Kind.USAGE),
    STALE_EDIT("B009", Kind.USAGE),

    UNWRITABLE("O001", Kind.DATA),
    OUTPUT_LOST("O002", Kind.DATA),
    NOT_FOR_TERMINALS("O003", Kind.USAGE),
    RESULTS_EXIST("O004", Kind.USAGE),

    DEFECT("X001", Kind.DEFECT);

    /** Whether the way of asking is wrong, the data asked about, or what answers. */
    public enum Kind {
        /** The command is wrong: exit code 2. */
        USAGE,
        /** The data are wrong: exit code 1. */
        DATA,
        /** CountsAs is wrong: exit code 70. */
        DEFECT
    }

    private final String id;
    private final Kind kind;

    Code(String id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    /** The code as shown: a letter and three digits. */
    public String id() {
        return id;
    }

    /** Whether the way of asking is wrong, the data asked about, or what answers. */
    public Kind kind() {
        return kind;
    }
}
