package org.countsas.item;

import java.util.Comparator;
import org.apiguardian.api.API;

/** The order of ids that a person expects: 9 before 10, numbers before words. */
@API(status = API.Status.INTERNAL)
public enum NaturalIds implements Comparator<String> {
    /** The one order. */
    ORDER;

    @Override
    public int compare(String a, String b) {
        int from = numberStart(a);
        int to = numberStart(b);
        if (from < 0 || to < 0) {
            return from < 0 && to < 0 ? a.compareTo(b) : from < 0 ? 1 : -1;
        }
        int byLength = Integer.compare(a.length() - from, b.length() - to);
        if (byLength != 0) {
            return byLength;
        }
        for (int i = 0; i < a.length() - from; i++) {
            int byDigit = Character.compare(a.charAt(from + i), b.charAt(to + i));
            if (byDigit != 0) {
                return byDigit;
            }
        }
        // "7" and "07" are different ids of the same number.
        return a.compareTo(b);
    }

    /** Where the digits begin after leading zeros, or -1 if there is anything other than digits. */
    private static int numberStart(String id) {
        int start = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            if (c == '0' && start == i && i < id.length() - 1) {
                start = i + 1;
            }
        }
        return id.isEmpty() ? -1 : start;
    }
}
