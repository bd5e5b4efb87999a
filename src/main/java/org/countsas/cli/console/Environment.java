package org.countsas.cli.console;

import java.time.Clock;

/**
 * What a command takes from the process it runs in.
 *
 * @param clock    gives the day on which rules must be in force, unless the command names another
 * @param out      where results are printed
 * @param err      where problems and progress are printed
 * @param terminal whether {@code err} is a terminal, where progress may be shown
 * @param language the language of its reader where the command names none: {@code en}, {@code ja}, or what somebody wrote for it
 */
public record Environment(Clock clock, Printer out, Printer err, boolean terminal, String language) {
    /** The same for a command that names another language. */
    public Environment in(String other) {
        return new Environment(clock, out, err, terminal, other);
    }
}
