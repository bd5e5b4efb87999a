package org.countsas.audit.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in files, and notes signed with them. */
class KeysTest {
    @TempDir
    private Path folder;

    /** RFC 8032, section 7.1: tests 1, 2 and 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', "
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, "
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7, fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82, "
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void keys_and_signatures_are_those_of_the_standard(String seed, String raw, String message, String signature)
            throws IOException {
        SigningKey key = SigningKey.read(privateFile(seed));

        assertThat(key.publicHalf().pem()).isEqualTo(publicPem(raw));
        assertThat(HexFormat.of().formatHex(key.sign(HexFormat.of().parseHex(message))))
                .isEqualTo(signature);
        assertThat(VerificationKey.parse(publicPem(raw), Place.NONE)
                        .verifies(
                                HexFormat.of().parseHex(message), HexFormat.of().parseHex(signature)))
                .isTrue();
        assertThat(key.publicHalf().verifies(new byte[] {1}, HexFormat.of().parseHex(signature)))
                .isFalse();
        assertThat(key.publicHalf().verifies(HexFormat.of().parseHex(message), new byte[63]))
                .isFalse();
    }

    @Test
    void a_key_is_named_by_the_digest_of_its_bytes() {
        String raw = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

        assertThat(VerificationKey.parse(publicPem(raw), Place.NONE).name())
                .isEqualTo("countsas-"
                        + Hash.sha256(HexFormat.of().parseHex(raw)).hex().substring(0, 16));
    }

    @Test
    void a_new_key_is_for_its_owner_alone_and_reads_back() throws IOException {
        SigningKey key = SigningKey.generate(new SecureRandom());
        Path file = folder.resolve("new.pem");
        key.write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("\n-----END PRIVATE KEY-----\n");
        assertThat(SigningKey.read(file).publicHalf()).isEqualTo(key.publicHalf());
        assertThat(key).hasToString(key.publicHalf().name());
        assertThatThrownBy(() -> key.write(file)).hasMessageStartingWith("A015 " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-", "rwx-----x"})
    void a_private_key_that_others_may_use_is_refused(String permissions) throws IOException {
        Path file = privateFile("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> SigningKey.read(file))
                .hasMessage("A013 " + file + ": Users other than its owner may use this private key (" + permissions
                        + "). Run 'chmod 600' on it, and make a new key if others had access to it.");
    }

    @Test
    void what_is_no_key_is_refused() throws IOException {
        Path absent = folder.resolve("absent.pem");
        Path text = owned("text.pem", "hello");
        Path publicKey =
                owned("public.pem", publicPem("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        Path privateKey = privateFile("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        Path cut = owned("cut.pem", "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> SigningKey.read(absent)).hasMessageStartingWith("A011 " + absent);
        assertThatThrownBy(() -> VerificationKey.read(folder)).hasMessageStartingWith("A011 " + folder);
        assertThatThrownBy(() -> SigningKey.read(text)).hasMessageContaining("no PEM block 'PRIVATE KEY'");
        assertThatThrownBy(() -> SigningKey.read(publicKey)).hasMessageContaining("This is a public key");
        assertThatThrownBy(() -> SigningKey.read(cut)).hasMessageContaining("not an Ed25519 key");
        assertThatThrownBy(() -> VerificationKey.read(privateKey)).hasMessageContaining("This is a private key");
        assertThatThrownBy(() -> VerificationKey.read(text)).hasMessageStartingWith("A012 " + text);
    }

    @Test
    void keys_are_pinned_by_laying_them_into_a_folder() throws IOException {
        VerificationKey one = SigningKey.generate(new SecureRandom()).publicHalf();
        Files.writeString(folder.resolve("one.pub.pem"), one.pem());
        Files.writeString(folder.resolve("two.pem"), "no public key");

        assertThat(KeyRing.pinned(folder).find(one.name())).contains(one);
        assertThat(KeyRing.pinned(folder).find("countsas-0000000000000000")).isEmpty();
        assertThat(KeyRing.pinned(folder.resolve("absent")).isEmpty()).isTrue();
    }

    @Test
    void a_note_that_is_read_equals_the_one_that_was_written() throws IOException {
        SigningKey key =
                SigningKey.read(privateFile("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        SignedNote note = SignedNote.sign("one\ntwo\n", key);
        SignedNote read = SignedNote.parse(note.written().getBytes(StandardCharsets.UTF_8), Place.NONE);

        assertThat(read).isEqualTo(note).hasSameHashCodeAs(note);
        assertThat(read)
                .isNotEqualTo(SignedNote.sign("one\nthree\n", key))
                .isNotEqualTo(SignedNote.unsigned(read.text()));
    }

    @Test
    void a_signed_note_is_read_and_checked() throws IOException {
        SigningKey key =
                SigningKey.read(privateFile("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        SignedNote note = SignedNote.sign("one\ntwo\n", key);
        byte[] bytes = note.written().getBytes(StandardCharsets.UTF_8);

        assertThat(note.written())
                .startsWith("one\ntwo\n\n— " + key.publicHalf().name() + " ")
                .endsWith("=\n");
        assertThat(SignedNote.parse(bytes, Place.NONE).verify(KeyRing.of(key.publicHalf()), Place.NONE))
                .isEqualTo(key.publicHalf());
    }

    @Test
    void a_note_does_not_pass_with_any_byte_of_it_changed() throws IOException {
        SigningKey key =
                SigningKey.read(privateFile("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        byte[] bytes = SignedNote.sign("one\ntwo\n", key).written().getBytes(StandardCharsets.UTF_8);
        KeyRing trusted = KeyRing.of(key.publicHalf());
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> SignedNote.parse(changed, Place.NONE).verify(trusted, Place.NONE))
                        .isInstanceOf(ProblemException.class);
            }
        }
    }

    @Test
    void a_note_that_is_unsigned_or_signed_by_a_stranger_does_not_pass() {
        SigningKey key = SigningKey.generate(new SecureRandom());
        SigningKey stranger = SigningKey.generate(new SecureRandom());
        KeyRing trusted = KeyRing.of(key.publicHalf());

        assertThatThrownBy(() -> SignedNote.unsigned("one\n").verify(trusted, Place.NONE))
                .hasMessageStartingWith("A009");
        assertThatThrownBy(() -> SignedNote.sign("one\n", stranger).verify(trusted, Place.NONE))
                .hasMessageStartingWith("A010")
                .hasMessageContaining("not trusted");
        assertThatThrownBy(() -> SignedNote.sign("one\n", key).verify(KeyRing.of(), Place.NONE))
                .hasMessageStartingWith("A011");
        assertThat(SignedNote.parse("one\n\n".getBytes(StandardCharsets.UTF_8), Place.NONE)
                        .signature())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "one",
                "one\n",
                "\n\n",
                "one\n\ntwo\n\n",
                "one\n\n— name\n",
                "one\n\n— na+me AAAA\n",
                "one\n\n— name AAAA\n",
                "one\n\n- name AAAA\n",
                "one\n\n\n"
            })
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text.getBytes(StandardCharsets.UTF_8), Place.file("checkpoint")))
                .hasMessageStartingWith("A002 checkpoint: ");
    }

    @Test
    void a_checkpoint_is_read_as_it_was_written_and_in_no_other_form() {
        Checkpoint checkpoint =
                new Checkpoint("countsas/bundle/1", 3, Hash.sha256(new byte[0]), List.of("manifest sha256:00"));

        assertThat(checkpoint.text())
                .isEqualTo("countsas/bundle/1\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmanifest sha256:00\n");
        assertThat(Checkpoint.parse(checkpoint.text())).contains(checkpoint);
        assertThat(Checkpoint.parse(checkpoint.text().replace("\n3\n", "\n03\n")))
                .isEmpty();
        assertThat(Checkpoint.parse(checkpoint.text().replace("\n3\n", "\n-3\n")))
                .isEmpty();
        assertThat(Checkpoint.parse(checkpoint.text().replace("uFU=", "uFV="))).isEmpty();
        assertThat(Checkpoint.parse("countsas/bundle/1\n3\n")).isEmpty();
    }

    private Path privateFile(String seed) throws IOException {
        byte[] content = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
        return owned(
                "private.pem",
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(content)
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private Path owned(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String publicPem(String raw) {
        byte[] content = HexFormat.of().parseHex("302a300506032b6570032100" + raw);
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(content)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
