package org.countsas.audit.merkle;

import java.util.List;
import org.apiguardian.api.API;

/** Checks proofs without the tree they are about (RFC 9162, sections 2.1.3.2 and 2.1.4.2). */
@API(status = API.Status.INTERNAL)
public final class MerkleProofs {
    private MerkleProofs() {}

    /**
     * Whether a leaf is at this index in the tree with this size and root.
     *
     * @param leaf the leaf's hash
     */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree with the older size and root is the beginning of the newer one. */
    public static boolean extendsTo(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older < 1 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && olderRoot.equals(newerRoot);
        }
        long node = older - 1;
        long last = newer - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        boolean whole =
                Long.bitCount(older) == 1; // then the older root is a node of the newer tree and not in the proof
        if (!whole && proof.isEmpty()) {
            return false;
        }
        Hash first = whole ? olderRoot : proof.get(0);
        Hash olderHash = first;
        Hash newerHash = first;
        for (Hash sibling : proof.subList(whole ? 0 : 1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                olderHash = Hash.node(sibling, olderHash);
                newerHash = Hash.node(sibling, newerHash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newerHash = Hash.node(newerHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && olderHash.equals(olderRoot) && newerHash.equals(newerRoot);
    }
}
