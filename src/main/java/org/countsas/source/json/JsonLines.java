package org.countsas.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.source.cell.Unit;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.DetectedText;
import org.countsas.source.file.Encoding;
import org.countsas.source.mapping.ItemMaker;
import org.countsas.source.result.FileTally;
import org.countsas.source.result.Format;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.jspecify.annotations.Nullable;

/** Reads items from JSON Lines: one object a line. A line that is none is rejected and the reading goes on. Not thread-safe. */
public final class JsonLines {
    /** In characters; the longest texts of real items have a few thousand. */
    private static final int LONGEST_LINE = 4 << 20;

    private final ReadingBuilder assembly;
    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .maxStringLength(LONGEST_LINE)
                    .build())
            .build();

    /** A line of the file, and the object on it or what is wrong. */
    private record Line(
            Origin origin,
            @Nullable JsonItem item,
            @Nullable Problem problem) {}

    public JsonLines(ReadingBuilder assembly) {
        this.assembly = assembly;
    }

    /** @throws ProblemException if the file is no JSON Lines at all or cannot be read to its end */
    public void read(ByteSource blob, Optional<Encoding> encoding) {
        DetectedText.Decoded<List<Line>> decoded = DetectedText.read(blob, encoding, text -> lines(blob, text));
        FileTally tally =
                new FileTally(blob.name(), Format.JSON_LINES, Optional.of(decoded.charset()), Optional.empty());
        ItemMaker items = new ItemMaker(assembly);
        decoded.value().forEach(line -> tally.count(read(line, items)));
        assembly.file(tally.finish(decoded.value().size()));
    }

    private RowUse read(Line line, ItemMaker items) {
        JsonItem item = line.item();
        Problem problem = line.problem();
        if (item != null && item.id().isBlank()) {
            problem = new Problem(
                    Code.MISSING_ID, line.origin().place().field("id"), "The object has no id", "Add \"id\"");
        }
        if (problem != null || item == null) {
            assembly.reject(
                    java.util.Objects.requireNonNull(problem),
                    line.origin(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty());
            return RowUse.REJECTED;
        }
        item.leftOut()
                .forEach(key -> assembly.warn(
                        new Problem(
                                Code.LEFT_OUT,
                                line.origin().place().field(key),
                                "The key '" + key
                                        + "' is unknown and holds neither a text nor a number; it is left out",
                                ""),
                        OptionalInt.empty(),
                        Optional.empty(),
                        line.origin().file() + " " + key));
        Programme programme = assembly.shared(item.programme());
        return items.make(
                        line.origin(),
                        programme,
                        item.cell("fiscalYear", ""),
                        item.cell("stage", "initial"),
                        item.cell("currency", Unit.YEN),
                        item.cell("amount", ""),
                        java.math.BigDecimal.ONE)
                ? RowUse.ITEMS
                : RowUse.REJECTED;
    }

    private List<Line> lines(ByteSource blob, Reader text) throws IOException {
        List<Line> lines = new ArrayList<>();
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
            if (lines.isEmpty()
                    && (content.strip().equals("{") || content.strip().startsWith("["))) {
                throw new ProblemException(
                        Code.UNKNOWN_FORMAT,
                        Place.line(blob.name(), number),
                        "This is JSON, but not JSON Lines",
                        "Write one object a line, without a list around them");
            }
            Origin origin = new Origin(blob.name(), number);
            lines.add(
                    tooLong
                            ? new Line(
                                    origin,
                                    null,
                                    new Problem(
                                            Code.TOO_LARGE,
                                            origin.place(),
                                            "The line is longer than " + LONGEST_LINE + " characters",
                                            ""))
                            : parse(origin, content));
        }
        return lines;
    }

    private Line parse(Origin origin, String content) {
        try (JsonParser parser = json.createParser(content)) {
            return new Line(origin, JsonItem.read(parser), null);
        } catch (JsonProcessingException e) {
            int column =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
            String reason = String.valueOf(e.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceAll("[.;]$", "");
            return new Line(
                    origin,
                    null,
                    new Problem(
                            Code.BAD_JSON,
                            Place.at(origin.file(), origin.row(), column),
                            "The line is not a JSON object that can be read: " + reason,
                            "Write one object a line"));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }
}
