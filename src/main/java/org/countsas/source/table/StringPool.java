package org.countsas.source.table;

/**
 * Gives equal short texts the same string: a table repeats its ministries, accounts and zeros thousands of times. It is a small cache that
 * forgets, so it costs little if texts do not repeat. Not thread-safe.
 */
final class StringPool {
    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 40;

    private final String[] slots = new String[SLOTS];

    String get(char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(buffer, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String known = slots[slot];
        if (known != null && equal(known, buffer, offset, length)) {
            return known;
        }
        String text = new String(buffer, offset, length);
        slots[slot] = text;
        return text;
    }

    private static boolean equal(String known, char[] buffer, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
