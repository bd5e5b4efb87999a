package org.countsas.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The words of the program {@link VerifierMain}, which has no library to read them. Immutable and thread-safe.
 *
 * @param command one of {@link #COMMANDS}
 * @param file    what is verified
 * @param keys    the files of the public keys that are trusted
 * @param receipt a review that must be there; null for none
 * @param since   a checkpoint that a ledger must continue; null for none
 */
record VerifierArguments(
        String command,
        Path file,
        List<Path> keys,
        @Nullable Hash receipt,
        @Nullable Path since) {
    static final List<String> COMMANDS = List.of("verify", "verify-proof", "ledger verify");

    /**
     * Reads the words.
     *
     * @throws ProblemException {@code UNKNOWN_OPTION} with the word that is wrong
     */
    static VerifierArguments read(List<String> words) {
        List<String> plain = new ArrayList<>();
        List<Path> keys = new ArrayList<>();
        Hash receipt = null;
        Path since = null;
        for (Iterator<String> left = words.iterator(); left.hasNext(); ) {
            String word = left.next();
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            switch (name) {
                case "--key" -> keys.add(path(value(word, name, left)));
                case "--receipt" -> receipt = receipt(value(word, name, left));
                case "--since" -> since = path(value(word, name, left));
                default -> {
                    if (word.startsWith("-")) {
                        throw wrong("There is no option '" + word + "'");
                    }
                    plain.add(word);
                }
            }
        }
        return of(plain, keys, receipt, since);
    }

    private static VerifierArguments of(
            List<String> plain, List<Path> keys, @Nullable Hash receipt, @Nullable Path since) {
        boolean ledger = plain.size() > 1 && plain.get(0).equals("ledger");
        int words = ledger ? 2 : 1;
        String command = String.join(" ", plain.subList(0, Math.min(words, plain.size())));
        if (!COMMANDS.contains(command)) {
            throw wrong(plain.isEmpty() ? "Name a command" : "There is no command '" + command + "'");
        }
        if (plain.size() != words + 1) {
            throw wrong("'" + command + "' takes one file or folder");
        }
        if (receipt != null && !command.equals("verify")) {
            throw wrong("'" + command + "' has no option '--receipt'");
        }
        if (since != null && !ledger) {
            throw wrong("'" + command + "' has no option '--since'");
        }
        return new VerifierArguments(command, path(plain.get(words)), List.copyOf(keys), receipt, since);
    }

    /** The keys that are trusted. */
    KeyRing trusted() {
        return keys.isEmpty() ? KeyRing.of() : KeyRing.read(keys);
    }

    private static String value(String word, String name, Iterator<String> left) {
        if (word.length() > name.length()) {
            return word.substring(name.length() + 1);
        }
        if (!left.hasNext()) {
            throw wrong("'" + name + "' needs a value");
        }
        return left.next();
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw wrong("'" + word + "' is not a path");
        }
    }

    private static Hash receipt(String word) {
        return Hash.ofHex(word).orElseThrow(() -> wrong("'" + word + "' is not a receipt"));
    }

    private static ProblemException wrong(String reason) {
        return new ProblemException(Code.UNKNOWN_OPTION, Place.NONE, reason, "--help lists commands and options");
    }
}
