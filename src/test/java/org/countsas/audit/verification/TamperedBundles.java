package org.countsas.audit.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.audit.container.ZipLayout;
import org.countsas.audit.key.Checkpoint;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.merkle.Hash;

/**
 * The test vectors of the bundle format: a valid bundle, and what became of it in the hands of people who changed it. They are made here, from the
 * valid one, and are kept in {@code src/test/resources/bundles}, so that verifiers in other languages can be held against the same bytes.
 * Run the test with {@code -Dcountsas.vectors=write} to write them anew.
 */
final class TamperedBundles {
    private static final String SIGNER = "Everything is made right again and signed by the trusted key: ";

    private final Path scratch;
    private final List<Vector> vectors = new ArrayList<>();

    private TamperedBundles(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * A bundle that must not be verified.
     *
     * @param name   its file's name
     * @param code   the code of the problem that this library tells first; other verifiers may say otherwise, but must refuse
     * @param replay whether only a replay notices
     * @param reason why it must be refused
     * @param zip    the bytes of the ZIP file
     */
    record Vector(String name, String code, boolean replay, String reason, byte[] zip) {}

    /** All of them. */
    static List<Vector> all(Path scratch) throws IOException {
        TamperedBundles made = new TamperedBundles(scratch);
        made.byVandals();
        made.bySigners();
        made.byPackers();
        return made.vectors;
    }

    private void byVandals() throws IOException {
        vandal(
                "item-changed",
                "A006",
                "A letter of an item's name is another; the file's digest is not the one that the manifest lists.",
                f -> f.replace("items.jsonl", text -> text.replace("A school", "A schoul")));
        vandal(
                "item-removed",
                "A006",
                "A line of items.jsonl is gone.",
                f -> f.replace("items.jsonl", text -> text.substring(text.indexOf('\n') + 1)));
        vandal(
                "decision-changed",
                "A008",
                "A decision counts more.",
                f -> f.replace("decisions.jsonl", text -> text.replace("\"central\":334", "\"central\":335")));
        vandal(
                "decision-cut-off",
                "A006",
                "The last decision is gone.",
                f -> f.replace(
                        "decisions.jsonl", text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1)));
        vandal(
                "decision-appended",
                "A006",
                "The last decision stands twice.",
                f -> f.replace(
                        "decisions.jsonl",
                        text -> text + text.substring(text.lastIndexOf('\n', text.length() - 2) + 1)));
        vandal(
                "decisions-reordered",
                "A006",
                "The first two decisions have changed places.",
                f -> f.replace("decisions.jsonl", TamperedBundles::swapFirstTwo));
        vandal(
                "rule-changed",
                "A006",
                "A rule counts another share than the one that decided.",
                f -> f.replace("rules/policies/ports.drl", text -> text.replace("33.33", "33.34")));
        vandal(
                "rule-removed",
                "A005",
                "A file that the manifest lists is not there.",
                f -> f.remove("rules/policies/ports.drl"));
        vandal(
                "rule-added",
                "A005",
                "A file is there that the manifest does not list.",
                f -> f.put("rules/policies/more.drl", "package policies.more\n"));
        vandal(
                "report-changed",
                "A006",
                "The page for people says otherwise.",
                f -> f.replace("report.html", text -> text.replace("Record of a run", "Record of two runs")));
        vandal("report-removed", "A005", "The page for people is gone.", f -> f.remove("report.html"));
        vandal(
                "rejected-row-added",
                "A006",
                "A row is said to be rejected that was not.",
                f -> f.replace("rejected.csv", text -> text + "budget.csv,2,amount,9,S009,none,none\n"));
        vandal(
                "line-ends-changed",
                "A006",
                "All lines of the items end in CR LF, as a program that exchanges texts may do.",
                f -> f.replace("items.jsonl", text -> text.replace("\n", "\r\n")));
        vandal(
                "signature-stripped",
                "A009",
                "The line with the signature is gone. An unsigned bundle is never verified.",
                f -> f.replace("checkpoint", text -> text.substring(0, text.indexOf("\n\n") + 2)));
        vandal("checkpoint-removed", "A002", "The checkpoint is gone.", f -> f.remove("checkpoint"));
        vandal("checkpoint-empty", "A002", "The checkpoint is empty.", f -> f.put("checkpoint", ""));
        vandal(
                "signature-changed",
                "A010",
                "A letter of the signature is another.",
                f -> f.replace("checkpoint", TamperedBundles::changeSignature));
        vandal(
                "signature-of-other-base64",
                "A002",
                "The unused bits at the end of the signature's Base64 are not zero, so the same signature has other bytes.",
                f -> f.replace("checkpoint", text -> text.replaceFirst("(.)=\n$", "B=\n")));
        vandal(
                "signature-twice",
                "A002",
                "The line with the signature stands twice.",
                f -> f.replace("checkpoint", text -> text + text.substring(text.indexOf("\n\n") + 2)));
        vandal(
                "signed-by-stranger",
                "A010",
                "The signature is a valid one, by a key that nobody said to trust.",
                f -> f.sign(TestRuns.STRANGER));
        vandal(
                "stranger-under-trusted-name",
                "A010",
                "The signature is by a stranger's key, under the trusted key's name.",
                f -> f.sign(TestRuns.STRANGER)
                        .replace(
                                "checkpoint",
                                text -> text.replace(
                                        TestRuns.STRANGER.publicHalf().name(),
                                        TestRuns.KEY.publicHalf().name())));
        vandal(
                "digests-made-right",
                "A006",
                "A decision was changed and the manifest's digests and root made right again; the checkpoint is not that of this manifest.",
                f -> f.replace(
                                "decisions.jsonl",
                                text -> text.replace(
                                        "\"definition\":\"one\",\"findings\":[]",
                                        "\"definition\":\"one\",\"findings\":[{}]"))
                        .reroot()
                        .relist()
                        .rename());
        vandal(
                "time-changed",
                "A002",
                "The manifest says another time; the run's id is not the one that the manifest gives.",
                f -> f.manifest(json -> json.put("time", "2026-04-01T12:00:01Z")));
        vandal(
                "totals-changed",
                "A002",
                "The manifest says another amount; the run's id is not the one that the manifest gives.",
                f -> f.manifest(json -> ((ObjectNode) json.at("/totals/0")).put("amount", 1)));
        vandal("manifest-empty", "A002", "The manifest is an empty object.", f -> f.put("manifest.json", "{}"));
        Path other = scratch.resolve("other-run");
        TestRuns.write(
                other,
                TestRuns.countsAs(),
                List.of("one"),
                new RunHeader(
                        TestRuns.TIME.plusSeconds(60),
                        "countsas 1.0.0",
                        TestRuns.AS_OF,
                        2024,
                        org.countsas.item.Stage.INITIAL,
                        "JPY"),
                TestRuns.items(),
                TestRuns.KEY);
        String checkpoint = Files.readString(other.resolve("checkpoint"));
        vandal(
                "checkpoint-of-other-run",
                "A006",
                "The checkpoint is signed by the trusted key, for another run.",
                f -> f.put("checkpoint", checkpoint));
    }

