package org.countsas.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.FileKind;
import org.countsas.source.file.Inputs;
import org.countsas.source.json.JsonLines;
import org.countsas.source.mapping.GenericTable;
import org.countsas.source.mapping.Mapping;
import org.countsas.source.mapping.NameMapping;
import org.countsas.source.mapping.Profile;
import org.countsas.source.mapping.ProfileMapping;
import org.countsas.source.mapping.Profiles;
import org.countsas.source.result.FileTally;
import org.countsas.source.result.Format;
import org.countsas.source.result.InputNames;
import org.countsas.source.result.Reading;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.review.RsExport;
import org.countsas.source.review.RsTable;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.DelimitedText;
import org.countsas.source.table.HeaderConsumer;
import org.countsas.source.table.Table;
import org.countsas.source.table.Workbook;

/** Reads budget items from files. Thread-safe: every reading stands alone. */
public final class Sources {
    private final ReadOptions options;
    private final Optional<Profile> profile;
    private final ReadingBuilder assembly;
    private final RsExport export;

    private Sources(List<Path> inputs, ReadOptions options) {
        this.options = options;
        this.profile = options.profile().map(Profiles::load);
        this.assembly = new ReadingBuilder(options.strict(), new InputNames(inputs));
        this.export = new RsExport(assembly);
    }

    /**
     * Reads all inputs into one reading. An input is a file or a folder: a text table (CSV, TSV), a workbook (XLSX), JSON
     * Lines, a ZIP of such files, a folder of them. Among these, a table of the RS System export is known by its columns; the
     * tables of an export may come in one input or in several.
     *
     * @param inputs  files and folders, at least one
     * @param options how to read them
     * @throws ProblemException if an input cannot be used at all; a row that cannot is rejected and the reading goes on,
     *                          unless the options are strict
     */
    public static Reading read(List<Path> inputs, ReadOptions options) {
        return new Sources(inputs, options).read(inputs);
    }

    private Reading read(List<Path> inputs) {
        for (ByteSource blob : new Inputs(assembly).resolve(inputs)) {
            file(blob);
        }
        if (!export.isEmpty()) {
            export.read();
        }
        if (assembly.isEmpty()) {
            Place place = inputs.size() == 1 ? Place.file(inputs.get(0).toString()) : Place.NONE;
            throw new ProblemException(
                    Code.EMPTY_INPUT, place, "The input has no rows", "Check that the right files were named");
        }
        return assembly.finish();
    }

    private void file(ByteSource blob) {
        FileKind kind = FileKind.of(blob);
        if (kind == FileKind.JSON_LINES) {
            new JsonLines(assembly).read(blob, options.encoding());
            return;
        }
        Table table = table(blob, kind);
        ColumnNames header = HeaderConsumer.of(table);
        Optional<RsTable> ofExport = RsTable.of(header);
        if (ofExport.isPresent()) {
            export.add(ofExport.get(), table);
        } else {
            generic(table, header, kind);
        }
    }

    private Table table(ByteSource blob, FileKind kind) {
        DelimitedText.Layout known = profile.map(Profile::layout).orElse(DelimitedText.Layout.UNKNOWN);
        if (kind == FileKind.WORKBOOK) {
            return Workbook.open(blob, profile.flatMap(Profile::sheet), known.headerRow(), assembly);
        }
        return new DelimitedText(
                blob,
                new DelimitedText.Layout(
                        options.encoding().or(known::encoding),
                        options.separator().or(known::separator),
                        known.headerRow()));
    }

    private void generic(Table table, ColumnNames header, FileKind kind) {
        Place place = Place.file(table.name());
        if (header.size() == 0) {
            throw new ProblemException(
                    Code.EMPTY_INPUT, place, "The table has no header and no rows", "Check that it is the right one");
        }
        NameMapping byNames = new NameMapping(header, place);
        Optional<Profile> used = profile.or(() -> byNames.isIncomplete() ? Profiles.fitting(header) : Optional.empty());
        Mapping mapping =
                used.isPresent() ? new ProfileMapping(used.get(), header, place).resolve(assembly) : byNames.resolve();
        Table.Seen<GenericTable.Rows> seen = table.read(() -> new GenericTable.Rows(table.name()));
        FileTally tally = new FileTally(
                table.name(),
                kind == FileKind.WORKBOOK ? Format.XLSX : Format.DELIMITED_TEXT,
                seen.charset(),
                used.map(Profile::name));
        new GenericTable(assembly, mapping, header).read(seen.consumer(), tally);
        if (seen.consumer().count() == 0) {
            assembly.warn(Code.EMPTY_INPUT, place, "The table has a header and no rows", "");
        }
        assembly.file(tally.finish(seen.consumer().count()));
    }
}
