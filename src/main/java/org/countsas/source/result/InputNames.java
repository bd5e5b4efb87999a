package org.countsas.source.result;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;

/**
 * Names files from the own name of the input on, and not as the user named them: what is handed on says nothing of the folders of the
 * machine on which it was made, and is the same wherever the input lay. Immutable and thread-safe.
 */
public final class InputNames {
    private static final String PARTING = "/" + FileSystems.getDefault().getSeparator();

    /** Of several inputs, one may lie within another. */
    private final List<Input> longestFirst;

    private record Input(String asNamed, String own) {}

    public InputNames(List<Path> inputs) {
        longestFirst = inputs.stream()
                .map(input -> new Input(input.toString(), ownName(input)))
                .sorted(Comparator.comparing((Input input) -> input.asNamed().length())
                        .reversed())
                .toList();
    }

    /** The last part of the path; also of one such as {@code ..}, that does not show it. */
    private static String ownName(Path input) {
        Path name = input.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    /** A file, with entry or sheet if it has one; parts of its name are parted by {@code /}. */
    String of(String asNamed) {
        for (Input input : longestFirst) {
            if (asNamed.startsWith(input.asNamed())) {
                String rest = asNamed.substring(input.asNamed().length());
                if (rest.isEmpty() || rest.startsWith("!") || rest.startsWith("#")) {
                    return input.own() + rest;
                }
                String within = rest.substring(isParting(rest.charAt(0)) ? 1 : 0);
                if (within.length() < rest.length() || endsInside(input.asNamed())) {
                    return input.own().isEmpty() ? within : input.own() + "/" + within;
                }
            }
        }
        return asNamed;
    }

    /**
     * A problem with its files named so.
     *
     * @param other the place with which the reason ends, if it names one
     */
    Problem of(Problem problem, Optional<Place> other) {
        String reason = other.map(place -> withoutEnd(problem.reason(), place.toString()) + of(place))
                .orElse(problem.reason());
        return new Problem(problem.code(), of(problem.place()), reason, problem.fix());
    }

    private Place of(Place place) {
        return place.file() == null ? place : new Place(of(place.file()), place.line(), place.column(), place.field());
    }

    private static String withoutEnd(String text, String end) {
        if (!text.endsWith(end)) {
            throw new IllegalArgumentException("'" + text + "' does not end with '" + end + "'");
        }
        return text.substring(0, text.length() - end.length());
    }

    private static boolean isParting(char character) {
        return PARTING.indexOf(character) >= 0;
    }

    /** Whether what follows lies within the folder: a root, or the folder of the process without a name. */
    private static boolean endsInside(String folder) {
        return folder.isEmpty() || isParting(folder.charAt(folder.length() - 1));
    }
}
