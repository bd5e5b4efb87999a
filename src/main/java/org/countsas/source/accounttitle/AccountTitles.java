package org.countsas.source.accounttitle;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.format.SourceFormat;

/** The tables of the Budget and Settlement Database by account title. Immutable and thread-safe. */
@AutoService(SourceFormat.class)
public final class AccountTitles implements SourceFormat {

    @Override
    public Evidence evidence() {
        return Evidence.COLUMNS;
    }

    @Override
    public boolean recognises(InputFile file) {
        return (file.isText() || file.isWorkbook()) && TitleColumns.isTable(file.header());
    }

    /** No endings of its own: its tables are CSV like others. */
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
        return new TitleReader(context.reading(), context.documents());
    }
}
