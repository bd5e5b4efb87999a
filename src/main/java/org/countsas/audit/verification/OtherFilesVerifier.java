package org.countsas.audit.verification;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.FileEntry;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.container.Container;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.record.CsvTable;

/** Reads the files of a bundle that are neither items nor decisions, to their last byte. */
final class OtherFilesVerifier {
    private final Bundle bundle;
    private final Manifest manifest;

    OtherFilesVerifier(Bundle bundle) {
        this.bundle = bundle;
        this.manifest = bundle.manifest();
    }

    /** @throws ProblemException if a file is not the one that is listed, or the rejected rows are not of the form that the format gives them */
    void read() {
        for (FileEntry file : manifest.files()) {
            if (file.path().equals(BundleFiles.REJECTED)) {
                rejected(file);
            } else if (!file.path().equals(BundleFiles.ITEMS) && !file.path().equals(BundleFiles.DECISIONS)) {
                try (InputStream in = bundle.open(file)) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    throw Container.unreadable(bundle.place(file.path()), e);
                }
            }
        }
    }

    /** The rows, written again, must give the same bytes: so the file has the one form that the format gives it. */
    private void rejected(FileEntry file) {
        Place place = bundle.place(file.path());
        MessageDigest digest = Hash.digest();
        long rows = 0;
        try (Reader text = new InputStreamReader(bundle.open(file), StandardCharsets.UTF_8);
                CsvReader<CsvRecord> csv =
                        CsvReader.builder().detectBomHeader(false).ofCsvRecord(text)) {
            boolean begun = text.read() == '\uFEFF';
            CsvWriter again = null;
            for (CsvRecord row : csv) {
                if (again == null) {
                    begun = begun && row.getFields().equals(CsvTable.REJECTED_COLUMNS);
                    again = CsvTable.begin(
                            new DigestOutputStream(OutputStream.nullOutputStream(), digest), row.getFields());
                } else if (row.getFieldCount() != CsvTable.REJECTED_COLUMNS.size()) {
                    throw ItemsVerifier.broken(
                            Place.line(String.valueOf(place.file()), (int) row.getStartingLineNumber()),
                            "The row does not have the fields of the header");
                } else {
                    again.writeRecord(row.getFields());
                    rows++;
                }
            }
            if (!begun || again == null) {
                throw ItemsVerifier.broken(place, "The file does not begin with a byte-order mark and the header row");
            }
            again.flush();
        } catch (CsvParseException e) {
            throw ItemsVerifier.broken(place, "The file is not CSV");
        } catch (IOException e) {
            throw Container.unreadable(place, e);
        }
        if (!Hash.of(digest.digest()).equals(file.sha256())) {
            throw ItemsVerifier.broken(place, "The file is CSV, but not in the form that the format prescribes");
        }
        if (rows != manifest.rejected()) {
            throw ItemsVerifier.broken(
                    place, "There are " + rows + " rejected rows, but the manifest says " + manifest.rejected());
        }
    }
}
