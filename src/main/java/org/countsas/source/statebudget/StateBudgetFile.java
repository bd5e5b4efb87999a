package org.countsas.source.statebudget;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.TextDefects;
import org.countsas.source.document.AccountType;
import org.countsas.source.document.BudgetDocument;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.ReadFailure;
import org.countsas.source.result.Origin;

/**
 * What a file of the statutory budget says.
 *
 * @param documents the documents that its line items come from, in the order in which they first appear
 * @param rows      its line items; the number of an origin's row is the number of the line item in the file, from 1
 * @param broken    line items that cannot be used
 * @param read      how many line items the file has
 */
record StateBudgetFile(
        List<BudgetDocument> documents, Map<Origin, LineItemRow> rows, Map<Origin, Problem> broken, int read) {
    private static final String ITEMS = "items";
    private static final Pattern SUPPLEMENTARY = Pattern.compile("補正予算（第([0-9０-９]{1,2})号）");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .maxStringLength(1 << 20)
                            .build())
                    .build())
            .build();

    /**
     * Reads a file.
     *
     * @throws ProblemException {@code BAD_JSON} if it is not JSON, or not of this form; {@code UNREADABLE} if it cannot be read
     */
    static StateBudgetFile read(ByteSource source) {
        try (InputStream in = source.open();
                JsonParser parser = JSON.createParser(in)) {
            return new Reader(source.name(), parser).read();
        } catch (JsonProcessingException e) {
            throw broken(source.name(), e);
        } catch (IOException e) {
            throw ReadFailure.of(source, e);
        }
    }

    private static ProblemException broken(String file, JsonProcessingException e) {
        boolean located = e.getLocation() != null;
        String reason = String.valueOf(e.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("[.;]$", "");
        return new ProblemException(
                Code.BAD_JSON,
                located
                        ? Place.at(
                                file,
                                Math.max(0, e.getLocation().getLineNr()),
                                Math.max(0, e.getLocation().getColumnNr()))
                        : Place.file(file),
                "The file is not JSON that can be read to its end: " + reason,
                "Get the file again; it may be cut off");
    }

    /** Goes through a file once. Not thread-safe. */
    private static final class Reader {
        private final String file;
        private final JsonParser parser;
        private final Map<String, BudgetDocument> documents = new LinkedHashMap<>();
        private final Map<Origin, LineItemRow> rows = new LinkedHashMap<>();
        private final Map<Origin, Problem> broken = new LinkedHashMap<>();
        private int fiscalYear;
        private int read;

        Reader(String file, JsonParser parser) {
            this.file = file;
            this.parser = parser;
        }

        StateBudgetFile read() throws IOException {
            boolean items = false;
            parser.nextToken();
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (key.equals("metadata")) {
                    JsonNode metadata = parser.readValueAsTree();
                    metadata(metadata);
                } else if (key.equals(ITEMS) && value == JsonToken.START_ARRAY) {
                    items = true;
                    items();
                } else {
                    parser.skipChildren();
                }
            }
            if (!items) {
                throw form("it has no array '" + ITEMS + "'");
            }
            return new StateBudgetFile(List.copyOf(documents.values()), rows, broken, read);
        }

        private void metadata(JsonNode metadata) {
            fiscalYear = metadata.path("fiscalYear").asInt(0);
            if (fiscalYear < 1868 || fiscalYear > 9999) {
                throw form("'metadata' has no fiscal year");
            }
            String unit = metadata.path("unit").asText("yen");
            if (!unit.equals("yen")) {
                throw form("its amounts are in '" + unit + "', not in yen");
            }
        }

        private void items() throws IOException {
            if (fiscalYear == 0) {
                throw form("'metadata' with the fiscal year does not come before '" + ITEMS + "'");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                read++;
                Origin origin = new Origin(file, read);
                JsonNode json = parser.readValueAsTree();
                Optional<Problem> problem = check(json, origin);
                if (problem.isPresent()) {
                    broken.put(origin, problem.get());
                } else {
                    rows.put(origin, new LineItemRow(document(json), json));
                }
            }
        }

        private BudgetDocument document(JsonNode json) {
            String type = json.path("budgetType").asText();
            String id = json.path("documentId").asText();
            return documents.computeIfAbsent(
                    id + "|" + json.path("accountType").asText() + "|" + type,
                    key -> new BudgetDocument(
                            fiscalYear,
                            AccountType.ofId(json.path("accountType").asText()).orElseThrow(),
                            kind(type).orElseThrow(),
                            number(type),
                            id));
        }

        private Optional<Problem> check(JsonNode json, Origin origin) {
            if (!json.isObject()) {
                return problem(Code.BAD_JSON, origin, ITEMS, "The line item is not an object", "Write it as {…}");
            }
            if (json.path("id").asText("").isBlank()) {
                return problem(Code.MISSING_ID, origin, "id", "The line item has no id", "Fill in the id");
            }
            for (var entry : json.properties()) {
                Optional<String> defect = entry.getValue().isTextual()
                        ? TextDefects.first(entry.getValue().asText())
                        : Optional.empty();
                if (defect.isPresent()) {
                    return problem(
                            Code.BAD_JSON, origin, entry.getKey(), "The text holds " + defect.get(), "Write it again");
                }
            }
            String account = json.path("accountType").asText("");
            if (AccountType.ofId(account).isEmpty()) {
                return problem(
                        Code.BROKEN_ROW,
                        origin,
                        "accountType",
                        "'" + account + "' is not a kind of account",
                        "Write general, special or agency");
            }
            String type = json.path("budgetType").asText("");
            if (kind(type).isEmpty()) {
                return problem(
                        Code.BAD_STAGE,
                        origin,
                        "budgetType",
                        "'" + type + "' is not a kind of budget",
                        "Write 当初予算, 暫定予算, 補正予算（第1号） or 決算");
            }
            String key = amountKey(kind(type).get());
            JsonNode amount = json.path(key);
            if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
                return problem(
                        Code.BAD_AMOUNT,
                        origin,
                        key,
                        "'" + amount.asText("") + "' is not a whole number of yen",
                        "Write whole yen");
            }
            return Optional.empty();
        }

        private static Optional<Problem> problem(Code code, Origin origin, String key, String reason, String fix) {
            return Optional.of(new Problem(code, origin.place().field(key), reason, fix));
        }

        private ProblemException form(String reason) {
            return new ProblemException(
                    Code.BAD_JSON,
                    Place.file(file),
                    "This looks like a statutory budget, but " + reason,
                    "Get the file again");
        }
    }

    /**
     * Which amount of a line item is that of its document's stage: a supplementary budget states the resulting budget beside the change.
     */
    static String amountKey(BudgetDocument.Kind kind) {
        return switch (kind) {
            case INITIAL, PROVISIONAL -> "amount";
            case SUPPLEMENTARY -> "difference";
            case SETTLEMENT -> "spent";
        };
    }

    private static Optional<BudgetDocument.Kind> kind(String budgetType) {
        return switch (budgetType) {
            case "当初予算" -> Optional.of(BudgetDocument.Kind.INITIAL);
            case "暫定予算" -> Optional.of(BudgetDocument.Kind.PROVISIONAL);
            case "決算" -> Optional.of(BudgetDocument.Kind.SETTLEMENT);
            default -> number(budgetType) > 0 ? Optional.of(BudgetDocument.Kind.SUPPLEMENTARY) : Optional.empty();
        };
    }

    private static int number(String budgetType) {
        Matcher matcher = SUPPLEMENTARY.matcher(budgetType);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
