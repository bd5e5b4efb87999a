package org.countsas.source.jsonlines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.source.cell.ItemParser;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.EncodingDetector;
import org.countsas.source.file.TextFile;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.result.Origin;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.RowUseCounter;
import org.countsas.source.result.Scope;

/** Reads the items of JSON Lines. A line that is not an item is rejected and reading continues. Not thread-safe. */
final class JsonLinesReader implements FormatReader {
    /** In characters; the longest texts of real items have a few thousand. */
    private static final int LONGEST_LINE = 4 << 20;

    private final ReadingContext context;
    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .maxStringLength(LONGEST_LINE)
                    .build())
            .build();

    /** A line of the file: the object on it, or what is wrong with it. */
    private sealed interface Line {
        record Item(Origin origin, JsonItem item) implements Line {}

        record Broken(Origin origin, Problem problem) implements Line {}
    }

    JsonLinesReader(ReadingContext context) {
        this.context = context;
    }

    @Override
    public void read(InputFile file) {
        TextFile lines = file.text(context.encoding());
        lines.settle();
        Map<RowUse, Integer> uses = new EnumMap<>(RowUse.class);
        ItemParser items = new ItemParser(context.reading());
        EncodingDetector.Decoded<Integer> decoded = lines.read(text -> lines(
                file.source(),
                text,
                line -> uses.merge(
                        line instanceof Line.Item item ? add(item, items) : reject((Line.Broken) line),
                        1,
                        Integer::sum)));
        items.finish();
        RowUseCounter counter = new RowUseCounter(file.name(), "json-lines", decoded.charset(), null);
        uses.forEach(counter::count);
        context.reading().file(counter.finish(decoded.value()));
    }

    private RowUse reject(Line.Broken line) {
        context.reading().reject(line.problem(), line.origin(), Scope.EVERYTHING);
        return RowUse.REJECTED;
    }

    private RowUse add(Line.Item line, ItemParser items) {
        line.item()
                .leftOut()
                .forEach(key -> context.reading()
                        .warn(
                                new Problem(
                                        Code.LEFT_OUT,
                                        line.origin().place().field(key),
                                        "The key '" + key
                                                + "' is unknown and holds neither a text nor a number; it is left out",
                                        ""),
                                Scope.EVERYTHING,
                                line.origin().file() + " " + key));
        Programme programme = context.reading().shared(line.item().programme());
        return items.parse(line.origin(), programme, line.item().cells()) ? RowUse.ITEMS : RowUse.REJECTED;
    }

    /** Passes on one line after another, and counts them. */
    private int lines(ByteSource source, Reader text, Consumer<Line> each) throws IOException {
        int lines = 0;
        StringBuilder line = new StringBuilder();
        int number = 0;
        boolean more = true;
        while (more) {
            line.setLength(0);
            boolean tooLong = false;
            int c = text.read();
            for (; c >= 0 && c != '\n'; c = text.read()) {
                if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                } else {
                    tooLong = true;
                }
            }
            more = c >= 0;
            number++;
            String content = line.toString();
            if (content.isBlank()) {
                continue;
            }
            if (lines == 0 && (content.strip().equals("{") || content.strip().startsWith("["))) {
                throw new ProblemException(
                        Code.UNKNOWN_FORMAT,
                        Place.line(source.name(), number),
                        "This is JSON, but not JSON Lines",
                        "Write one object per line, without a list around them");
            }
            Origin origin = new Origin(source.name(), number);
            lines++;
            each.accept(tooLong ? new Line.Broken(origin, tooLong(origin)) : parse(origin, content));
        }
        return lines;
    }

    private static Problem tooLong(Origin origin) {
        return new Problem(
                Code.TOO_LARGE, origin.place(), "The line is longer than " + LONGEST_LINE + " characters", "");
    }

    private Line parse(Origin origin, String content) {
        try (JsonParser parser = json.createParser(content)) {
            JsonItem item = JsonItem.read(parser);
            return item.id().isBlank()
                    ? new Line.Broken(
                            origin,
                            new Problem(
                                    Code.MISSING_ID, origin.place().field("id"), "The object has no id", "Add \"id\""))
                    : new Line.Item(origin, item);
        } catch (JsonProcessingException e) {
            return new Line.Broken(origin, unreadable(origin, e));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    private static Problem unreadable(Origin origin, JsonProcessingException e) {
        int column = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
        String reason = String.valueOf(e.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("[.;]$", "");
        return new Problem(
                Code.BAD_JSON,
                Place.at(origin.file(), origin.row(), column),
                "The line is not a JSON object that can be read: " + reason,
                "Write one object per line");
    }
}
