package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.json.JsonEquality;
import org.countsas.audit.merkle.Hash;
import org.countsas.item.Stage;

/**
 * What a bundle says about itself: the run, its results, and the digest of every file.
 *
 * <p>Immutable and thread-safe.
 *
 * @param time        when the run began, to the second
 * @param product     name and version of the program that wrote it
 * @param asOf        the day on which rules had to be in force
 * @param fiscalYear  fiscal year of the items
 * @param stage       their stage
 * @param currency    their currency, ISO 4217
 * @param definitions the definitions' ids, sorted
 * @param items       how many items were decided under each definition
 * @param rejected    how many rows gave no item
 * @param treeSize    how many decisions: items × definitions
 * @param treeRoot    root of the Merkle tree over the lines of the decisions
 * @param totals      the sums of each definition
 * @param files       every file except the manifest and the checkpoint, by path
 */
@API(status = API.Status.EXPERIMENTAL)
public record Manifest(
        Instant time,
        String product,
        LocalDate asOf,
        int fiscalYear,
        Stage stage,
        String currency,
        List<String> definitions,
        int items,
        int rejected,
        int treeSize,
        Hash treeRoot,
        List<DefinitionTotals> totals,
        List<FileEntry> files) {
    /** The version of the format that this library writes, and the only one that it reads. */
    public static final int VERSION = 1;
    /** The name of the format. */
    public static final String FORMAT = "countsas-bundle";

    private static final int RUN_DIGITS = 16;

    public Manifest {
        time = time.truncatedTo(ChronoUnit.SECONDS);
        definitions = List.copyOf(definitions);
        totals = List.copyOf(totals);
        files = List.copyOf(files);
    }

    /**
     * The run's id, which follows from everything else that the manifest says: {@code 20260401T120000Z-} and the first 16 hexadecimal digits of
     * the SHA-256 of the canonical manifest without its member {@code run}.
     */
    public String run() {
        return time.toString().replaceAll("[-:]", "") + "-"
                + Hash.sha256(CanonicalJson.bytes(withoutRun())).hex().substring(0, RUN_DIGITS);
    }

    /** The canonical bytes. */
    public byte[] bytes() {
        return CanonicalJson.bytes(withoutRun().put("run", run()));
    }

    private ObjectNode withoutRun() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT)
                .put("version", VERSION)
                .put("time", time.toString())
                .put("product", product)
                .put("asOf", asOf.toString());
        json.put("fiscalYear", fiscalYear).put("stage", stage.id()).put("currency", currency);
        definitions.forEach(json.putArray("definitions")::add);
        json.putObject("counts")
                .put("read", items + rejected)
                .put("decided", items)
                .put("rejected", rejected);
        json.putObject("tree").put("size", treeSize).put("root", treeRoot.hex());
        ArrayNode sums = json.putArray("totals");
        totals.forEach(total -> sums.add(total.json()));
        ArrayNode list = json.putArray("files");
        files.forEach(file -> list.addObject()
                .put("path", file.path())
                .put("size", file.size())
                .put("sha256", file.sha256().hex()));
        return json;
    }

    /** What the manifest says about a file, if it lists it. */
    Optional<FileEntry> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** Whether a JSON value is exactly this manifest. */
    boolean is(JsonNode json) {
        return JsonEquality.areEqual(withoutRun().put("run", run()), json);
    }
}
