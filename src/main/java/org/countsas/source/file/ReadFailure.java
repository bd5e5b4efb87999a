package org.countsas.source.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Turns what libraries throw while reading into a problem that a person can act on. */
@API(status = API.Status.INTERNAL)
public final class ReadFailure {

    private ReadFailure() {}

    /** Whether a wrong encoding is the cause: libraries wrap its exception. */
    public static boolean isOfEncoding(Throwable thrown) {
        return find(thrown, CharacterCodingException.class) != null;
    }

    /** The problem of an archive with a name of an entry that cannot be decoded. */
    public static ProblemException badNames(ByteSource source) {
        return brokenArchive(Place.file(source.name()), "the names of its entries are not in UTF-8");
    }

    /**
     * The problem behind an exception, to be thrown instead.
     *
     * @throws RuntimeException the exception itself, if the input is not to blame for it
     */
    public static ProblemException of(ByteSource source, Throwable thrown) {
        ProblemException problem = find(thrown, ProblemException.class);
        if (problem != null) {
            return problem;
        }
        Place place = Place.file(source.name());
        ZipException broken = find(thrown, ZipException.class);
        if (broken != null || find(thrown, EOFException.class) != null) {
            return brokenArchive(place, broken == null ? "it ends too early" : String.valueOf(broken.getMessage()));
        }
        if (find(thrown, AccessDeniedException.class) != null) {
            return new ProblemException(
                    Code.UNREADABLE,
                    place,
                    "Reading the file is not permitted",
                    "Give this user permission to read it");
        }
        if (find(thrown, NoSuchFileException.class) != null) {
            return new ProblemException(Code.NO_SUCH_FILE, place, "The file is no longer there", "");
        }
        IOException io = find(thrown, IOException.class);
        if (io == null && thrown instanceof RuntimeException defect) {
            throw defect;
        }
        String message = String.valueOf((io == null ? thrown : io).getMessage());
        return new ProblemException(
                Code.UNREADABLE,
                place,
                "The file cannot be read: " + message.lines().findFirst().orElse(""),
                "");
    }

    /** An archive or workbook that is not what it should be; {@code why} is a clause. */
    public static ProblemException brokenArchive(Place place, String why) {
        return new ProblemException(
                Code.BROKEN_ARCHIVE,
                place,
                "The archive is damaged: " + why.lines().findFirst().orElse(""),
                "Fetch or save the file again");
    }

    /** The first exception of a type among an exception and its causes; null if there is none. */
    public static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
