package org.countsas.source.accounttitle;

import static org.countsas.item.StateBudgetAttributes.JURISDICTION;
import static org.countsas.item.StateBudgetAttributes.SECTION;
import static org.countsas.item.StateBudgetAttributes.SECTION_CODE;
import static org.countsas.item.StateBudgetAttributes.SUB_ACCOUNT;
import static org.countsas.item.StateBudgetAttributes.TRANSFER;
import static org.countsas.item.StateBudgetAttributes.YES;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.cell.Amount;
import org.countsas.source.document.BudgetDocument;
import org.countsas.source.document.BudgetDocument.Kind;
import org.countsas.source.document.BudgetDocuments;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.RowUseCounter;
import org.countsas.source.result.Scope;
import org.countsas.source.table.TableConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of a table by account title. Not thread-safe. */
final class TitleRows implements TableConsumer {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    /** 使途別: money that another account receives. */
    private static final String TO_ANOTHER_ACCOUNT = "6";
    /** 経済性質別: what appears in two accounts. */
    private static final String OVERLAP = "30";

    private final String file;
    private final BudgetDocument document;
    private final TitleColumns columns;
    private final Map<Origin, BudgetItem> items = new LinkedHashMap<>();
    private final Map<Origin, Problem> broken = new LinkedHashMap<>();
    private String amountColumn = "";
    private int rows;

    TitleRows(String file, BudgetDocument document, TitleColumns columns) {
        this.file = file;
        this.document = document;
        this.columns = columns;
    }

    @Override
    public boolean[] header(int row, List<String> names) {
        amountColumn = names.get(columns.amounts().of(document.kind()));
        return columns.wanted(names.size());
    }

    @Override
    public void row(int row, String[] cells) {
        rows++;
        Origin origin = new Origin(file, row);
        int column = columns.amounts().of(document.kind());
        Amount amount = Amount.parse(cells[column], document.kind() == Kind.SETTLEMENT ? BigDecimal.ONE : THOUSAND);
        if (amount.wrong() != null) {
            broken.put(
                    origin,
                    new Problem(
                            Code.BAD_AMOUNT,
                            origin.place().field(amountColumn),
                            amount.wrong(),
                            document.kind() == Kind.SETTLEMENT ? "Write whole yen" : "Write thousand yen"));
            return;
        }
        items.put(
                origin,
                new BudgetItem(
                        programme(cells), document.fiscalYear(), document.kind().stage(), amount.value(), "JPY"));
    }

    @Override
    public void broken(int row, String reason, String fix) {
        rows++;
        Origin origin = new Origin(file, row);
        broken.put(origin, new Problem(Code.BROKEN_ROW, origin.place(), reason, fix));
    }

    private Programme programme(String[] cells) {
        String jurisdiction = cell(cells, columns.jurisdiction());
        String special = cell(cells, columns.specialAccount());
        String subAccount = cell(cells, columns.subAccount());
        Map<String, String> attributes = new TreeMap<>();
        put(attributes, JURISDICTION, jurisdiction);
        put(attributes, SECTION, cell(cells, columns.section()));
        put(attributes, SECTION_CODE, cell(cells, columns.sectionCode()));
        put(attributes, SUB_ACCOUNT, subAccount);
        put(attributes, "document", document.title());
        put(attributes, "major-expense-code", cell(cells, columns.majorExpense()));
        put(attributes, "purpose-code", cell(cells, columns.purpose()));
        put(attributes, "economic-nature-code", cell(cells, columns.economicNature()));
        put(attributes, "use-code", cell(cells, columns.use()));
        if (number(cell(cells, columns.use())).equals(TO_ANOTHER_ACCOUNT)) {
            attributes.put(TRANSFER, YES);
        }
        if (number(cell(cells, columns.economicNature())).equals(OVERLAP)) {
            attributes.put("overlap", YES);
        }
        return Programme.builder("title-" + document.id() + "-" + rows)
                .ministry(document.account().spender(jurisdiction, special))
                .bureau(cell(cells, columns.organisation()))
                .account(document.account().named(special, subAccount))
                .name(cell(cells, columns.title()))
                .purpose(cell(cells, columns.section()))
                .attributes(attributes)
                .build();
    }

    private static String cell(String[] cells, int column) {
        return column < 0 ? "" : cells[column].strip();
    }

    /** A code without leading zeros. */
    private static String number(String code) {
        return code.replaceFirst("^0+(?=.)", "");
    }

    private static void put(Map<String, String> attributes, String key, String value) {
        if (!value.isEmpty()) {
            attributes.put(key, value);
        }
    }

    /** Adds the items, the rejected rows and the file to a reading. */
    void addTo(ReadingBuilder reading, BudgetDocuments documents, @Nullable Charset charset) {
        RowUseCounter uses = new RowUseCounter(file, TitleReader.FORMAT, charset, null);
        List<Origin> taken = new ArrayList<>();
        boolean revised = (document.kind() == Kind.INITIAL || document.kind() == Kind.SUPPLEMENTARY)
                && documents.hasRevised(document.fiscalYear(), document.account());
        items.forEach((origin, item) -> {
            if (reading.item(item, origin, amountColumn)) {
                taken.add(origin);
                if (revised) {
                    reading.item(
                            new BudgetItem(
                                    item.programme(), item.fiscalYear(), Stage.REVISED, item.amount(), item.currency()),
                            origin,
                            amountColumn);
                }
            }
        });
        broken.forEach((origin, problem) -> reading.reject(
                problem, origin, Scope.of(document.fiscalYear(), document.kind().stage())));
        uses.count(RowUse.ITEMS, taken.size());
        uses.count(RowUse.REJECTED, rows - taken.size());
        reading.file(uses.finish(rows));
    }
}
