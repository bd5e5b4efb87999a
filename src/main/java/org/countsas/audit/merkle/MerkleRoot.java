package org.countsas.audit.merkle;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apiguardian.api.API;

/**
 * Computes the root of a tree while its leaves arrive one after another. It keeps no leaves, only the roots of the full subtrees from left to
 * right, one for each bit that is set in the number of leaves. Not thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class MerkleRoot {
    private final Deque<Hash> subtrees = new ArrayDeque<>();
    private long size;

    /** Adds a leaf by its bytes. */
    public void add(byte[] leaf) {
        Hash hash = Hash.leaf(leaf);
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            hash = Hash.node(subtrees.pop(), hash);
        }
        subtrees.push(hash);
        size++;
    }

    /** The number of leaves that were added. */
    public long size() {
        return size;
    }

    /** The root over the leaves so far; for no leaves, the SHA-256 of nothing. */
    public Hash root() {
        Hash root = null;
        for (Hash subtree : subtrees) { // from right to left
            root = root == null ? subtree : Hash.node(subtree, root);
        }
        return root == null ? Hash.sha256(new byte[0]) : root;
    }
}
