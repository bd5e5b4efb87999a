package org.countsas.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests as they go over the wire, so that a test can send what no well-behaved client would.
 *
 * @param port the port on loopback
 */
public record Wire(int port) {
    private static final int TIMEOUT_MILLIS = 120_000;

    /**
     * What came back.
     *
     * @param status  of HTTP; 0 if the connection ended without an answer
     * @param headers by name in lower case
     * @param body    the bytes
     */
    public record Reply(int status, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Asks as our own pages do. */
    public Reply get(String address) throws IOException {
        return send("GET", address, List.of(), "");
    }

    /** Sends a form as our own pages do. */
    public Reply post(String address, String form) throws IOException {
        return send(
                "POST",
                address,
                List.of("Content-Type: application/x-www-form-urlencoded", "Origin: http://localhost:" + port),
                form);
    }

    /** Sends a request to the right host, with further headers. */
    public Reply send(String method, String address, List<String> headers, String body) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + address + " HTTP/1.1\r\n");
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        headers.forEach(header -> head.append(header).append("\r\n"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.write(bytes);
        return raw(request.toByteArray());
    }

    /** Sends bytes. */
    public Reply raw(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // The server may refuse what it has not read to the end.
            }
            return reply(socket.getInputStream());
        }
    }

    private static Reply reply(InputStream in) throws IOException {
        byte[] all;
        try {
            all = in.readAllBytes();
        } catch (SocketException e) {
            all = new byte[0];
        }
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Reply(0, Map.of(), all);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        lines.stream()
                .skip(1)
                .forEach(line -> headers.put(
                        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line.substring(line.indexOf(':') + 1).strip()));
        return new Reply(
                Integer.parseInt(lines.get(0).split(" ")[1]), headers, Arrays.copyOfRange(all, end + 4, all.length));
    }
}
