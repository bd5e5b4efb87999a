package org.countsas.cli.option;

import picocli.CommandLine.IVersionProvider;

/** The version of the library, from its jar. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    /** Name and version. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "countsas " + (version == null ? "(not packaged)" : version);
    }
}
