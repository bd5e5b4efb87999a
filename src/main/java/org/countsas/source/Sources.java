package org.countsas.source;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.document.BudgetDocuments;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.InputFinder;
import org.countsas.source.format.Formats;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.profile.Profile;
import org.countsas.source.profile.Profiles;
import org.countsas.source.result.InputNames;
import org.countsas.source.result.Reading;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.table.TableLayout;

/** Reads budget items from files. Thread-safe: every reading stands alone. */
@API(status = API.Status.EXPERIMENTAL)
public final class Sources {
    private Sources() {}

    /**
     * Reads all inputs into one reading. An input is a file in one of the {@linkplain org.countsas.source.format.SourceFormat formats}, a
     * ZIP of such files, or a folder of them: text tables (CSV, TSV), workbooks (XLSX), JSON Lines, and tables of the RS System export,
     * which may come in one input or in several, among others.
     *
     * @param inputs  files and folders, at least one
     * @param options how to read them
     * @throws ProblemException if an input cannot be used at all; a row that cannot be used is rejected and reading continues, unless the
     *                          options are strict
     */
    public static Reading read(List<Path> inputs, ReadOptions options) {
        Profile profile = options.profile().map(Profiles::load).orElse(null);
        TableLayout layout = layout(options, profile == null ? TableLayout.UNKNOWN : profile.layout());
        ReadingBuilder reading =
                new ReadingBuilder(options.strict(), new InputNames(inputs), options.charactersInMemory());
        Formats formats = new Formats(new ReadingContext(
                reading, options.encoding().orElse(null), profile, new BudgetDocuments(), options.sections()));
        for (ByteSource file : new InputFinder(reading, formats.endings()).find(inputs)) {
            formats.read(new InputFile(file, layout, reading));
        }
        formats.finish();
        if (reading.isEmpty()) {
            Place place = inputs.size() == 1 ? Place.file(inputs.get(0).toString()) : Place.NONE;
            throw new ProblemException(
                    Code.EMPTY_INPUT, place, "The input has no rows", "Check that the right files were named");
        }
        return reading.build();
    }

    private static TableLayout layout(ReadOptions options, TableLayout ofProfile) {
        return new TableLayout(
                options.encoding().orElse(ofProfile.encoding()),
                options.separator().orElse(ofProfile.separator()),
                ofProfile.header(),
                ofProfile.sheets(),
                ofProfile.numbers(),
                ofProfile.jsonItems());
    }
}
