package org.countsas.source.mapping;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.format.SourceFormat;

/** Text tables and workbooks with one row for each item. Immutable and thread-safe. */
@AutoService(SourceFormat.class)
public final class MappedTables implements SourceFormat {

    @Override
    public Evidence evidence() {
        return Evidence.TABLE;
    }

    @Override
    public boolean recognises(InputFile file) {
        return file.isText() || file.isWorkbook();
    }

    @Override
    public Set<String> endings() {
        return Set.of("csv", "tsv", "txt", "xlsx", "xlsm", "json");
    }

    @Override
    public List<String> names() {
        return List.of("CSV", "TSV", "XLSX", "JSON");
    }

    @Override
    public FormatReader open(ReadingContext context) {
        return new MappedTableReader(context);
    }
}
