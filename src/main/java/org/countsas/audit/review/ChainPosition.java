package org.countsas.audit.review;

import org.apiguardian.api.API;
import org.countsas.audit.merkle.Hash;

/**
 * Where a record is in the chain of the reviews of a bundle.
 *
 * <p>Immutable and thread-safe.
 *
 * @param bundle   SHA-256 of the bundle's manifest
 * @param sequence the record's number, from 1
 * @param previous SHA-256 of the line before, without its line feed; for the first record the same as {@code bundle}
 */
@API(status = API.Status.EXPERIMENTAL)
public record ChainPosition(Hash bundle, int sequence, Hash previous) {}
