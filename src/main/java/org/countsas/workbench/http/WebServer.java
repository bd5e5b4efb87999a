package org.countsas.workbench.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler.Abstract;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A running server. The only class that knows the server library. Whatever comes in is bounded: the head of a request, its body, how long it
 * may take to arrive, and how many are answered at once. Thread-safe.
 */
public final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 32;
    private static final int LEAST_THREADS = 4;
    private static final int IDLE_THREAD_MILLIS = 60_000;
    private static final int IDLE_CONNECTION_MILLIS = 30_000;
    private static final int STOP_MILLIS = 3_000;
    private static final int HEAD_BYTES = 16 * 1024;
    private static final int LARGE_AT_ONCE = 2;
    private static final int PORTS_TRIED = 20;
    private static final int MOST_PORT = 65_535;

    private final Server server;
    private final int port;

    private WebServer(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param site what it answers, given its port
     * @throws ProblemException {@code PORT_TAKEN}
     */
    public static WebServer start(Binding binding, IntFunction<Site> site) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_THREAD_MILLIS);
        threads.setName("workbench");
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEAD_BYTES);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(binding.address().getHostAddress());
        connector.setPort(binding.port());
        connector.setIdleTimeout(IDLE_CONNECTION_MILLIS);
        server.addConnector(connector);
        server.setStopTimeout(STOP_MILLIS);
        try {
            connector.open();
        } catch (IOException e) {
            connector.close();
            throw taken(binding, e);
        }
        int port = connector.getLocalPort();
        server.setHandler(new Gate(site.apply(port)));
        try {
            server.start();
        } catch (Exception e) {
            connector.close();
            throw new IllegalStateException("the server does not start", e);
        }
        return new WebServer(server, port);
    }

    private static ProblemException taken(Binding binding, IOException e) {
        int wanted = binding.port();
        String free = "Choose another with --port N, or --port 0 for any that is free";
        for (int port = wanted + 1; port <= Math.min(MOST_PORT, wanted + PORTS_TRIED); port++) {
            if (isFree(binding, port)) {
                free = "Start with --port " + port + ", which is free";
                break;
            }
        }
        return new ProblemException(
                Code.PORT_TAKEN,
                Place.NONE,
                "Port " + wanted + " of " + binding.address().getHostAddress() + " cannot be used ("
                        + String.valueOf(e.getMessage()).replaceFirst("^Failed to bind to ", "") + ")",
                free + ", or end the program that has it: 'lsof -i :" + wanted + "' or 'ss -ltnp' name it");
    }

    private static boolean isFree(Binding binding, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, binding.address())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The port on which it listens. */
    public int port() {
        return port;
    }

    /** Waits until the server has ended. */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Ends the server: what is being answered is answered first, for some seconds at most. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }

    /** Turns the library's requests into ours, and our answers into the library's. */
    private static final class Gate extends Abstract {
        private final Site site;
        private final Semaphore large = new Semaphore(LARGE_AT_ONCE);

        Gate(Site site) {
            this.site = site;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Call head = head(request);
            send(answer(head, request), head.method().equals("HEAD"), response, callback);
            return true;
        }

        private static Call head(Request request) {
            Map<String, String> headers = new HashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.merge(
                        field.getName().toLowerCase(Locale.ROOT),
                        String.valueOf(field.getValue()),
                        (first, second) -> first + ", " + second);
            }
            return new Call(
                    request.getMethod().toUpperCase(Locale.ROOT),
                    Request.getPathInContext(request),
                    Parameters.parse(request.getHttpURI().getQuery()),
                    headers,
                    new byte[0]);
        }

        private Answer answer(Call head, Request request) throws IOException, InterruptedException {
            Optional<Answer> instead = site.admit(head);
            if (instead.isPresent()) {
                return instead.get();
            }
            int most = site.routes().mostBytes(head.method(), head.path());
            boolean queue = most > Routes.SMALL;
            if (queue) {
                large.acquire();
            }
            try {
                return site.answer(head.with(body(request, most)));
            } catch (ProblemException e) {
                return site.refuse(head, e.problems());
            } finally {
                if (queue) {
                    large.release();
                }
            }
        }

        private static byte[] body(Request request, int most) throws IOException {
            if (request.getLength() > most) {
                throw tooLarge(most);
            }
            try (InputStream in = Content.Source.asInputStream(request)) {
                byte[] body = in.readNBytes(most + 1);
                if (body.length > most) {
                    throw tooLarge(most);
                }
                return body;
            }
        }

        private static ProblemException tooLarge(int most) {
            return new ProblemException(List.of(new Problem(
                    Code.REQUEST_TOO_LARGE,
                    Place.NONE,
                    "The request has more than " + most + " bytes",
                    "Send less at once, or use the command line")));
        }

        private static void send(Answer answer, boolean headOnly, Response response, Callback callback) {
            response.setStatus(answer.status());
            HttpFields.Mutable headers = response.getHeaders();
            headers.put("Content-Type", answer.type());
            headers.put("Content-Length", String.valueOf(answer.body().length));
            answer.headers().forEach(headers::put);
            response.write(true, headOnly ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), callback);
        }
    }
}
