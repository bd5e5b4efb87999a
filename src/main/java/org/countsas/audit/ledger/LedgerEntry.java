package org.countsas.audit.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.bundle.Timestamps;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A run in a ledger.
 *
 * <p>Immutable and thread-safe.
 *
 * @param index       its position, from 0
 * @param run         the run's id
 * @param added       when it was added, to the second
 * @param time        when the run began
 * @param asOf        the day on which rules had to be in force
 * @param definitions ids of its definitions, sorted
 * @param manifest    SHA-256 of the bundle's manifest, which stands for the whole bundle
 * @param checkpoint  the bundle's signed checkpoint
 */
@API(status = API.Status.EXPERIMENTAL)
public record LedgerEntry(
        int index,
        String run,
        Instant added,
        Instant time,
        LocalDate asOf,
        List<String> definitions,
        Hash manifest,
        String checkpoint) {
    public LedgerEntry {
        added = added.truncatedTo(ChronoUnit.SECONDS);
        definitions = List.copyOf(definitions);
    }

    static LedgerEntry of(int index, Bundle bundle, Instant added) {
        Manifest manifest = bundle.manifest();
        return new LedgerEntry(
                index,
                manifest.run(),
                added,
                manifest.time(),
                manifest.asOf(),
                manifest.definitions(),
                bundle.manifestDigest(),
                bundle.note().written());
    }

    /** The entry's line without its line feed. */
    public byte[] bytes() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("index", index)
                .put("run", run)
                .put("added", added.toString())
                .put("time", time.toString())
                .put("asOf", asOf.toString())
                .put("manifest", manifest.hex())
                .put("checkpoint", checkpoint);
        definitions.forEach(json.putArray("definitions")::add);
        return CanonicalJson.bytes(json);
    }

    private static Instant time(JsonNode json, String name) {
        return Timestamps.parse(json.path(name).asText()).orElseThrow(() -> new IllegalArgumentException("no time"));
    }

    static LedgerEntry read(byte[] line, Place place) {
        JsonNode json = CanonicalJson.read(line, place);
        List<String> definitions = new ArrayList<>();
        json.path("definitions").forEach(each -> definitions.add(each.asText()));
        try {
            LedgerEntry entry = new LedgerEntry(
                    json.path("index").asInt(-1),
                    json.path("run").asText(),
                    time(json, "added"),
                    time(json, "time"),
                    LocalDate.parse(json.path("asOf").asText()),
                    definitions,
                    Hash.ofHex(json.path("manifest").asText())
                            .orElseThrow(() -> new IllegalArgumentException("no digest")),
                    json.path("checkpoint").asText());
            if (Arrays.equals(entry.bytes(), line) && Timestamps.isRunId(entry.run())) {
                return entry;
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            // reported below
        }
        throw new ProblemException(
                Code.BAD_LEDGER,
                place,
                "The line is not an entry of a ledger",
                "Compare with a copy that you kept, and ask whoever keeps the ledger");
    }
}
