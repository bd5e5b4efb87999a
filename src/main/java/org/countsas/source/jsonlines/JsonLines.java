package org.countsas.source.jsonlines;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.format.SourceFormat;

/** One JSON object per line, with the keys of an item. Immutable and thread-safe. */
@AutoService(SourceFormat.class)
public final class JsonLines implements SourceFormat {

    @Override
    public Evidence evidence() {
        return Evidence.SYNTAX;
    }

    @Override
    public boolean recognises(InputFile file) {
        boolean text = file.isText()
                && (file.source().endsIn(endings()) || file.start().firstCharacter() == '{');
        return text && !file.isJsonDocument();
    }

    @Override
    public Set<String> endings() {
        return Set.of("jsonl", "ndjson", "json");
    }

    @Override
    public List<String> names() {
        return List.of("JSON Lines");
    }

    @Override
    public FormatReader open(ReadingContext context) {
        return new JsonLinesReader(context);
    }
}
