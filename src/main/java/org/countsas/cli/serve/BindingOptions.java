package org.countsas.cli.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.workbench.http.Binding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the workbench listens. */
final class BindingOptions {
    private static final int MOST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port; by default " + Binding.USUAL_PORT + ". 0 for any that is free.")
    private int port = Binding.USUAL_PORT;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description =
                    "Listen on this address of the machine. Every request then needs a token, which is printed; so --listen 127.0.0.1 keeps out other users of this machine.")
    private @Nullable String address;

    @Option(
            names = "--host-name",
            paramLabel = "NAME",
            description =
                    "A further name under which browsers know the workbench, with its port unless that is the usual one; may be repeated.")
    private List<String> hostNames = new ArrayList<>();

    /**
     * Where to listen.
     *
     * @throws ProblemException {@code UNKNOWN_OPTION}
     */
    Binding binding() {
        if (port < 0 || port > MOST_PORT) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION, Place.NONE, "--port is " + port, "Choose 0 to " + MOST_PORT);
        }
        return address == null ? local() : new Binding(named(address), port, true, hostNames);
    }

    private Binding local() {
        Binding local = Binding.local(port);
        return new Binding(local.address(), local.port(), false, hostNames);
    }

    private static InetAddress named(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "'" + address + "' is no address of this machine",
                    "Write it as 192.0.2.10, or 0.0.0.0 for all of them");
        }
    }
}
