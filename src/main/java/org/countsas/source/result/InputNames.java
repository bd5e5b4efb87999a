package org.countsas.source.result;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;

/**
 * Names files starting with the input's own name, not as the user named them: what is passed on reveals nothing about the folders of the
 * machine on which it was made, and is the same wherever the input was. Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class InputNames {
    private static final String SEPARATORS = "/" + FileSystems.getDefault().getSeparator();

    /** One input may be inside another. */
    private final List<Input> longestFirst;

    private record Input(String asNamed, String own) {}

    /** @param inputs the inputs as the user named them */
    public InputNames(List<Path> inputs) {
        longestFirst = inputs.stream()
                .map(input -> new Input(input.toString(), ownName(input)))
                .sorted(Comparator.comparing((Input input) -> input.asNamed().length())
                        .reversed())
                .toList();
    }

    /** The last part of the path, even of one such as {@code ..} that does not show it. */
    private static String ownName(Path input) {
        Path name = input.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    /** A file, with its entry or sheet if it has one; the parts of its name are separated by {@code /}. */
    String of(String asNamed) {
        for (Input input : longestFirst) {
            if (asNamed.startsWith(input.asNamed())) {
                String rest = asNamed.substring(input.asNamed().length());
                if (rest.isEmpty() || rest.startsWith("!") || rest.startsWith("#")) {
                    return input.own() + rest;
                }
                String within = rest.substring(isSeparator(rest.charAt(0)) ? 1 : 0);
                if (within.length() < rest.length() || endsInside(input.asNamed())) {
                    return input.own().isEmpty() ? within : input.own() + "/" + within;
                }
            }
        }
        return asNamed;
    }

    /** A problem with its file named this way. */
    Problem of(Problem problem) {
        return new Problem(problem.code(), of(problem.place()), problem.reason(), problem.fix());
    }

    /**
     * A problem with its file, and the file that its reason ends with, named this way.
     *
     * @param other the place with which the reason ends
     */
    Problem of(Problem problem, Place other) {
        return of(new Problem(
                problem.code(),
                problem.place(),
                withoutEnd(problem.reason(), other.toString()) + of(other),
                problem.fix()));
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

    private static boolean isSeparator(char character) {
        return SEPARATORS.indexOf(character) >= 0;
    }

    /** Whether what follows such a name is within the folder: it is a root, or the nameless folder of the process. */
    private static boolean endsInside(String folder) {
        return folder.isEmpty() || isSeparator(folder.charAt(folder.length() - 1));
    }
}
