package org.countsas.audit.container;

import java.util.regex.Pattern;

/** The names of the files of a bundle, and how names and texts from strangers are shown. */
public final class BundleFiles {
    public static final String MANIFEST = "manifest.json";
    public static final String CHECKPOINT = "checkpoint";
    public static final String ITEMS = "items.jsonl";
    public static final String DECISIONS = "decisions.jsonl";
    public static final String REJECTED = "rejected.csv";
    public static final String REPORT = "report.html";
    public static final String RULES = "rules/";

    /** Names below {@link #RULES}: no empty part, no {@code ..}, no drive, no control character. */
    private static final Pattern RULE = Pattern.compile("rules(?:/[\\p{L}\\p{N}_][\\p{L}\\p{N}_. +-]{0,99}){1,8}");

    private BundleFiles() {}

    /** Whether a bundle may have a file with this name. */
    public static boolean isAllowed(String path) {
        return switch (path) {
            case MANIFEST, CHECKPOINT, ITEMS, DECISIONS, REJECTED, REPORT -> true;
            default -> RULE.matcher(path).matches();
        };
    }

    /** A name that a stranger chose, in quotes, shortened, and safe for a terminal. */
    public static String shown(String path) {
        String shown = path.length() <= 100 ? path : path.substring(0, 100) + "…";
        return "'" + plain(shown) + "'";
    }

    /** Whether a text is not blank and has no control characters. */
    public static boolean isPlain(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    /** A text without characters that move the cursor of a terminal or hide others. */
    public static String plain(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
