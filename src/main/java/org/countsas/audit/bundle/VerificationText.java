package org.countsas.audit.bundle;

import java.util.ArrayList;
import java.util.List;
import org.countsas.report.Language;

/** A verification as a person wants to read it: what holds, and the verdict last. */
public final class VerificationText {
    private VerificationText() {}

    /**
     * The lines.
     *
     * @param name     how the reader named the bundle
     * @param replayed whether a replay was asked for
     * @param more     what else holds of what lies beside the bundle
     */
    public static List<String> of(
            Verification verification, String name, boolean replayed, List<String> more, Language language) {
        List<String> lines = new ArrayList<>();
        verification.manifest().ifPresent(manifest -> {
            lines.add(AuditTexts.text(
                    language,
                    "verify.run",
                    Names.plain(manifest.run()),
                    Names.plain(manifest.product()),
                    manifest.asOf().toString(),
                    Names.plain(String.join(", ", manifest.definitions()))));
            for (Check check : Check.values()) {
                if (verification.passed().contains(check)) {
                    lines.add("  ✓ " + held(check, verification, manifest, language));
                }
            }
            more.forEach(each -> lines.add("  ✓ " + each));
            if (verification.ok()) {
                for (DefinitionTotals totals : manifest.totals()) {
                    lines.add("    "
                            + AuditTexts.text(
                                    language,
                                    "verify.totals",
                                    Names.plain(totals.definition()),
                                    language.exact(totals.counted().central(), manifest.currency()),
                                    language.exact(totals.amount(), manifest.currency())));
                }
                if (!replayed) {
                    lines.add("  – " + AuditTexts.text(language, "verify.notReplayed"));
                }
            }
        });
        lines.add(AuditTexts.text(language, verification.ok() ? "verify.ok" : "verify.failed", name));
        return lines;
    }

    private static String held(Check check, Verification verification, Manifest manifest, Language language) {
        String key = "verify." + check;
        return switch (check) {
            case SIGNATURE ->
                AuditTexts.text(
                        language,
                        key,
                        verification.signedBy().map(Object::toString).orElse(""));
            case FILES ->
                AuditTexts.text(language, key, language.number(manifest.files().size()));
            case ITEMS -> AuditTexts.text(language, key, language.number(manifest.items()));
            case DECISIONS ->
                AuditTexts.text(
                        language,
                        key,
                        language.number(manifest.treeSize()),
                        manifest.treeRoot().hex());
            case TOTALS, REPLAY -> AuditTexts.text(language, key);
        };
    }
}
