package org.countsas.report.bundle;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.verification.Check;
import org.countsas.audit.verification.Verification;
import org.countsas.output.Language;
import org.countsas.output.Texts;

/** A verification as a person wants to read it: what holds, and the verdict last. */
@API(status = API.Status.INTERNAL)
public final class VerificationText {
    private VerificationText() {}

    /** What holds about the reviews beside a bundle. */
    public static String reviews(int count, Language language) {
        return Texts.of(VerificationText.class, language).text("verify.reviews", language.number(count));
    }

    /**
     * The lines.
     *
     * @param name     how the reader named the bundle
     * @param replayed whether a replay was asked for
     * @param more     what else holds about what is beside the bundle
     */
    public static List<String> of(
            Verification verification, String name, boolean replayed, List<String> more, Language language) {
        List<String> lines = new ArrayList<>();
        Manifest manifest = verification.manifest();
        if (manifest != null) {
            lines.add(Texts.of(VerificationText.class, language)
                    .text(
                            "verify.run",
                            BundleFiles.plain(manifest.run()),
                            BundleFiles.plain(manifest.product()),
                            manifest.asOf().toString(),
                            BundleFiles.plain(String.join(", ", manifest.definitions()))));
            for (Check check : Check.values()) {
                if (verification.passed().contains(check)) {
                    lines.add("  ✓ " + held(check, verification, manifest, language));
                }
            }
            more.forEach(each -> lines.add("  ✓ " + each));
            if (verification.ok()) {
                for (DefinitionTotals totals : manifest.totals()) {
                    lines.add("    "
                            + Texts.of(VerificationText.class, language)
                                    .text(
                                            "verify.totals",
                                            BundleFiles.plain(totals.definition()),
                                            language.exact(totals.counted().central(), manifest.currency()),
                                            language.exact(totals.amount(), manifest.currency())));
                }
                if (!replayed) {
                    lines.add(
                            "  – " + Texts.of(VerificationText.class, language).text("verify.notReplayed"));
                }
            }
        }
        lines.add(Texts.of(VerificationText.class, language)
                .text(verification.ok() ? "verify.ok" : "verify.failed", name));
        return lines;
    }

    private static String held(Check check, Verification verification, Manifest manifest, Language language) {
        String key = "verify." + check;
        return switch (check) {
            case SIGNATURE ->
                Texts.of(VerificationText.class, language).text(key, String.valueOf(verification.signedBy()));
            case FILES ->
                Texts.of(VerificationText.class, language)
                        .text(key, language.number(manifest.files().size()));
            case ITEMS -> Texts.of(VerificationText.class, language).text(key, language.number(manifest.items()));
            case DECISIONS ->
                Texts.of(VerificationText.class, language)
                        .text(
                                key,
                                language.number(manifest.treeSize()),
                                manifest.treeRoot().hex());
            case TOTALS, REPLAY -> Texts.of(VerificationText.class, language).text(key);
        };
    }
}
