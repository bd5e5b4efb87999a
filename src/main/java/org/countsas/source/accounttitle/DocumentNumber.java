package org.countsas.source.accounttitle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.source.document.AccountType;
import org.countsas.source.document.BudgetDocument;
import org.countsas.source.document.BudgetDocument.Kind;

/** Reads the number of a document in the name of its file: {@code DL202411001.zip} is year 2024, kind 11, number 001. */
final class DocumentNumber {
    private static final Pattern NUMBER = Pattern.compile("DL(?<year>\\d{4})(?<kind>\\d{2})(?<number>\\d{3})");

    private DocumentNumber() {}

    /** The document that a file's name refers to; empty if it refers to none, or to one of an unknown kind. */
    static Optional<BudgetDocument> in(String file) {
        Matcher matcher = NUMBER.matcher(file);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group("year"));
        int number = Integer.parseInt(matcher.group("number"));
        String id = matcher.group().substring(2);
        return switch (matcher.group("kind")) {
            case "11" -> Optional.of(new BudgetDocument(year, AccountType.GENERAL, Kind.INITIAL, 0, id));
            case "12" -> Optional.of(new BudgetDocument(year, AccountType.SPECIAL, Kind.INITIAL, 0, id));
            case "13" -> Optional.of(new BudgetDocument(year, AccountType.AGENCY, Kind.INITIAL, 0, id));
            case "21" -> Optional.of(new BudgetDocument(year, AccountType.GENERAL, Kind.SUPPLEMENTARY, number, id));
            case "22" -> Optional.of(new BudgetDocument(year, AccountType.SPECIAL, Kind.SUPPLEMENTARY, number, id));
            case "23" -> Optional.of(new BudgetDocument(year, AccountType.AGENCY, Kind.SUPPLEMENTARY, number, id));
            case "76", "77" -> Optional.of(new BudgetDocument(year, AccountType.GENERAL, Kind.SETTLEMENT, 0, id));
            case "78" -> Optional.of(new BudgetDocument(year, AccountType.SPECIAL, Kind.SETTLEMENT, 0, id));
            default -> Optional.empty();
        };
    }
}
