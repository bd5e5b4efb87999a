package org.countsas.workbench.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a server listens. Immutable and thread-safe.
 *
 * @param address   an address of this machine
 * @param port      1 to 65535; 0 for any that is free
 * @param withToken whether every request must know a token; without one only this machine may reach it
 * @param hostNames further names under which browsers know it, with a port if it is not the usual one
 */
public record Binding(InetAddress address, int port, boolean withToken, List<String> hostNames) {
    /** The port if none is named. */
    public static final int USUAL_PORT = 8017;

    public Binding {
        hostNames = List.copyOf(hostNames);
        if (!withToken && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("others can reach " + address);
        }
    }

    /** On this machine alone, without a token. */
    public static Binding local(int port) {
        return new Binding(InetAddress.getLoopbackAddress(), port, false, List.of());
    }

    /** Whether only this machine can reach it. */
    public boolean isLocal() {
        return address.isLoopbackAddress();
    }

    /** What the header Host may say. */
    public Set<String> hosts(int port) {
        List<String> hosts = new ArrayList<>(List.of(literal() + ":" + port));
        if (isLocal()) {
            hosts.addAll(List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port));
        }
        hosts.addAll(hostNames);
        Set<String> lower = new HashSet<>();
        hosts.forEach(host -> lower.add(host.toLowerCase(Locale.ROOT)));
        return lower;
    }

    /** The address of the first page, without what a request must know. */
    public String url(int port) {
        return "http://" + (isLocal() ? "localhost" : literal()) + ":" + port + "/";
    }

    private String literal() {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
    }
}
