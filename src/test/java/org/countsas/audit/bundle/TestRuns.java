package org.countsas.audit.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SigningKey;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.output.Language;
import org.countsas.policy.book.RulesFolder;
import org.countsas.report.bundle.BundleReport;
import org.jspecify.annotations.Nullable;

/** A small run under small rules, as a test needs one. Everything of it is fixed, so its bundle has always the same bytes. */
public final class TestRuns {
    public static final Instant TIME = Instant.parse("2026-04-01T12:00:00Z");
    public static final LocalDate AS_OF = LocalDate.of(2026, 4, 1);
    /** The seeds of RFC 8032, section 7.1, tests 1 and 2: known to everybody, and good for tests alone. */
    public static final SigningKey KEY = key("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    public static final SigningKey STRANGER = key("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    public static final KeyRing TRUSTED = KeyRing.of(KEY.publicHalf());
    public static final RunHeader HEADER = new RunHeader(TIME, "countsas 1.0.0", AS_OF, 2024, Stage.INITIAL, "JPY");

    private static final Map<String, String> RULES = new TreeMap<>(Map.of(
            "sources.yaml", "sources:\n  act: {title: An act, status: official}\n",
            "policies/policies.yaml", "policies:\n  - {policy: ports, title: {en: Ports, ja: 港}, status: official}\n",
            "policies/ports.drl", """
                    package policies.ports

                    import org.countsas.policy.Item

                    rule "Ports"
                        @policy("ports") @strength("rule") @share("33.33") @share_cite("act") @basis("official") @cite("act")
                        @because("{name} builds a port") @because_ja("{name}は港を造る")
                    when
                        $item : Item( names("port") )
                    then
                        $item.count();
                    end
                    """,
            "vocabulary/words.yaml",
                    "vocabulary: words\nconcepts:\n  port:\n    label: {en: port, ja: 港}\n    terms: {ja: [港], en: [port]}\n",
            "definitions/one.yaml", """
                    definition: one
                    title: {en: One, ja: 一}
                    status: in-force
                    currency: JPY
                    source: [act]
                    blocks: [{id: core, label: {en: Core, ja: 中核}}]
                    policies: [{policy: ports, block: core}]
                    """));

    private TestRuns() {}

    private static final class Holder {
        static final CountsAs COUNTS_AS = CountsAs.of(rules(), CompilationCache.none());
    }

    public static CountsAs countsAs() {
        return Holder.COUNTS_AS;
    }

    public static RulesFolder rules() {
        Map<String, byte[]> bytes = new TreeMap<>();
        RULES.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return RulesFolder.of("rules", bytes);
    }

    public static List<BudgetItem> items() {
        return List.of(
                item("1", "A school", 1_000),
                item("10", "The port of the north", 1_001),
                item("2", "港の<改修>\"&\\", 100),
                item("X\uD83D\uDE00", "port", -50));
    }

    public static BudgetItem item(String id, String name, long amount) {
        return new BudgetItem(
                Programme.builder(id)
                        .name(name)
                        .ministry("省")
                        .attributes(Map.of("k", "v"))
                        .build(),
                2024,
                Stage.INITIAL,
                amount,
                "JPY");
    }

    /** Writes the small run. */
    public static Manifest write(Path target, SigningKey key) {
        return write(target, countsAs(), List.of("one"), HEADER, items(), key);
    }

    /** Writes the small run and does not sign it. */
    public static Manifest writeUnsigned(Path target) {
        return write(target, countsAs(), List.of("one"), HEADER, items(), null);
    }

    /** Writes a run over items in any order. */
    public static Manifest write(
            Path target,
            CountsAs countsAs,
            List<String> definitions,
            RunHeader header,
            List<BudgetItem> items,
            @Nullable SigningKey key) {
        Findings findings =
                countsAs.evaluate(items.stream().map(BudgetItem::programme).toList(), done -> {});
        List<BudgetItem> sorted = new ArrayList<>(items);
        Collections.shuffle(sorted, new Random(1));
        sorted.sort(java.util.Comparator.comparing(BudgetItem::id));
        List<List<Decision>> byDefinition = definitions.stream()
                .map(id -> new Adjudicator(countsAs.definitions().get(id), header.asOf()).decide(sorted, findings))
                .toList();
        try (BundleWriter writer = BundleWriter.begin(
                target, header, countsAs.rules().folder(), definitions, new BundleReport(header, Language.EN))) {
            for (int i = 0; i < sorted.size(); i++) {
                int at = i;
                writer.add(
                        sorted.get(i),
                        byDefinition.stream()
                                .map(decisions -> decisions.get(at))
                                .toList());
            }
            return key == null ? writer.finishUnsigned(List.of()) : writer.finish(List.of(), key);
        }
    }

    /** The key of a seed in hexadecimal digits. */
    public static SigningKey key(String seed) {
        try {
            Path file = Files.createTempFile(
                    "countsas",
                    ".pem",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(file, pem(seed));
                return SigningKey.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String seed) {
        byte[] content = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(content)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
