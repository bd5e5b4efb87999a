package org.countsas.source.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.file.ReadFailure;

/** Says why a file is in no format. */
final class Refusal {
    private Refusal() {}

    /** @param formats the existing formats, none of which recognises the file */
    static ProblemException of(InputFile file, List<SourceFormat> formats) {
        Place place = Place.file(file.name());
        return switch (file.start().kind()) {
            case ARCHIVE ->
                unknown(place, "A ZIP within gzip, or within two other archives, is not read", "Unpack the outer ones");
            case OLD_WORKBOOK ->
                unknown(
                        place,
                        "This is a workbook in the format before 2007 or with a password",
                        "Save it as XLSX or CSV, without a password");
            case NO_ARCHIVE ->
                ReadFailure.brokenArchive(place, file.start().isEmpty() ? "it is empty" : "it does not begin like one");
            case PDF ->
                unknown(
                        place,
                        "This is a PDF, which holds no table that can be read exactly",
                        "Get the table as CSV or XLSX");
            case BLANK ->
                new ProblemException(Code.EMPTY_INPUT, place, "The file is empty", "Check that it is the right one");
            case TEXT, WORKBOOK, BINARY ->
                unknown(
                        place,
                        "This is not a text file, nor a workbook, nor an archive that can be read",
                        "Give " + known(formats) + " or ZIP; a text in UTF-16 needs a byte-order mark");
        };
    }

    private static ProblemException unknown(Place place, String reason, String fix) {
        return new ProblemException(Code.UNKNOWN_FORMAT, place, reason, fix);
    }

    /** The most general formats first, because people know these. */
    private static String known(List<SourceFormat> formats) {
        List<SourceFormat> generalFirst = new ArrayList<>(formats);
        Collections.reverse(generalFirst);
        return String.join(
                ", ",
                generalFirst.stream().flatMap(format -> format.names().stream()).toList());
    }
}
