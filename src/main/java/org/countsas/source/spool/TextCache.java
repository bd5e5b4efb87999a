package org.countsas.source.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads texts from a block and gives equal short ones the same string: ministries and accounts repeat. Not thread-safe. */
final class TextCache {
    private static final int SLOTS = 1 << 8;
    private static final int LONGEST = 60;

    private final @Nullable String[] texts = new String[SLOTS];
    private final byte[][] bytes = new byte[SLOTS][];

    /** The next text of a block. */
    String text(ByteBuffer block) {
        int length = block.getInt();
        if (length == 0) {
            return "";
        }
        int from = block.arrayOffset() + block.position();
        block.position(block.position() + length);
        if (length > LONGEST) {
            return new String(block.array(), from, length, StandardCharsets.UTF_8);
        }
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + block.array()[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String known = texts[slot];
        if (known != null && equal(bytes[slot], block.array(), from, length)) {
            return known;
        }
        String text = new String(block.array(), from, length, StandardCharsets.UTF_8);
        texts[slot] = text;
        bytes[slot] = Arrays.copyOfRange(block.array(), from, from + length);
        return text;
    }

    private static boolean equal(byte[] known, byte[] bytes, int from, int length) {
        return Arrays.equals(known, 0, known.length, bytes, from, from + length);
    }
}
