package org.countsas.audit.bundle;

import java.util.regex.Pattern;

/** The files of a bundle. */
final class Names {
    static final String MANIFEST = "manifest.json";
    static final String CHECKPOINT = "checkpoint";
    static final String ITEMS = "items.jsonl";
    static final String DECISIONS = "decisions.jsonl";
    static final String REJECTED = "rejected.csv";
    static final String REPORT = "report.html";
    static final String RULES = "rules/";

    /** Names below {@link #RULES}, as rules folders have them: no empty part, no {@code ..}, no drive, no control character. */
    private static final Pattern RULE = Pattern.compile("rules(?:/[\\p{L}\\p{N}_][\\p{L}\\p{N}_. +-]{0,99}){1,8}");

    private Names() {}

    /** Whether a bundle may have a file of this name. */
    static boolean isAllowed(String path) {
        return switch (path) {
            case MANIFEST, CHECKPOINT, ITEMS, DECISIONS, REJECTED, REPORT -> true;
            default -> RULE.matcher(path).matches();
        };
    }

    /** A name that a stranger chose, so that it cannot spoil a terminal. */
    static String shown(String path) {
        String shown = path.length() <= 100 ? path : path.substring(0, 100) + "…";
        return "'" + plain(shown) + "'";
    }

    /** Whether a text says something, and nothing that moves a terminal's cursor. */
    static boolean isPlain(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    /** A text without characters that move a terminal's cursor or hide others. */
    static String plain(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
