package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.adjudication.total.ReviewTotal;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.merkle.Hash;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Reads a manifest, and refuses everything that is not exactly one. */
final class ManifestReader {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private ManifestReader() {}

    /** @throws ProblemException if the bytes are not a manifest of the one known version */
    static Manifest read(byte[] bytes, Place place) {
        JsonNode json = CanonicalJson.read(bytes, place);
        if (!json.path("format").asText().equals(Manifest.FORMAT)) {
            throw new ProblemException(
                    Code.BUNDLE_BROKEN,
                    place,
                    "It is not the manifest of a bundle",
                    "Name a bundle that 'countsas classify --bundle' wrote");
        }
        if (!json.path("version").isInt() || json.path("version").intValue() != Manifest.VERSION) {
            throw new ProblemException(
                    Code.BUNDLE_VERSION,
                    place,
                    "The bundle has version " + json.path("version") + " of the format, but this program reads version "
                            + Manifest.VERSION,
                    "Verify it with the release that wrote it, or a newer one");
        }
        Manifest manifest;
        try {
            manifest = manifest(json);
        } catch (IllegalArgumentException e) {
            throw broken(place, String.valueOf(e.getMessage()));
        }
        if (!manifest.is(json)) {
            throw broken(
                    place,
                    json.path("run").asText().equals(manifest.run())
                            ? "it does not have the members of a manifest, or one is of the wrong kind"
                            : "the run's id is not " + manifest.run()
                                    + ", which its content gives; or it does not have the members of a manifest, or one is of the wrong kind");
        }
        return manifest;
    }

    private static ProblemException broken(Place place, String why) {
        return new ProblemException(
                Code.BUNDLE_BROKEN,
                place,
                "The manifest is not one that a run writes: " + why,
                "It was changed after it was written; ask for a new copy");
    }

    private static Manifest manifest(JsonNode json) {
        List<String> definitions = new ArrayList<>();
        json.path("definitions").forEach(each -> definitions.add(each.asText()));
        List<DefinitionTotals> totals = new ArrayList<>();
        json.path("totals").forEach(each -> totals.add(totals(each)));
        List<FileEntry> files = new ArrayList<>();
        json.path("files")
                .forEach(each -> files.add(new FileEntry(
                        each.path("path").asText(), each.path("size").asLong(-1), hash(each.path("sha256")))));
        Stage stage = Stage.ofId(json.path("stage").asText())
                .orElseThrow(() -> new IllegalArgumentException("'stage' is not a stage"));
        Manifest manifest = new Manifest(
                time(json.path("time")),
                json.path("product").asText(),
                day(json.path("asOf")),
                json.path("fiscalYear").asInt(),
                stage,
                json.path("currency").asText(),
                definitions,
                json.path("counts").path("decided").asInt(-1),
                json.path("counts").path("rejected").asInt(-1),
                json.path("tree").path("size").asInt(-1),
                hash(json.path("tree").path("root")),
                totals,
                files);
        check(manifest);
        return manifest;
    }

    private static void check(Manifest manifest) {
        List<String> ids = manifest.definitions();
        require(
                Stream.concat(ids.stream(), Stream.of(manifest.product())).allMatch(BundleFiles::isPlain),
                "a definition or the product is blank, or has control characters");
        require(CURRENCY.matcher(manifest.currency()).matches(), "the currency is not three letters from A to Z");
        require(
                manifest.fiscalYear() >= 1 && manifest.fiscalYear() <= 9_999,
                "the fiscal year is not one from 1 to 9999");
        require(!ids.isEmpty() && isAscending(ids), "the definitions are not sorted");
        require(manifest.items() >= 0 && manifest.rejected() >= 0, "a count is negative");
        require(
                manifest.treeSize() == (long) ids.size() * manifest.items(),
                "the tree does not have as many leaves as items times definitions");
        require(
                manifest.totals().stream()
                        .map(DefinitionTotals::definition)
                        .toList()
                        .equals(ids),
                "the totals are not those of the definitions");
        List<String> paths = manifest.files().stream().map(FileEntry::path).toList();
        require(isAscending(paths), "the files are not sorted");
        for (String needed :
                List.of(BundleFiles.ITEMS, BundleFiles.DECISIONS, BundleFiles.REJECTED, BundleFiles.REPORT)) {
            require(paths.contains(needed), "it does not list " + needed);
        }
        require(paths.stream().anyMatch(path -> path.startsWith(BundleFiles.RULES)), "it lists no rules");
        require(
                paths.stream().noneMatch(path -> paths.stream().anyMatch(other -> other.startsWith(path + "/"))),
                "it lists a file that is also a folder");
        require(
                paths.stream().allMatch(BundleFiles::isAllowed)
                        && !paths.contains(BundleFiles.MANIFEST)
                        && !paths.contains(BundleFiles.CHECKPOINT),
                "it lists a file that a bundle does not have");
    }

    private static Instant time(JsonNode json) {
        return Timestamps.parse(json.asText())
                .orElseThrow(() -> new IllegalArgumentException("'time' is not a time such as 2026-04-01T12:00:00Z"));
    }

    private static LocalDate day(JsonNode json) {
        try {
            require(DAY.matcher(json.asText()).matches(), "'asOf' is not a day such as 2026-04-01");
            return LocalDate.parse(json.asText());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'asOf' is a day that does not exist", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean isAscending(List<String> texts) {
        for (int i = 1; i < texts.size(); i++) {
            if (texts.get(i - 1).compareTo(texts.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static DefinitionTotals totals(JsonNode json) {
        List<AreaTotal> areas = new ArrayList<>();
        json.path("areas")
                .forEach(each -> areas.add(new AreaTotal(
                        each.path("area").asText(),
                        each.path("block").asText(),
                        each.path("items").asInt(),
                        each.path("amount").asLong(),
                        counted(each.path("counted")))));
        JsonNode review = json.path("review");
        return new DefinitionTotals(
                json.path("definition").asText(),
                json.path("items").asInt(),
                json.path("amount").asLong(),
                counted(json.path("counted")),
                areas,
                new ReviewTotal(
                        review.path("items").asInt(),
                        review.path("amount").asLong(),
                        review.path("high").asLong()));
    }

    private static Counted counted(JsonNode json) {
        return new Counted(
                json.path("low").asLong(),
                json.path("central").asLong(),
                json.path("high").asLong());
    }

    private static Hash hash(JsonNode json) {
        return Hash.ofHex(json.asText())
                .orElseThrow(() -> new IllegalArgumentException("a digest does not have 64 hexadecimal digits"));
    }
}
