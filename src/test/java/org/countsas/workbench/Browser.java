package org.countsas.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser without a window, steered by its own protocol (CDP). A test that needs it where there is none is aborted, with a message
 * that says so. Not thread-safe.
 */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages;
    private final List<String> complaints = new ArrayList<>();
    private int sent;

    private Browser(Process process, WebSocket socket, BlockingQueue<JsonNode> messages) {
        this.process = process;
        this.socket = socket;
        this.messages = messages;
    }

    /** A browser with a profile of its own in a folder. */
    static Browser in(Path folder) throws IOException, InterruptedException {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            String message =
                    "SKIPPED: the test needs the browser Chromium (Debian: apt-get install chromium fonts-noto-cjk), which is not here";
            System.err.println(message);
            Assumptions.abort(message);
        }
        Process process = new ProcessBuilder(
                        program.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        String page = page(folder.resolve("profile").resolve("DevToolsActivePort"));
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(page), new Listener(messages))
                .join();
        Browser browser = new Browser(process, socket, messages);
        for (String domain : List.of("Page", "Runtime", "Log")) {
            browser.call(domain + ".enable", JSON.createObjectNode());
        }
        return browser;
    }

    /** The address at which the first page can be steered. */
    private static String page(Path portFile) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.exists(portFile) && Files.readAllLines(portFile).size() > 1) {
                String port = Files.readAllLines(portFile).get(0);
                JsonNode pages = JSON.readTree(HttpClient.newHttpClient()
                        .send(
                                java.net.http.HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + port + "/json/list"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
                for (JsonNode each : pages) {
                    if (each.path("type").asText().equals("page")) {
                        return each.path("webSocketDebuggerUrl").asText();
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser does not start");
    }

    private record Listener(BlockingQueue<JsonNode> messages, StringBuilder text) implements WebSocket.Listener {
        Listener(BlockingQueue<JsonNode> messages) {
            this(messages, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    messages.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }

    private JsonNode call(String method, ObjectNode parameters) throws IOException, InterruptedException {
        int id = ++sent;
        socket.sendText(
                        JSON.createObjectNode()
                                .put("id", id)
                                .put("method", method)
                                .set("params", parameters)
                                .toString(),
                        true)
                .join();
        while (true) {
            JsonNode message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new IOException(method + " is not answered");
            }
            if (message.path("id").asInt() == id) {
                if (message.has("error")) {
                    throw new IOException(method + ": " + message.path("error"));
                }
                return message.path("result");
            }
            note(message);
        }
    }

    private void note(JsonNode event) {
        switch (event.path("method").asText()) {
            case "Log.entryAdded" ->
                complaints.add(event.at("/params/entry/text").asText());
            case "Runtime.exceptionThrown" ->
                complaints.add(event.at("/params/exceptionDetails").toString());
            default -> {
                // of no interest
            }
        }
    }

    /** Opens a page and waits until it stands. */
    void open(String url) throws IOException, InterruptedException {
        complaints.clear();
        call("Page.navigate", JSON.createObjectNode().put("url", url));
        until(
                "document.readyState === 'complete' && location.href !== 'about:blank' && !document.querySelector('.waiting')");
    }

    /** What an expression gives, as text. */
    String value(String expression) throws IOException, InterruptedException {
        JsonNode result = call(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.path("exceptionDetails"));
        }
        return result.at("/result/value").asText();
    }

    /** Waits until an expression is true. */
    void until(String expression) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!value("Boolean(" + expression + ")").equals("true")) {
            if (System.nanoTime() > end) {
                throw new IOException("never: " + expression);
            }
            Thread.sleep(30);
        }
    }

    /** Types text into whatever has the focus. */
    void type(String text) throws IOException, InterruptedException {
        call("Input.insertText", JSON.createObjectNode().put("text", text));
    }

    /** Presses a key such as {@code ArrowDown}. */
    void press(String key) throws IOException, InterruptedException {
        for (String kind : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    JSON.createObjectNode().put("type", kind).put("key", key).put("code", key));
        }
    }

    /** A window of this width, light or dark. */
    void window(int width, boolean dark) throws IOException, InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", 900)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        ObjectNode scheme = JSON.createObjectNode();
        scheme.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", scheme);
    }

    /** A picture of the page from its top. */
    void picture(Path image) throws IOException, InterruptedException {
        ObjectNode clip = JSON.createObjectNode();
        clip.put("captureBeyondViewport", true)
                .putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", Integer.parseInt(value("window.innerWidth")))
                .put("height", Math.min(3000, Integer.parseInt(value("document.documentElement.scrollHeight"))))
                .put("scale", 1);
        Files.write(
                image,
                Base64.getDecoder()
                        .decode(call("Page.captureScreenshot", clip)
                                .path("data")
                                .asText()));
    }

    /** What the browser complained about since the page was opened: errors of scripts, and what the page's policy stopped. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
