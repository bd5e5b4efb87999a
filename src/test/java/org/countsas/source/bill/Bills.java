package org.countsas.source.bill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auto.service.AutoService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.countsas.item.Programme;
import org.countsas.source.cell.ItemCells;
import org.countsas.source.cell.ItemParser;
import org.countsas.source.file.ReadFailure;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.format.SourceFormat;
import org.countsas.source.result.Origin;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.RowUseCounter;

/** Bills: {@code {"bill": {"fiscalYear": …}, "items": [{"id": …, "name": …, "amount": …}]}} packed by zlib. */
@AutoService(SourceFormat.class)
public final class Bills implements SourceFormat {
    private static final String BEGINNING = "{\"bill\":";

    @Override
    public Evidence evidence() {
        return Evidence.BEGINNING;
    }

    @Override
    public boolean recognises(InputFile file) {
        return file.start().startsWith(0x78) && BEGINNING.equals(unpackedStart(file));
    }

    @Override
    public Set<String> endings() {
        return Set.of("bill.zz");
    }

    @Override
    public List<String> names() {
        return List.of("bills");
    }

    @Override
    public FormatReader open(ReadingContext context) {
        return file -> read(file, context);
    }

    private static void read(InputFile file, ReadingContext context) {
        ItemParser items = new ItemParser(context.reading());
        RowUseCounter uses = new RowUseCounter(file.name(), "bill", StandardCharsets.UTF_8, null);
        int number = 0;
        try (InputStream in = new InflaterInputStream(file.source().open())) {
            JsonNode bill = new ObjectMapper().readTree(in);
            for (JsonNode item : bill.get("items")) {
                Programme programme = context.reading()
                        .shared(Programme.builder(item.get("id").asText())
                                .name(item.get("name").asText())
                                .build());
                ItemCells cells = new ItemCells(
                        new ItemCells.Cell(
                                "fiscalYear", bill.at("/bill/fiscalYear").asText()),
                        new ItemCells.Cell("stage", "initial"),
                        new ItemCells.Cell("currency", "JPY"),
                        new ItemCells.Cell("amount", item.get("amount").asText()),
                        BigDecimal.ONE);
                uses.count(
                        items.parse(new Origin(file.name(), ++number), programme, cells)
                                ? RowUse.ITEMS
                                : RowUse.REJECTED);
            }
        } catch (IOException e) {
            throw ReadFailure.of(file.source(), e);
        }
        items.finish();
        context.reading().file(uses.finish(number));
    }

    private static String unpackedStart(InputFile file) {
        try (InputStream in =
                new InflaterInputStream(new ByteArrayInputStream(file.start().bytes()))) {
            return new String(in.readNBytes(BEGINNING.length()), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}
