package org.countsas.cli.serve;

/** Words of a command line. */
final class Words {
    private Words() {}

    /** A word as a shell takes it, in quotes if it needs them. */
    static String quoted(String word) {
        return word.matches("[\\p{IsAlphabetic}\\p{IsDigit}./_:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
