package org.countsas.audit.container;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A bundle as a ZIP file. Names, sizes and checksums are taken from its directory. Every other byte must be the one that
 * {@link ZipLayout} derives from them. So it does not matter what other readers of ZIP files make of gaps, of headers that differ, or of
 * data before, between or after the entries: such a file is refused.
 */
final class ZipContainer implements Container {
    private static final int CRC_AT = 16;
    private static final int SIZE_AT = 24;
    private static final int NAME_LENGTH_AT = 28;
    private static final int LARGEST_DIRECTORY = 16_000_000;

    private final Path zip;
    private final FileChannel channel;
    private final SortedMap<String, ZipLayout.Entry> entries;
    private final SortedMap<String, Long> sizes = new TreeMap<>();

    private ZipContainer(Path zip, FileChannel channel, SortedMap<String, ZipLayout.Entry> entries) {
        this.zip = zip;
        this.channel = channel;
        this.entries = entries;
        entries.forEach((name, entry) -> sizes.put(name, entry.size()));
    }

    static ZipContainer of(Path zip) throws IOException {
        FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ);
        boolean whole = false;
        try {
            ZipContainer container = new ZipContainer(zip, channel, read(zip, channel));
            whole = true;
            return container;
        } finally {
            if (!whole) {
                channel.close();
            }
        }
    }

    private static SortedMap<String, ZipLayout.Entry> read(Path zip, FileChannel channel) throws IOException {
        long length = channel.size();
        if (length < ZipLayout.END) {
            throw broken(zip, "It is neither a folder nor a ZIP file");
        }
        ByteBuffer end = at(channel, length - ZipLayout.END, ZipLayout.END);
        int count = Short.toUnsignedInt(end.getShort(10));
        long directorySize = Integer.toUnsignedLong(end.getInt(12));
        long directoryOffset = Integer.toUnsignedLong(end.getInt(16));
        if (!end.equals(ByteBuffer.wrap(ZipLayout.end(count, directorySize, directoryOffset)))) {
            throw broken(zip, "It does not end like the ZIP file of a bundle; something may follow its end");
        }
        if (directoryOffset + directorySize != length - ZipLayout.END || directorySize > LARGEST_DIRECTORY) {
            throw broken(zip, "The directory of the ZIP file is not at its end");
        }
        ByteBuffer directory = at(channel, directoryOffset, (int) directorySize);
        SortedMap<String, ZipLayout.Entry> entries = new TreeMap<>();
        long offset = 0;
        for (int i = 0; i < count; i++) {
            ZipLayout.Entry entry = entry(zip, directory, offset);
            if (!entries.isEmpty() && entries.lastKey().compareTo(entry.name()) >= 0) {
                throw broken(zip, BundleFiles.shown(entry.name()) + " appears twice or out of order in the ZIP file");
            }
            byte[] header = ZipLayout.localHeader(entry);
            if (entry.end() > directoryOffset
                    || !Arrays.equals(at(channel, offset, header.length).array(), header)) {
                throw broken(
                        zip,
                        "The header of " + BundleFiles.shown(entry.name())
                                + " in the ZIP file does not match its directory");
            }
            entries.put(entry.name(), entry);
            offset = entry.end();
        }
        if (directory.hasRemaining() || offset != directoryOffset) {
            throw broken(zip, "There is something between the entries and the directory of the ZIP file");
        }
        return entries;
    }

    private static ZipLayout.Entry entry(Path zip, ByteBuffer directory, long offset) {
        int start = directory.position();
        int left = directory.remaining() - ZipLayout.CENTRAL_HEADER;
        int nameLength = left < 0 ? 0 : Short.toUnsignedInt(directory.getShort(start + NAME_LENGTH_AT));
        if (left < 0 || nameLength > left) {
            throw broken(zip, "The directory of the ZIP file is cut off");
        }
        byte[] name = new byte[nameLength];
        directory.get(start + ZipLayout.CENTRAL_HEADER, name);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken(zip, "A name in the ZIP file is not UTF-8");
        }
        if (!BundleFiles.isAllowed(text)) {
            throw new ProblemException(
                    Code.BUNDLE_FILES,
                    Place.file(zip.toString()),
                    BundleFiles.shown(text) + " is not a file of a bundle",
                    "Do not unpack this file; ask for a new copy");
        }
        ZipLayout.Entry entry = new ZipLayout.Entry(
                text,
                Integer.toUnsignedLong(directory.getInt(start + SIZE_AT)),
                directory.getInt(start + CRC_AT),
                offset);
        byte[] header = new byte[ZipLayout.CENTRAL_HEADER + nameLength];
        directory.get(header);
        if (!Arrays.equals(header, ZipLayout.centralHeader(entry))) {
            throw broken(
                    zip,
                    "The entry " + BundleFiles.shown(text)
                            + " in the directory of the ZIP file has fields that a bundle's does not: compression, time, place, attributes or further data");
        }
        return entry;
    }

    private static ByteBuffer at(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ZipLayout.littleEndian(new byte[length]);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                break; // missing bytes stay zero, which is not a header
            }
        }
        return buffer.flip().limit(length);
    }

    private static ProblemException broken(Path zip, String reason) {
        return new ProblemException(
                Code.BUNDLE_ARCHIVE,
                Place.file(zip.toString()),
                reason,
                "It was changed or packed by another program; ask for a new copy");
    }

    @Override
    public SortedMap<String, Long> sizes() {
        return Collections.unmodifiableSortedMap(sizes);
    }

    @Override
    public InputStream open(String path) {
        ZipLayout.Entry entry = requireNonNull(entries.get(path));
        return new ZipEntryStream(
                channel,
                entry,
                () -> broken(
                        zip,
                        "The checksum of " + BundleFiles.shown(path) + " in the ZIP file is not that of its content"));
    }

    @Override
    public Place place(String path) {
        return Place.file(zip + "!" + path);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Container.unreadable(Place.file(zip.toString()), e);
        }
    }
}
