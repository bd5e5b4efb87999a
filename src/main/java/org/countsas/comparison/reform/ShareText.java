package org.countsas.comparison.reform;

import java.math.BigDecimal;
import java.util.Optional;
import org.countsas.policy.rule.Share;

/** Shares as reforms write them: {@code 10%}, {@code 5%..21%} whose central value is the middle, or {@code 5%/7%/21%}. */
final class ShareText {
    private ShareText() {}

    static String of(Share share) {
        if (share.low() == share.high()) {
            return percent(share.central());
        }
        return share.central() == middle(share.low(), share.high())
                ? percent(share.low()) + ".." + percent(share.high())
                : percent(share.low()) + "/" + percent(share.central()) + "/" + percent(share.high());
    }

    /** Empty if the text is not a share from 0 to 100 per cent. The signs of per cent may be left out. */
    static Optional<Share> parse(String text) {
        String plain = text.replace("%", "").strip();
        String[] bounds = plain.split("\\.\\.", -1);
        if (bounds.length != 2) {
            return Share.parse(plain);
        }
        Optional<Share> low = Share.parse(bounds[0]);
        Optional<Share> high = Share.parse(bounds[1]);
        if (low.isEmpty()
                || high.isEmpty()
                || low.get().low() != low.get().high()
                || high.get().low() != high.get().high()
                || low.get().low() > high.get().high()) {
            return Optional.empty();
        }
        return Optional.of(new Share(
                low.get().low(),
                middle(low.get().low(), high.get().high()),
                high.get().high()));
    }

    /** In basis points, half up. */
    private static int middle(int low, int high) {
        return (low + high + 1) / 2;
    }

    private static String percent(int points) {
        return BigDecimal.valueOf(points, 2).stripTrailingZeros().toPlainString() + "%";
    }
}
