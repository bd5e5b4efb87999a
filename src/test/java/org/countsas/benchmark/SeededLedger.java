package org.countsas.benchmark;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;

/**
 * Writes a ledger of any length as CSV: the sentences of real programmes, mixed by a seed, about one kilobyte of text a row. The same
 * arguments give the same bytes.
 *
 * <pre>java -cp target/test-classes:target/classes:'target/lib/*' org.countsas.benchmark.SeededLedger 1000000 7 ledger.csv INPUT…</pre>
 */
public final class SeededLedger {
    private SeededLedger() {}

    /** @param args how many rows, the seed, the file to write, and the inputs whose texts are mixed */
    public static void main(String... args) throws IOException {
        int rows = Integer.parseInt(args[0]);
        Random random = new Random(Long.parseLong(args[1]));
        List<Path> inputs =
                List.of(args).subList(3, args.length).stream().map(Path::of).toList();
        List<Programme> programmes = Sources.read(inputs, ReadOptions.DEFAULT).select().items().stream()
                .map(BudgetItem::programme)
                .toList();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Path.of(args[2]))) {
            csv.writeRecord(
                    "id", "ministry", "bureau", "account", "name", "purpose", "overview", "fiscalYear", "amount");
            for (int row = 1; row <= rows; row++) {
                Programme of = programmes.get(random.nextInt(programmes.size()));
                Programme purpose = programmes.get(random.nextInt(programmes.size()));
                Programme overview = programmes.get(random.nextInt(programmes.size()));
                csv.writeRecord(
                        String.valueOf(row),
                        of.ministry(),
                        of.bureau(),
                        of.account(),
                        of.name() + " " + row,
                        start(of.purpose().isEmpty() ? purpose.purpose() : of.purpose(), 120),
                        start(overview.overview(), 160),
                        "2024",
                        String.valueOf(1_000L * (1 + random.nextInt(50_000_000))));
            }
        }
    }

    private static String start(String text, int characters) {
        int end = Math.min(text.length(), characters);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
