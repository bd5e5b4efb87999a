package org.countsas.audit.key;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.audit.merkle.Hash;

/**
 * What is signed about a tree: which tree it is, its size, its root, and further lines (C2SP tlog-checkpoint).
 *
 * <p>Immutable and thread-safe.
 *
 * @param origin     which tree this is; no two trees have the same
 * @param size       the number of leaves
 * @param root       the root over them
 * @param extensions further lines that are signed with it
 */
@API(status = API.Status.EXPERIMENTAL)
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final int LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(Base64.getEncoder().encodeToString(root.bytes()))
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Reads the text of a note; empty if it is not exactly what {@link #text()} writes. */
    public static Optional<Checkpoint> parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n"));
        if (lines.size() < LINES || !lines.get(1).matches("0|[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        try {
            Hash root = Hash.of(Base64.getDecoder().decode(lines.get(2)));
            Checkpoint checkpoint = new Checkpoint(
                    lines.get(0), Long.parseLong(lines.get(1)), root, lines.subList(LINES, lines.size()));
            return Optional.of(checkpoint).filter(each -> each.text().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
