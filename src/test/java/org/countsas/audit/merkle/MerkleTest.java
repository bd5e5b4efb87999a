package org.countsas.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree of eight leaves of the Certificate Transparency tests, and every proof of every small tree. */
class MerkleTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_roots_are_those_of_certificate_transparency() {
        MerkleTree tree = new MerkleTree();
        MerkleRoot root = new MerkleRoot();
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(tree.root().hex()).isEqualTo(ROOTS.get(size));
            assertThat(root.root().hex()).isEqualTo(ROOTS.get(size));
            if (size < LEAVES.size()) {
                tree.add(HexFormat.of().parseHex(LEAVES.get(size)));
                root.add(HexFormat.of().parseHex(LEAVES.get(size)));
            }
        }
        assertThat(tree.root(3).hex()).isEqualTo(ROOTS.get(3));
    }

    @Test
    void the_inclusion_proofs_are_those_of_certificate_transparency() {
        assertThat(tree(1).inclusionProof(0)).isEmpty();
        assertThat(tree(8).inclusionProof(0))
                .extracting(Hash::hex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(tree(8).inclusionProof(5))
                .extracting(Hash::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree(3).inclusionProof(2)).extracting(Hash::hex).containsExactly(ROOTS.get(2));
        assertThat(tree(5).inclusionProof(1))
                .extracting(Hash::hex)
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void the_consistency_proofs_are_those_of_certificate_transparency() {
        assertThat(tree(1).consistencyProof(1, 1)).isEmpty();
        assertThat(tree(8).consistencyProof(1, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(tree(8).consistencyProof(6, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree(8).consistencyProof(2, 5))
                .extracting(Hash::hex)
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void every_leaf_of_every_small_tree_is_proved_with_at_most_log_n_hashes_and_nothing_else_is() {
        for (int size = 1; size <= 33; size++) {
            MerkleTree tree = numbers(size);
            int most = 32 - Integer.numberOfLeadingZeros(size - 1);
            for (int index = 0; index < size; index++) {
                List<Hash> path = tree.inclusionProof(index);
                assertThat(path).hasSizeLessThanOrEqualTo(most);
                assertThat(MerkleProofs.includes(tree.leaf(index), index, size, path, tree.root()))
                        .isTrue();
                for (int other = -1; other <= size; other++) {
                    assertThat(MerkleProofs.includes(tree.leaf(index), other, size, path, tree.root()))
                            .isEqualTo(other == index);
                }
                assertThat(MerkleProofs.includes(Hash.sha256(new byte[] {1}), index, size, path, tree.root()))
                        .isFalse();
                for (List<Hash> wrong : changed(path)) {
                    assertThat(MerkleProofs.includes(tree.leaf(index), index, size, wrong, tree.root()))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_growth_of_every_small_tree_is_proved_and_nothing_else_is() {
        for (int newer = 1; newer <= 33; newer++) {
            MerkleTree tree = numbers(newer);
            for (int older = 1; older <= newer; older++) {
                List<Hash> proof = tree.consistencyProof(older, newer);
                assertThat(MerkleProofs.extendsTo(older, tree.root(older), newer, tree.root(), proof))
                        .isTrue();
                assertThat(MerkleProofs.extendsTo(older, Hash.sha256(new byte[] {1}), newer, tree.root(), proof))
                        .isFalse();
                assertThat(MerkleProofs.extendsTo(older, tree.root(older), newer, Hash.sha256(new byte[] {1}), proof))
                        .isFalse();
                for (List<Hash> wrong : changed(proof)) {
                    assertThat(MerkleProofs.extendsTo(older, tree.root(older), newer, tree.root(), wrong))
                            .isFalse();
                }
            }
        }
        assertThat(MerkleProofs.extendsTo(0, numbers(0).root(), 3, numbers(3).root(), List.of()))
                .isFalse();
        assertThat(MerkleProofs.extendsTo(4, numbers(4).root(), 3, numbers(3).root(), List.of()))
                .isFalse();
    }

    @Test
    void a_proof_of_what_is_not_there_cannot_be_asked_for() {
        assertThatThrownBy(() -> numbers(3).inclusionProof(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> numbers(3).consistencyProof(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> numbers(3).consistencyProof(2, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_hash_has_64_digits_in_lower_case() {
        assertThat(Hash.ofHex(ROOTS.get(0)))
                .hasValueSatisfying(hash -> assertThat(hash.hex()).isEqualTo(ROOTS.get(0)));
        assertThat(Hash.ofHex(ROOTS.get(0).toUpperCase(java.util.Locale.ROOT))).isEmpty();
        assertThat(Hash.ofHex(ROOTS.get(0).substring(2))).isEmpty();
    }

    /** The proof with one hash fewer, more, or other, and in another order. */
    private static List<List<Hash>> changed(List<Hash> proof) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i <= proof.size(); i++) {
            List<Hash> more = new ArrayList<>(proof);
            more.add(i, Hash.sha256(new byte[] {7}));
            all.add(more);
        }
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> fewer = new ArrayList<>(proof);
            fewer.remove(i);
            all.add(fewer);
            List<Hash> other = new ArrayList<>(proof);
            other.set(i, Hash.sha256(proof.get(i).bytes()));
            all.add(other);
        }
        return all;
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        LEAVES.subList(0, size).forEach(leaf -> tree.add(HexFormat.of().parseHex(leaf)));
        return tree;
    }

    private static MerkleTree numbers(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.add(new byte[] {(byte) i});
        }
        return tree;
    }
}
