package org.countsas.source.format;

import org.countsas.source.document.BudgetDocuments;
import org.countsas.source.file.Encoding;
import org.countsas.source.profile.Profile;
import org.countsas.source.result.ReadingBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What formats are given for a reading. Not thread-safe.
 *
 * @param reading  takes items, rejected rows and warnings
 * @param encoding the encoding of text files that the user states; null to detect it
 * @param profile  the mapping profile of tables that the user names; null to use their columns
 * @param documents the documents of the statutory budget that the reading meets
 * @param sections whether the sections of the statutory budget that programmes are paid from are wanted
 */
public record ReadingContext(
        ReadingBuilder reading,
        @Nullable Encoding encoding,
        @Nullable Profile profile,
        BudgetDocuments documents,
        boolean sections) {}
