package org.countsas.source.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Optional;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.file.ByteSource;

/** Turns what the JSON parser throws into a problem that a person can act on. */
final class JsonFailure {
    private JsonFailure() {}

    /**
     * The problem behind an exception, to be thrown instead.
     *
     * @param context where in the document the parser was
     */
    static ProblemException of(ByteSource source, JsonProcessingException e, JsonStreamContext context) {
        Place place = Optional.ofNullable(e.getLocation())
                .map(at -> Place.at(source.name(), Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr())))
                .orElse(Place.file(source.name()));
        String reason = String.valueOf(e.getOriginalMessage())
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll(" \\(start marker at .*\\)|, from `[^`]*`|: enable .* to allow", "")
                        .replaceAll("[.;]$", "")
                + item(context);
        if (e instanceof StreamConstraintsException) {
            return new ProblemException(Code.TOO_LARGE, place, reason, "Remove what is not part of the items");
        }
        if (reason.startsWith("Invalid UTF-8")) {
            return new ProblemException(Code.WRONG_ENCODING, place, reason, "Save the file as UTF-8");
        }
        return new ProblemException(
                Code.BAD_JSON,
                place,
                "The file is not JSON that can be read to its end: " + reason,
                reason.startsWith("Unexpected end-of-input")
                        ? "Get the file again; it may be cut off"
                        : "Correct it at this place");
    }

    /** The item that the place is in; nothing if it is in none, or between two of them. */
    private static String item(JsonStreamContext context) {
        String item = "";
        for (JsonStreamContext at = context; at.getParent() != null; at = at.getParent()) {
            JsonStreamContext array = at.getParent();
            if (at.inObject() && array.inArray()) {
                item = ", in item " + (array.getCurrentIndex() + 1) + path(array.getParent());
            }
        }
        return item;
    }

    private static String path(JsonStreamContext array) {
        String path = "";
        for (JsonStreamContext at = array; at != null && at.inObject(); at = at.getParent()) {
            path = at.getCurrentName() + (path.isEmpty() ? "" : "." + path);
        }
        return path.isEmpty() ? "" : " of '" + path + "'";
    }
}