    private void bySigners() throws IOException {
        signer(
                "counts-more-than-its-share",
                "A008",
                "a decision counts 335 of 1,001 at 33.33 %, where rounding half up gives 334.",
                f -> f.replace("decisions.jsonl", text -> text.replace("\"central\":334", "\"central\":335"))
                        .reroot());
        signer(
                "totals-inflated",
                "A008",
                "the totals are not the sums of the decisions.",
                f -> f.manifest(json -> ((ObjectNode) json.at("/totals/0/counted")).put("central", 1_000)));
        signer(
                "item-left-undecided",
                "A007",
                "an item has no decision.",
                f -> f.replace("decisions.jsonl", text -> text.substring(text.indexOf('\n') + 1))
                        .reroot()
                        .manifest(json -> ((ObjectNode) json.get("tree")).put("size", 4)));
        signer(
                "decided-twice",
                "A007",
                "a decision stands in the place of another item's.",
                f -> f.replace(
                                "decisions.jsonl",
                                text -> text.lines().toList().get(0) + "\n" + text.substring(0, text.indexOf('\n') + 1)
                                        + text.lines().skip(2).reduce("", (a, b) -> a + b + "\n"))
                        .reroot());
        signer(
                "decisions-out-of-order",
                "A007",
                "the decisions are not in the order of their items.",
                f -> f.replace("decisions.jsonl", TamperedBundles::swapFirstTwo).reroot());
        signer(
                "about-another-item",
                "A007",
                "a decision names the digest of another item's line.",
                f -> f.replace(
                                "decisions.jsonl",
                                text -> text.replaceFirst(
                                        "\"itemDigest\":\"[0-9a-f]{64}\"", "\"itemDigest\":\"" + "0".repeat(64) + "\""))
                        .reroot());
        signer(
                "of-unknown-definition",
                "A007",
                "a decision is under a definition that the manifest does not have.",
                f -> f.replace(
                                "decisions.jsonl",
                                text -> text.replaceFirst("\"definition\":\"one\"", "\"definition\":\"two\""))
                        .reroot());
        signer(
                "amount-beside-the-item",
                "A007",
                "a decision has another amount than its item, and counts nothing of it.",
                f -> f.replace("decisions.jsonl", text -> text.replaceFirst("\"amount\":1000,", "\"amount\":2000,"))
                        .reroot());
        signer(
                "root-of-another-tree",
                "A007",
                "the root is not that of the decisions.",
                f -> f.manifest(json -> json.putObject("tree")
                        .put("size", 4)
                        .put("root", Hash.sha256(new byte[0]).hex())));
        signer(
                "tree-of-doubled-leaves",
                "A007",
                "the root is that of hashing without the prefix 0x00 of leaves.",
                f -> f.manifest(json -> json.putObject("tree")
                        .put("size", 4)
                        .put("root", plainRoot(f).hex())));
        signer(
                "member-twice",
                "A001",
                "a decision has a member twice: readers of JSON differ in which they take.",
                f -> f.replace(
                                "decisions.jsonl",
                                text -> text.replaceFirst(
                                        "\\{\"alsoCountsIn\":", "{\"alsoCountsIn\":[],\"alsoCountsIn\":"))
                        .reroot());
        signer(
                "members-unsorted",
                "A001",
                "the members of a decision are not sorted.",
                f -> f.replace(
                                "decisions.jsonl",
                                text -> text.replaceFirst(
                                        "\"alsoCountsIn\":\\[],\"amount\":1000", "\"amount\":1000,\"alsoCountsIn\":[]"))
                        .reroot());
        signer(
                "number-with-fraction",
                "A001",
                "an amount is written 1000.0.",
                f -> f.replace("decisions.jsonl", text -> text.replaceFirst("\"amount\":1000,", "\"amount\":1000.0,"))
                        .reroot());
        signer(
                "escape-too-many",
                "A001",
                "a letter of an item is written as an escape.",
                f -> f.replace("items.jsonl", text -> text.replace("A school", "\\u0041 school")));
        signer(
                "byte-order-mark",
                "A001",
                "the items begin with a byte-order mark.",
                f -> f.replace("items.jsonl", text -> "\uFEFF" + text));
        signer(
                "last-line-feed-missing",
                "A002",
                "the last line of the items has no line feed.",
                f -> f.replace("items.jsonl", text -> text.substring(0, text.length() - 1)));
        signer(
                "empty-line",
                "A001",
                "an empty line stands among the items.",
                f -> f.replace("items.jsonl", text -> text.replaceFirst("\n", "\n\n")));
        signer(
                "item-of-another-year",
                "A002",
                "an item is of another fiscal year than the run.",
                f -> f.replace("items.jsonl", text -> text.replaceFirst("\"fiscalYear\":2024", "\"fiscalYear\":2023")));
        signer(
                "item-with-more-members",
                "A002",
                "an item has a member that no item has.",
                f -> f.replace("items.jsonl", text -> text.replaceFirst("\"id\":", "\"hidden\":1,\"id\":")));
        signer(
                "rejected-not-counted",
                "A002",
                "rejected.csv has a row, and the manifest says none.",
                f -> f.replace("rejected.csv", text -> text + "budget.csv,2,amount,9,S009,none,none\n"));
        signer(
                "rejected-without-mark",
                "A002",
                "rejected.csv has no byte-order mark.",
                f -> f.replace("rejected.csv", text -> text.substring(1)));
        signer(
                "rejected-with-carriage-returns",
                "A002",
                "the lines of rejected.csv end in CR LF.",
                f -> f.replace("rejected.csv", text -> text.replace("\n", "\r\n")));
        signer(
                "rejected-without-header",
                "A002",
                "rejected.csv has nothing but its byte-order mark.",
                f -> f.put("rejected.csv", "\uFEFF"));
        signer(
                "rejected-with-quotes",
                "A002",
                "rejected.csv has quotes that its fields do not need.",
                f -> f.replace("rejected.csv", text -> text.replaceFirst("file", "\"file\"")));
        signer(
                "rejected-with-blank-line",
                "A002",
                "rejected.csv ends with an empty line.",
                f -> f.replace("rejected.csv", text -> text + "\n"));
        signer(
                "decision-with-more-members",
                "A008",
                "a decision has a member that no decision has.",
                f -> f.replace(
                                "decisions.jsonl",
                                text -> text.replaceFirst("\"findings\":", "\"extra\":1,\"findings\":"))
                        .reroot());
        signer(
                "share-with-more-members",
                "A008",
                "a share has a member that no share has.",
                f -> f.replace(
                                "decisions.jsonl",
                                text -> text.replaceFirst(
                                        "\"share\":\\{\"central\":", "\"share\":{\"about\":1,\"central\":"))
                        .reroot());
        signer(
                "also-counts-in-a-number",
                "A008",
                "a decision names a number for a further area.",
                f -> f.replace(
                                "decisions.jsonl",
                                text -> text.replaceFirst("\"alsoCountsIn\":\\[]", "\"alsoCountsIn\":[1]"))
                        .reroot());
        signer(
                "finding-of-no-kind",
                "A008",
                "a finding is an empty object.",
                f -> f.replace("decisions.jsonl", text -> text.replaceFirst("\"findings\":\\[]", "\"findings\":[{}]"))
                        .reroot());
        signer(
                "year-of-five-digits",
                "A002",
                "the run's time has a year of five digits.",
                f -> f.manifest(json -> json.put("time", "+12026-04-01T12:00:00Z")));
        signer(
                "day-before-our-era",
                "A002",
                "the day of the rules has a negative year.",
                f -> f.manifest(json -> json.put("asOf", "-0001-04-01")));
        signer(
                "currency-of-four-letters",
                "A002",
                "the currency is none of ISO 4217's three letters.",
                f -> f.manifest(json -> json.put("currency", "JPYX")));
        signer(
                "product-that-clears-the-screen",
                "A002",
                "the product's name has control characters.",
                f -> f.manifest(json -> json.put("product", "countsas \u001b[2J")));
        signer(
                "file-that-is-a-folder",
                "A002",
                "the name of a file is that of a folder too, so that the bundle can never be unpacked.",
                f -> f.put("rules/a", "").put("rules/a/b", ""));
        signer(
                "unknown-member-of-manifest",
                "A002",
                "the manifest has a member that the format does not know.",
                f -> f.manifest(json -> json.put("note", "trust me")));
        signer(
                "definitions-unsorted",
                "A002",
                "the manifest names a definition twice.",
                f -> f.manifest(json -> json.putArray("definitions").add("one").add("one")));
        signer("unlisted-report", "A002", "the manifest does not list the report.", f -> f.remove("report.html"));
        other(
                "version-2",
                "A003",
                SIGNER + "the version of the format is 2, which version 1 does not know.",
                f -> f.relist()
                        .manifest(json -> json.put("version", 2))
                        .rename()
                        .sign(TestRuns.KEY));
        other(
                "version-as-text",
                "A003",
                SIGNER + "the version of the format is a text.",
                f -> f.relist()
                        .manifest(json -> json.put("version", "1"))
                        .rename()
                        .sign(TestRuns.KEY));
        other(
                "run-of-other-name",
                "A002",
                SIGNER + "but for the run's id, which is not the one that the manifest gives.",
                f -> f.manifest(json -> json.put("run", "20260401T120000Z-0123456789abcdef"))
                        .sign(TestRuns.KEY));
        other(
                "manifest-with-spaces",
                "A001",
                SIGNER + "the manifest is not canonical JSON.",
                f -> f.relist()
                        .rename()
                        .replace("manifest.json", text -> text.replaceFirst(",", ", "))
                        .put("checkpoint", note(f, "countsas/bundle/")));
        other(
                "checkpoint-of-a-ledger",
                "A006",
                "The checkpoint is signed by the trusted key, for a tree of another kind that has the same size and root.",
                f -> f.put("checkpoint", note(f, "countsas/ledger/")));
        other(
                "checkpoint-without-manifest",
                "A006",
                "The checkpoint is signed by the trusted key, without the line that binds the manifest.",
                f -> f.put(
                        "checkpoint",
                        SignedNote.sign(text(f, "countsas/bundle/").replaceFirst("manifest .*\n", ""), TestRuns.KEY)
                                .written()));
        vectors.add(new Vector(
                "rules-exchanged",
                "A014",
                true,
                SIGNER + "the rules give other decisions than those recorded. Only a replay notices.",
                zip(forgery()
                        .replace("rules/policies/ports.drl", text -> text.replace("33.33", "50"))
                        .relist()
                        .rename()
                        .sign(TestRuns.KEY)
                        .files())));
    }

