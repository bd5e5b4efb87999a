package org.countsas.audit.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A tree that can prove what is in it (RFC 6962, section 2.1.1) and that it only grew (2.1.2). Keeps 32 bytes for each leaf. Not thread-safe
 * while leaves are added.
 */
@API(status = API.Status.INTERNAL)
public final class MerkleTree {
    private byte[] leaves = new byte[64 * Hash.LENGTH];
    private int size;

    /** Adds a leaf by its bytes. */
    public void add(byte[] leaf) {
        if (leaves.length == size * Hash.LENGTH) {
            leaves = Arrays.copyOf(leaves, Math.multiplyExact(leaves.length, 2));
        }
        Hash.leaf(leaf).copyTo(leaves, size * Hash.LENGTH);
        size++;
    }

    /** The number of leaves. */
    public int size() {
        return size;
    }

    /** The hash of a leaf. */
    Hash leaf(int index) {
        return Hash.from(leaves, java.util.Objects.checkIndex(index, size) * Hash.LENGTH);
    }

    /** The root over all leaves. */
    public Hash root() {
        return root(size);
    }

    /**
     * The root over the first leaves.
     *
     * @param count 0 to {@link #size()}
     */
    public Hash root(int count) {
        checkSize(count);
        return count == 0 ? Hash.sha256(new byte[0]) : root(0, count);
    }

    /**
     * The hashes that lead from a leaf to the root over all leaves, from the bottom up: at most ⌈log₂ size⌉.
     *
     * @param index 0 to {@link #size()} − 1
     */
    public List<Hash> inclusionProof(int index) {
        java.util.Objects.checkIndex(index, size);
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    /**
     * The hashes that prove that the tree over the first leaves is the beginning of the tree over more of them.
     *
     * @param from 1 to {@code to}
     * @param to   at most {@link #size()}
     */
    public List<Hash> consistencyProof(int from, int to) {
        checkSize(to);
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("not 1 <= " + from + " <= " + to);
        }
        List<Hash> proof = new ArrayList<>();
        subproof(from, 0, to, true, proof);
        return proof;
    }

    private void path(int index, int from, int to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        int middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(root(from, middle));
        }
    }

    /** @param known whether the older tree is exactly this subtree, whose root the reader of the proof knows */
    private void subproof(int older, int from, int to, boolean known, List<Hash> proof) {
        if (older == to) {
            if (!known) {
                proof.add(root(from, to));
            }
            return;
        }
        int middle = from + split(to - from);
        if (older <= middle) {
            subproof(older, from, middle, known, proof);
            proof.add(root(middle, to));
        } else {
            subproof(older, middle, to, false, proof);
            proof.add(root(from, middle));
        }
    }

    private Hash root(int from, int to) {
        if (to - from == 1) {
            return leaf(from);
        }
        int middle = from + split(to - from);
        return Hash.node(root(from, middle), root(middle, to));
    }

    /** The largest power of two below a number of leaves. */
    private static int split(int count) {
        return Integer.highestOneBit(count - 1);
    }

    private void checkSize(int count) {
        if (count < 0 || count > size) {
            throw new IllegalArgumentException("the tree has " + size + " leaves, not " + count);
        }
    }
}
