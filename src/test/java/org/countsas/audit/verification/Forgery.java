package org.countsas.audit.verification;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.audit.container.ZipFileWriter;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.merkle.MerkleRoot;

/** A bundle in the hands of somebody who changes it, from the vandal without a key to the signer himself, who makes all digests right again. */
final class Forgery {
    private final SortedMap<String, byte[]> files;

    private Forgery(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** The small run, written here first. */
    static Forgery of(Path honest) throws IOException {
        TestRuns.write(honest, TestRuns.KEY);
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(honest)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(honest.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return new Forgery(files);
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    Forgery put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Forgery remove(String path) {
        files.remove(path);
        return this;
    }

    /** Changes the text of a file, which must thereby become another. */
    Forgery replace(String path, UnaryOperator<String> change) {
        String before = new String(files.get(path), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing of " + path + " is changed");
        }
        return put(path, after);
    }

    /** Changes the manifest, and keeps it canonical. */
    Forgery manifest(Consumer<ObjectNode> change) {
        try {
            ObjectNode json = (ObjectNode) JsonMapper.builder().build().readTree(files.get("manifest.json"));
            change.accept(json);
            files.put("manifest.json", CanonicalJson.bytes(json));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the manifest's list of files right again. */
    Forgery relist() {
        return manifest(json -> {
            ArrayNode list = json.putArray("files");
            files.forEach((path, bytes) -> {
                if (!List.of("manifest.json", "checkpoint").contains(path)) {
                    list.addObject()
                            .put("path", path)
                            .put("size", bytes.length)
                            .put("sha256", Hash.sha256(bytes).hex());
                }
            });
        });
    }

    /** Makes the manifest's root of the tree right again. */
    Forgery reroot() {
        MerkleRoot root = new MerkleRoot();
        new String(files.get("decisions.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> root.add(line.getBytes(StandardCharsets.UTF_8)));
        return manifest(json -> json.putObject("tree")
                .put("size", root.size())
                .put("root", root.root().hex()));
    }

    /** Makes the run's id right again. */
    Forgery rename() {
        return manifest(json -> {
            json.remove("run");
            json.put(
                    "run",
                    json.path("time").asText().replaceAll("[-:]", "") + "-"
                            + Hash.sha256(CanonicalJson.bytes(json)).hex().substring(0, 16));
        });
    }

    /** Makes the checkpoint right again, and signs it. */
    Forgery sign(SigningKey key) {
        ObjectNode[] manifest = new ObjectNode[1];
        manifest(json -> manifest[0] = json);
        String text = "countsas/bundle/" + manifest[0].path("run").asText() + "\n"
                + manifest[0].path("tree").path("size").asLong() + "\n"
                + Base64.getEncoder()
                        .encodeToString(
                                Hash.ofHex(manifest[0].path("tree").path("root").asText())
                                        .orElseThrow()
                                        .bytes())
                + "\n"
                + "manifest sha256:" + Hash.sha256(files.get("manifest.json")).hex() + "\n";
        return put("checkpoint", SignedNote.sign(text, key).written());
    }

    /** Makes everything right again, signs it by the key that is trusted, and writes it. */
    void signed(Path target) throws IOException {
        relist().rename().sign(TestRuns.KEY).write(target);
    }

    /** Writes the files as they are, as a folder or, if the name says so, as a ZIP file of the right layout. */
    void write(Path target) throws IOException {
        if (target.toString().endsWith(".zip")) {
            Path folder = Files.createTempDirectory("forgery");
            SortedMap<String, Path> paths = new TreeMap<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                paths.put(file.getKey(), Files.write(folder.resolve(String.valueOf(paths.size())), file.getValue()));
            }
            ZipFileWriter.write(target, paths);
            return;
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = target.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