    private void byPackers() throws IOException {
        SortedMap<String, byte[]> files = forgery().files();
        byte[] valid = zip(files);
        zipped(
                "zip-cut-off",
                "A004",
                "The last byte of the ZIP file is gone.",
                java.util.Arrays.copyOf(valid, valid.length - 1));
        zipped(
                "zip-with-data-after",
                "A004",
                "A byte follows the end of the ZIP file.",
                java.util.Arrays.copyOf(valid, valid.length + 1));
        zipped(
                "zip-with-data-before",
                "A004",
                "Something stands before the first entry.",
                join("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), valid));
        zipped("zip-with-comment", "A004", "The ZIP file has a comment.", comment(valid));
        zipped("zip-compressed", "A004", "The same files, compressed by another program.", packed(files));
        zipped("zip-reversed", "A004", "The same files, in another order.", raw(names(files, true), files, 0));
        zipped(
                "zip-with-duplicate",
                "A004",
                "An entry stands twice: readers differ in which they take.",
                raw(plus(files, "checkpoint"), files, 0));
        zipped(
                "zip-with-symbolic-link",
                "A004",
                "The attributes of the entries say that they are symbolic links.",
                raw(names(files, false), files, 0xA1FF0000));
        SortedMap<String, byte[]> climbing = new TreeMap<>(files);
        climbing.put("rules/../../../evil.drl", new byte[] {'x'});
        zipped(
                "zip-climbing",
                "A005",
                "A name leads out of the folder into which somebody unpacks it.",
                raw(names(climbing, false), climbing, 0));
        SortedMap<String, byte[]> absolute = new TreeMap<>(files);
        absolute.put("/etc/evil", new byte[] {'x'});
        zipped(
                "zip-with-absolute-name",
                "A005",
                "A name leads to the root of the disk.",
                raw(names(absolute, false), absolute, 0));
        zipped(
                "zip-with-two-names",
                "A004",
                "A name in the directory is not the one before the content: readers differ in which they take.",
                replaceFirst(valid, "report.html", "rapart.html"));
        zipped("zip-with-gap", "A004", "Something stands between the entries and the directory.", gap(valid));
        zipped("empty", "A004", "The file is empty.", new byte[0]);
    }

    private void vandal(String name, String code, String reason, Consumer<Forgery> change) throws IOException {
        other(name, code, reason, change);
    }

    private void signer(String name, String code, String reason, Consumer<Forgery> change) throws IOException {
        other(name, code, SIGNER + reason, f -> {
            change.accept(f);
            f.relist().rename().sign(TestRuns.KEY);
        });
    }

    private void other(String name, String code, String reason, Consumer<Forgery> change) throws IOException {
        Forgery forgery = forgery();
        change.accept(forgery);
        vectors.add(new Vector(name, code, false, reason, zip(forgery.files())));
    }

    private void zipped(String name, String code, String reason, byte[] zip) {
        vectors.add(new Vector(name, code, false, reason, zip));
    }

    private Forgery forgery() throws IOException {
        return Forgery.of(scratch.resolve("honest-" + vectors.size()));
    }

    private static String text(Forgery f, String origin) {
        String checkpoint = new String(f.files().get("checkpoint"), StandardCharsets.UTF_8);
        Checkpoint parsed = Checkpoint.parse(checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1))
                .orElseThrow();
        return new Checkpoint(
                        parsed.origin().replace("countsas/bundle/", origin),
                        parsed.size(),
                        parsed.root(),
                        List.of("manifest sha256:"
                                + Hash.sha256(f.files().get("manifest.json")).hex()))
                .text();
    }

    private static String note(Forgery f, String origin) {
        return SignedNote.sign(text(f, origin), TestRuns.KEY).written();
    }

    private static String swapFirstTwo(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.swap(lines, 0, 1);
        return String.join("\n", lines) + "\n";
    }

    private static String changeSignature(String text) {
        int at = text.length() - 20;
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    private static Hash plainRoot(Forgery f) {
        List<Hash> leaves = new String(f.files().get("decisions.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Hash.sha256(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return Hash.node(Hash.node(leaves.get(0), leaves.get(1)), Hash.node(leaves.get(2), leaves.get(3)));
    }

    /** The ZIP file that a bundle with these files gives. */
    static byte[] zip(SortedMap<String, byte[]> files) {
        return raw(names(files, false), files, 0);
    }

    private static List<String> names(SortedMap<String, byte[]> files, boolean reversed) {
        List<String> names = new ArrayList<>(files.keySet());
        if (reversed) {
            Collections.reverse(names);
        }
        return names;
    }

    private static List<String> plus(SortedMap<String, byte[]> files, String name) {
        List<String> names = names(files, false);
        names.add(names.indexOf(name), name);
        return names;
    }

    private static byte[] raw(List<String> names, Map<String, byte[]> files, int attributes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (String name : names) {
            CRC32 crc = new CRC32();
            crc.update(files.get(name));
            ZipLayout.Entry entry = new ZipLayout.Entry(name, files.get(name).length, (int) crc.getValue(), out.size());
            out.writeBytes(ZipLayout.localHeader(entry));
            out.writeBytes(files.get(name));
            byte[] header = ZipLayout.centralHeader(entry);
            java.nio.ByteBuffer.wrap(header)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putInt(38, attributes);
            directory.writeBytes(header);
        }
        int offset = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(ZipLayout.end(names.size(), directory.size(), offset));
        return out.toByteArray();
    }

    /** Stored, so that these bytes are the same on every machine, with the headers that the library of Java writes. */
    private static byte[] packed(SortedMap<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(java.time.LocalDateTime.of(2026, 4, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] comment(byte[] zip) {
        byte[] with = join(zip, new byte[] {'h', 'i'});
        with[zip.length - 2] = 2;
        return with;
    }

    private static byte[] gap(byte[] zip) {
        java.nio.ByteBuffer end = java.nio.ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int offset = end.getInt(zip.length - 6);
        byte[] head = java.util.Arrays.copyOf(zip, offset + 4);
        byte[] tail = java.util.Arrays.copyOfRange(zip, offset, zip.length);
        java.util.Arrays.fill(head, offset, offset + 4, (byte) 'x');
        byte[] with = join(head, tail);
        java.nio.ByteBuffer.wrap(with).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(with.length - 6, offset + 4);
        return with;
    }

    private static byte[] replaceFirst(byte[] zip, String name, String other) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(name + "<!DOCTYPE");
        return (text.substring(0, at) + other + text.substring(at + name.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
