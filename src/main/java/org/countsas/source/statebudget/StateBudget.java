package org.countsas.source.statebudget;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.format.SourceFormat;

/** The line items of a fiscal year's statutory budget as one JSON document. Immutable and thread-safe. */
@AutoService(SourceFormat.class)
public final class StateBudget implements SourceFormat {
    private static final List<String> FIRST_KEYS =
            List.of("\"metadata\"", "\"fiscalYear\"", "\"budgetTypes\"", "\"documents\"");

    @Override
    public Evidence evidence() {
        return Evidence.BEGINNING;
    }

    @Override
    public boolean recognises(InputFile file) {
        if (!file.isText() || file.start().firstCharacter() != '{') {
            return false;
        }
        String start = new String(file.start().bytes(), StandardCharsets.UTF_8);
        return FIRST_KEYS.stream().allMatch(start::contains);
    }

    @Override
    public Set<String> endings() {
        return Set.of("json");
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public FormatReader open(ReadingContext context) {
        return new StateBudgetReader(context.reading(), context.documents());
    }
}
