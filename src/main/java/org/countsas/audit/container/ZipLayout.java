package org.countsas.audit.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The records of a bundle's ZIP file, whose layout is fixed: entries stored and not deflated, as compressors differ between releases; in
 * the order of their names; dated 1980-01-01; without extra fields, comments, descriptors or attributes. Names, sizes, checksums and
 * content determine every byte, so a reader can compare each byte with the one that must be there.
 */
public final class ZipLayout {
    static final int LOCAL_HEADER = 30;
    static final int CENTRAL_HEADER = 46;
    static final int END = 22;
    static final long LARGEST = 0xFFFF_FFFFL - 1;
    static final int MOST_ENTRIES = 0xFFFF - 1;

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final short VERSION = 10;
    private static final short UTF_8_NAMES = 0x0800;
    private static final short FIRST_DAY = 0x0021;

    private ZipLayout() {}

    /**
     * An entry.
     *
     * @param name   its name
     * @param size   bytes of its content
     * @param crc    their CRC-32
     * @param offset where its local header begins
     */
    public record Entry(String name, long size, int crc, long offset) {
        byte[] nameBytes() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        long contentOffset() {
            return offset + LOCAL_HEADER + nameBytes().length;
        }

        /** Where the next record begins. */
        long end() {
            return contentOffset() + size;
        }
    }

    /** The header before the content of an entry. */
    public static byte[] localHeader(Entry entry) {
        byte[] name = entry.nameBytes();
        byte[] header = new byte[LOCAL_HEADER + name.length];
        ByteBuffer parts = littleEndian(header).putInt(LOCAL_SIGNATURE).putShort(VERSION);
        common(parts, entry, name);
        parts.put(name);
        return header;
    }

    /** The header of an entry in the directory. */
    public static byte[] centralHeader(Entry entry) {
        byte[] name = entry.nameBytes();
        byte[] header = new byte[CENTRAL_HEADER + name.length];
        ByteBuffer parts =
                littleEndian(header).putInt(CENTRAL_SIGNATURE).putShort(VERSION).putShort(VERSION);
        common(parts, entry, name);
        // No comment, the first disk, no attributes.
        parts.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) entry.offset())
                .put(name);
        return header;
    }

    /** Flags, method "stored", time, date, checksum, both sizes, length of the name, no extra field. */
    private static void common(ByteBuffer header, Entry entry, byte[] name) {
        header.putShort(UTF_8_NAMES).putShort((short) 0).putShort((short) 0).putShort(FIRST_DAY);
        header.putInt(entry.crc())
                .putInt((int) entry.size())
                .putInt((int) entry.size())
                .putShort((short) name.length)
                .putShort((short) 0);
    }

    /** The record at the end of the file. */
    public static byte[] end(int entries, long directorySize, long directoryOffset) {
        byte[] end = new byte[END];
        littleEndian(end)
                .putInt(END_SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt((int) directorySize)
                .putInt((int) directoryOffset)
                .putShort((short) 0);
        return end;
    }

    /** Reads and writes numbers in an array as ZIP files have them. */
    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
