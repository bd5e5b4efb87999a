package org.countsas.source.accounttitle;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.source.document.AccountType;
import org.countsas.source.document.BudgetDocument;
import org.countsas.source.document.BudgetDocument.Kind;
import org.countsas.source.document.BudgetDocuments;
import org.countsas.source.document.StageCoverage;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.table.Table;
import org.jspecify.annotations.Nullable;

/** Reads tables by account title. Not thread-safe. */
final class TitleReader implements FormatReader {
    static final String FORMAT = "account-titles";

    private final ReadingBuilder reading;
    private final BudgetDocuments documents;
    private final Map<BudgetDocument, String> files = new LinkedHashMap<>();
    private final Map<TitleRows, Optional<Charset>> read = new LinkedHashMap<>();

    TitleReader(ReadingBuilder reading, BudgetDocuments documents) {
        this.reading = reading;
        this.documents = documents;
    }

    @Override
    public void read(InputFile file) {
        if (!TitleColumns.isExpenditure(file.header())) {
            reading.warn(Code.LEFT_OUT, Place.file(file.name()), "This is a table of revenue; it is left out", "");
            reading.file(ReadFile.unread(file.name(), FORMAT));
            return;
        }
        TitleColumns columns = TitleColumns.of(file.header());
        BudgetDocument document = document(file, columns);
        require(file, columns, document);
        documents.add(document, file.name());
        Supplier<TitleRows> rows = () -> new TitleRows(file.name(), document, columns);
        Table.Pass<TitleRows> pass = file.table().read(rows);
        @Nullable Charset charset = pass.charset();
        read.put(pass.consumer(), Optional.ofNullable(charset));
        files.put(document, file.name());
    }

    @Override
    public void finish() {
        read.forEach((rows, charset) -> rows.addTo(reading, documents, charset.orElse(null)));
        StageCoverage.warn(files, documents, reading);
    }

    /** The document by the file's name, or else by its header; the latter is reported. */
    private BudgetDocument document(InputFile file, TitleColumns columns) {
        Optional<BudgetDocument> named = DocumentNumber.in(file.name());
        if (named.isPresent()) {
            return named.get();
        }
        Kind kind = columns.amounts().spent() >= 0 ? Kind.SETTLEMENT : Kind.INITIAL;
        AccountType account = columns.specialAccount() >= 0 ? AccountType.SPECIAL : AccountType.GENERAL;
        int year = columns.amounts().year();
        if (year == 0) {
            throw new ProblemException(
                    Code.BAD_YEAR,
                    Place.file(file.name()),
                    "Neither the file's name nor the heading of the amount says which fiscal year this is",
                    "Name the file as the database does, DL202411001.zip");
        }
        BudgetDocument assumed = new BudgetDocument(year, account, kind, 0, year + account.name());
        reading.warn(
                Code.ASSUMED_DOCUMENT,
                Place.file(file.name()),
                "The file's name does not say which document this is; by its header it is read as the "
                        + assumed.title(),
                "Name the file as the database does, DL202411001.zip, if it is another");
        return assumed;
    }

    private static void require(InputFile file, TitleColumns columns, BudgetDocument document) {
        requireColumn(file, columns.jurisdiction(), "所管");
        if (document.account() == AccountType.SPECIAL) {
            requireColumn(file, columns.specialAccount(), "特別会計");
        }
        if (document.kind() == Kind.SUPPLEMENTARY && document.number() == 0) {
            throw new ProblemException(
                    Code.BAD_STAGE,
                    Place.file(file.name()),
                    "The supplementary budget has no number",
                    "Name the file as the database does, DL202421001.zip for the first");
        }
        String amount = switch (document.kind()) {
            case INITIAL, PROVISIONAL -> "令和6年度要求額";
            case SUPPLEMENTARY -> "比較増△減額";
            case SETTLEMENT -> "支出済歳出額";
        };
        requireColumn(file, columns.amounts().of(document.kind()), amount);
    }

    private static void requireColumn(InputFile file, int column, String name) {
        if (column < 0) {
            throw new ProblemException(
                    Code.MISSING_COLUMN,
                    Place.file(file.name()).field(name),
                    "The column '" + name + "' is missing, and none that means the same was found",
                    Suggestion.fix(name, file.header().names()));
        }
    }
}
