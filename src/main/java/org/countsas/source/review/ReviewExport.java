package org.countsas.source.review;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.format.SourceFormat;

/** The tables of the Administrative Project Review as exported by the RS System. Immutable and thread-safe. */
@AutoService(SourceFormat.class)
public final class ReviewExport implements SourceFormat {

    @Override
    public Evidence evidence() {
        return Evidence.COLUMNS;
    }

    @Override
    public boolean recognises(InputFile file) {
        return (file.isText() || file.isWorkbook()) && RsTable.of(file.header()).isPresent();
    }

    /** No endings of its own: its tables are CSV and XLSX like others. */
    @Override
    public Set<String> endings() {
        return Set.of();
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public FormatReader open(ReadingContext context) {
        return new ReviewReader(context.reading(), context.sections());
    }
}
