package org.countsas.comparison.reform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apiguardian.api.API;
import org.countsas.definition.Adoption;
import org.countsas.definition.Adoption.ShareOverride;
import org.countsas.definition.Definition;

/**
 * The address of a definition's content: SHA-256 over its canonical form. Names and labels are not content, so two ways of writing
 * the same choice have the same address.
 *
 * <p>The canonical form is UTF-8 text, one line for each part, in this order: {@code currency C}; {@code gdp AMOUNT};
 * {@code target ID PERCENT}, {@code plan ID FIRST LAST AMOUNT} and {@code block ID} in the definition's order; {@code policy ID BLOCK} in
 * the order of priority, each followed by its {@code share LOW CENTRAL HIGH SOURCE RULE} in basis points, without RULE for all rules.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class DefinitionDigest {
    private DefinitionDigest() {}

    /** The address in hexadecimal. */
    public static String of(Definition definition) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(canonical(definition).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    static String canonical(Definition definition) {
        StringBuilder text = new StringBuilder();
        line(text, "currency", definition.currency());
        definition.gdp().ifPresent(gdp -> line(text, "gdp", gdp.amount()));
        definition
                .targets()
                .forEach(target -> line(
                        text,
                        "target",
                        target.id(),
                        target.percent().stripTrailingZeros().toPlainString()));
        definition
                .plans()
                .forEach(plan -> line(text, "plan", plan.id(), plan.firstYear(), plan.lastYear(), plan.amount()));
        definition.blocks().forEach(block -> line(text, "block", block.id()));
        for (Adoption adoption : definition.adoptions()) {
            line(text, "policy", adoption.policy(), adoption.block());
            for (ShareOverride share : adoption.shares()) {
                String bounds = share.share().low() + " " + share.share().central() + " "
                        + share.share().high();
                line(
                        text,
                        "share",
                        bounds,
                        share.source() + share.rule().map(rule -> " " + rule).orElse(""));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Object... parts) {
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : " ").append(parts[i]);
        }
        text.append('\n');
    }
}
