package org.countsas.workbench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.countsas.problem.ProblemException;
import org.countsas.workbench.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server refuses before a page sees it. */
class WebServerTest {
    private static final Secret CHANGE = Secret.random();

    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Call> seen = Collections.synchronizedList(new ArrayList<>());
    private @Nullable WebServer server;

    private Wire start(@Nullable Secret token, boolean readOnly) {
        Routes routes = new Routes.Builder()
                .get("/", call -> answer(call, "the first page"))
                .ask("/ask", call -> answer(call, "asked"))
                .ask("/large", 3 << 20, call -> answer(call, "large: " + call.body().length))
                .change("/change", call -> answer(call, "changed"))
                .get("/defect", call -> {
                    throw new IllegalStateException("secret detail");
                })
                .get("/api/defect", call -> {
                    throw new IllegalStateException("secret detail");
                })
                .build();
        server = WebServer.start(
                Binding.local(0),
                port -> new Site(
                        new Guard(new Access(Binding.local(port).hosts(port), token, CHANGE, readOnly)),
                        routes,
                        (call, problems) -> problems.get(0).toString(),
                        failures::add));
        return new Wire(server.port());
    }

    private Answer answer(Call call, String text) {
        seen.add(call);
        return Answer.page(Answer.OK, text);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void its_own_pages_are_answered() throws IOException {
        assertThat(start(null, false).get("/?x=%E8%88%B9&y=1+2").text()).isEqualTo("the first page");
        assertThat(seen.get(0).query().text("x")).isEqualTo("船");
        assertThat(seen.get(0).query().text("y")).isEqualTo("1 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8017",
                "localhost",
                "localhost:1",
                "127.0.0.1.evil.example:%d",
                "[::2]:%d"
            })
    void a_name_that_was_made_to_point_here_is_not_answered(String host) throws IOException {
        Wire wire = start(null, false);

        Wire.Reply reply =
                wire.send("GET", "/", List.of("Host: " + host.replace("%d", String.valueOf(wire.port()))), "");

        assertThat(reply.status()).isEqualTo(421);
        assertThat(reply.text()).startsWith("B002: The request is for another host");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:%d", "127.0.0.1:%d", "[::1]:%d", "LOCALHOST:%d"})
    void the_names_of_loopback_are_its_own(String host) throws IOException {
        Wire wire = start(null, false);

        assertThat(wire.send("GET", "/", List.of("Host: " + host.replace("%d", String.valueOf(wire.port()))), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_another_site_loads_is_refused_and_a_link_that_a_person_follows_is_not() throws IOException {
        Wire wire = start(null, false);

        assertThat(wire.send(
                                "GET",
                                "/",
                                List.of(
                                        "Sec-Fetch-Site: cross-site",
                                        "Sec-Fetch-Mode: no-cors",
                                        "Sec-Fetch-Dest: script"),
                                "")
                        .status())
                .isEqualTo(403);
        assertThat(wire.send(
                                "GET",
                                "/",
                                List.of(
                                        "Sec-Fetch-Site: cross-site",
                                        "Sec-Fetch-Mode: navigate",
                                        "Sec-Fetch-Dest: iframe"),
                                "")
                        .status())
                .isEqualTo(403);
        assertThat(wire.send(
                                "GET",
                                "/",
                                List.of(
                                        "Sec-Fetch-Site: cross-site",
                                        "Sec-Fetch-Mode: navigate",
                                        "Sec-Fetch-Dest: document"),
                                "")
                        .status())
                .isEqualTo(200);
        assertThat(wire.send(
                                "POST",
                                "/ask",
                                List.of(
                                        "Sec-Fetch-Site: cross-site",
                                        "Sec-Fetch-Mode: navigate",
                                        "Sec-Fetch-Dest: document"),
                                "x")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://localhost", "http://localhost:1"})
    void what_another_origin_sends_is_refused(String origin) throws IOException {
        Wire.Reply reply = start(null, false)
                .send("POST", "/change", List.of("Origin: " + origin, "X-Change-Token: " + CHANGE.text()), "a=b");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).startsWith("B003: Another site sent this.");
        assertThat(seen).isEmpty();
    }

    @Test
    void a_change_needs_what_stands_in_our_pages() throws IOException {
        Wire wire = start(null, false);

        assertThat(wire.post("/change", "a=b").status()).isEqualTo(403);
        assertThat(wire.post("/change", "change=" + CHANGE.text() + "x").status())
                .isEqualTo(403);
        assertThat(seen).isEmpty();
        assertThat(wire.post("/change", "a=b&change=" + CHANGE.text()).text()).isEqualTo("changed");
        assertThat(wire.send("POST", "/change", List.of("X-Change-Token: " + CHANGE.text()), "")
                        .text())
                .isEqualTo("changed");
    }

    @Test
    void a_question_in_a_body_changes_nothing_and_needs_no_token() throws IOException {
        assertThat(start(null, true).post("/ask", "a=b").text()).isEqualTo("asked");
    }

    @Test
    void a_server_for_reading_refuses_every_change() throws IOException {
        Wire.Reply reply = start(null, true).post("/change", "change=" + CHANGE.text());

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).isEqualTo("B005: This workbench is for reading. Start it without --read-only.");
        assertThat(seen).isEmpty();
    }

    @Test
    void where_a_token_is_needed_every_request_must_know_it() throws IOException {
        Secret token = Secret.random();
        Wire wire = start(token, false);

        assertThat(wire.get("/").status()).isEqualTo(401);
        assertThat(wire.get("/").text()).startsWith("B004: The request does not have the token");
        assertThat(wire.get("/?token=" + token.text() + "x").status()).isEqualTo(401);
        assertThat(wire.send("GET", "/", List.of("Authorization: Bearer " + token.text()), "")
                        .status())
                .isEqualTo(200);

        Wire.Reply entry = wire.get("/?lang=ja&token=" + token.text());
        assertThat(entry.status()).isEqualTo(303);
        assertThat(entry.headers()).containsEntry("location", "/?lang=ja");
        assertThat(entry.headers().get("set-cookie"))
                .isEqualTo("countsas=" + token.text() + "; Path=/; HttpOnly; SameSite=Strict");
        assertThat(wire.send("GET", "/", List.of("Cookie: a=b; countsas=" + token.text()), "")
                        .status())
                .isEqualTo(200);
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void a_body_has_a_most_and_a_larger_one_is_not_read() throws IOException {
        Wire wire = start(null, false);

        assertThat(wire.post("/ask", "x".repeat(1 << 20)).status()).isEqualTo(200);
        Wire.Reply reply = wire.send("POST", "/ask", List.of(), "x".repeat((1 << 20) + 1));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text()).startsWith("B007: The request has more than 1048576 bytes.");
        assertThat(wire.post("/large", "x".repeat(2 << 20)).text()).isEqualTo("large: 2097152");
        assertThat(wire.raw(("POST /ask HTTP/1.1\r\nHost: localhost:" + wire.port()
                                        + "\r\nContent-Length: 9999999999\r\nConnection: close\r\n\r\nx")
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_head_has_a_most() throws IOException {
        assertThat(start(null, false)
                        .send("GET", "/", List.of("X-Long: " + "x".repeat(20_000)), "")
                        .status())
                .isEqualTo(431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../etc/passwd", "/static/../../pom.xml", "/%2e%2e/pom.xml", "/..%2fpom.xml",
                        "/static/%2e%2e%2f%2e%2e%2fpom.xml",
                "//etc/passwd", "/;/", "/%00", "/nothing", "http://evil.example/"
            })
    void nothing_climbs_out_of_the_addresses(String path) throws IOException {
        Wire.Reply reply = start(null, false).get(path);

        assertThat(reply.status()).isBetween(400, 421);
        assertThat(reply.text()).doesNotContain("<project").doesNotContain("root:");
        assertThat(seen).isEmpty();
    }

    @Test
    void an_address_that_takes_another_method_says_which() throws IOException {
        Wire.Reply reply = start(null, false).send("DELETE", "/change", List.of(), "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("B006: /change does not take DELETE. Use POST.");
    }

    @Test
    void the_head_of_a_page_comes_without_its_body() throws IOException {
        Wire.Reply reply = start(null, false).send("HEAD", "/", List.of(), "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers()).containsEntry("content-length", "14");
    }

    @Test
    void every_answer_forbids_what_a_page_could_be_made_to_do() throws IOException {
        Wire wire = start(null, false);

        for (String address : List.of("/", "/nothing", "/api/nothing", "/defect")) {
            assertThat(wire.get(address).headers())
                    .as(address)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-frame-options", "DENY")
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("referrer-policy", "same-origin")
                    .containsEntry("cross-origin-resource-policy", "same-origin")
                    .doesNotContainKey("server")
                    .hasEntrySatisfying(
                            "content-security-policy",
                            policy -> assertThat(policy)
                                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                                    .contains(
                                            "frame-ancestors 'none'",
                                            "base-uri 'none'",
                                            "require-trusted-types-for 'script'")
                                    .doesNotContain("unsafe"));
        }
    }

    @Test
    void a_defect_is_told_to_whoever_runs_it_and_not_to_the_reader() throws IOException {
        Wire wire = start(null, false);

        assertThat(wire.get("/defect").status()).isEqualTo(500);
        assertThat(wire.get("/defect").text())
                .startsWith("X001: CountsAs failed: IllegalStateException.")
                .doesNotContain("secret detail");
        assertThat(failures).hasSize(2).allMatch(failure -> "secret detail".equals(failure.getMessage()));
    }

    @Test
    void programs_get_problems_as_json_with_the_same_codes() throws IOException {
        Wire.Reply reply = start(null, false).get("/api/nothing");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers()).containsEntry("content-type", "application/problem+json; charset=utf-8");
        assertThat(reply.text()).isEqualTo("""
                {
                  "type" : "urn:countsas:problem:B008",
                  "title" : "There is nothing at /api/nothing",
                  "status" : 404,
                  "detail" : "B008: There is nothing at /api/nothing. Begin at the overview, /.",
                  "code" : "B008",
                  "problems" : [ {
                    "code" : "B008",
                    "name" : "NO_SUCH_PAGE",
                    "reason" : "There is nothing at /api/nothing",
                    "fix" : "Begin at the overview, /"
                  } ]
                }
                """);
    }

    @Test
    void a_port_that_is_taken_is_named_with_one_that_is_free() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> WebServer.start(Binding.local(port), any -> {
                        throw new AssertionError("nothing is started");
                    }))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageMatching("B001: Port " + port
                            + " of 127\\.0\\.0\\.1 cannot be used \\(.*\\)\\. Start with --port \\d+, which is free, or end the program "
                            + "that has it: 'lsof -i :" + port + "' or 'ss -ltnp' name it\\.");
        }
    }

    @Test
    void it_listens_on_loopback_alone() {
        start(null, false);

        assertThat(Binding.local(8017).isLocal()).isTrue();
        assertThat(Binding.local(8017).hosts(8017)).isEqualTo(Set.of("localhost:8017", "127.0.0.1:8017", "[::1]:8017"));
        assertThatThrownBy(() -> new Binding(InetAddress.getByName("192.0.2.1"), 0, false, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Binding.local(8017).url(8017)).isEqualTo("http://localhost:8017/");
    }
}
