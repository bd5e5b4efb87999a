package org.countsas.source.statebudget;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.ProblemException;
import org.countsas.source.document.BudgetDocument;
import org.countsas.source.document.BudgetDocuments;
import org.countsas.source.document.StageCoverage;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.RowUseCounter;
import org.countsas.source.result.Scope;

/**
 * Makes items from line items. The change in a supplementary budget is decided by that budget's own text, so each document's line item is a
 * separate programme; spending belongs to the line item under which it was appropriated. Not thread-safe.
 */
final class StateBudgetReader implements FormatReader {
    private static final String FORMAT = "state-budget";
    private static final String YEN = "JPY";

    private final ReadingBuilder reading;
    private final BudgetDocuments documents;
    private final Map<String, StateBudgetFile> files = new LinkedHashMap<>();
    private final Map<BudgetDocument, String> fileOf = new LinkedHashMap<>();
    private final Map<String, RowUseCounter> uses = new HashMap<>();
    /** The programme of the first line item of each key, by fiscal year. */
    private final Map<Integer, Map<List<String>, Programme>> appropriated = new HashMap<>();

    /** @param documents the documents of all formats in this reading */
    StateBudgetReader(ReadingBuilder reading, BudgetDocuments documents) {
        this.reading = reading;
        this.documents = documents;
    }

    /** @throws ProblemException {@code DUPLICATE_DOCUMENT} if a document of the file, or another version of it, has already been read */
    @Override
    public void read(InputFile input) {
        StateBudgetFile file = StateBudgetFile.read(input.source());
        for (BudgetDocument document : file.documents()) {
            documents.add(document, input.name());
            fileOf.put(document, input.name());
        }
        files.put(input.name(), file);
        uses.put(input.name(), new RowUseCounter(input.name(), FORMAT, java.nio.charset.StandardCharsets.UTF_8, null));
    }

    @Override
    public void finish() {
        add(BudgetDocument.Kind.INITIAL);
        add(BudgetDocument.Kind.PROVISIONAL);
        add(BudgetDocument.Kind.SUPPLEMENTARY);
        add(BudgetDocument.Kind.SETTLEMENT);
        reject();
        StageCoverage.warn(fileOf, documents, reading);
        files.forEach((name, file) -> reading.file(requireUses(name).finish(file.read())));
    }

    private RowUseCounter requireUses(String file) {
        return java.util.Objects.requireNonNull(uses.get(file));
    }

    private void add(BudgetDocument.Kind kind) {
        files.values()
                .forEach(file -> file.rows().forEach((origin, row) -> {
                    if (row.document().kind() == kind) {
                        boolean taken = kind == BudgetDocument.Kind.SETTLEMENT
                                ? spent(origin, row)
                                : appropriation(origin, row);
                        requireUses(origin.file()).count(taken ? RowUse.ITEMS : RowUse.REJECTED);
                    }
                }));
    }

    private boolean appropriation(Origin origin, LineItemRow row) {
        BudgetDocument document = row.document();
        Programme programme = row.programme();
        if (document.kind() != BudgetDocument.Kind.PROVISIONAL) {
            appropriated
                    .computeIfAbsent(document.fiscalYear(), year -> new HashMap<>())
                    .putIfAbsent(row.key(), programme);
        }
        String key = StateBudgetFile.amountKey(document.kind());
        long amount = row.json().path(key).asLong();
        Stage stage = document.kind().stage();
        boolean taken = item(programme, document, stage, amount, origin, key);
        if (taken && stage != Stage.PROVISIONAL && documents.hasRevised(document.fiscalYear(), document.account())) {
            item(programme, document, Stage.REVISED, amount, origin, key);
        }
        return taken;
    }

    private boolean spent(Origin origin, LineItemRow row) {
        BudgetDocument document = row.document();
        Programme programme =
                appropriated.getOrDefault(document.fiscalYear(), Map.of()).getOrDefault(row.key(), row.programme());
        String key = StateBudgetFile.amountKey(document.kind());
        return item(programme, document, Stage.EXECUTED, row.json().path(key).asLong(), origin, key);
    }

    private boolean item(
            Programme programme, BudgetDocument document, Stage stage, long amount, Origin origin, String key) {
        return reading.item(
                new BudgetItem(reading.shared(programme), document.fiscalYear(), stage, amount, YEN), origin, key);
    }

    private void reject() {
        files.forEach((name, file) -> file.broken().forEach((origin, problem) -> {
            reading.reject(problem, origin, Scope.EVERYTHING);
            requireUses(name).count(RowUse.REJECTED);
        }));
    }
}
