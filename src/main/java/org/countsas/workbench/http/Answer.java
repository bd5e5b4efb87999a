package org.countsas.workbench.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back. Immutable, as long as nobody writes into its body.
 *
 * @param status  the status of HTTP
 * @param type    the media type
 * @param headers further headers
 * @param body    the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares or changes
public record Answer(int status, String type, Map<String, String> headers, byte[] body) {
    public static final int OK = 200;
    private static final int SEE_OTHER = 303;

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A page. */
    public static Answer page(int status, String html) {
        return new Answer(status, "text/html; charset=utf-8", Map.of(), html.getBytes(StandardCharsets.UTF_8));
    }

    /** A document in JSON. */
    public static Answer json(String json) {
        return new Answer(OK, "application/json; charset=utf-8", Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    /** A file to keep. Its name is plain ASCII. */
    public static Answer file(String name, String type, byte[] content) {
        return new Answer(OK, type, Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""), content);
    }

    /** Sends the browser to another address of this server. */
    public static Answer see(String address) {
        return new Answer(SEE_OTHER, "text/plain; charset=utf-8", Map.of("Location", address), new byte[0]);
    }

    /** The same with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, more, body);
    }
}
