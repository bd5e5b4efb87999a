package org.countsas.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the library, from its jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"countsas " + (version == null ? "(not packaged)" : version)};
    }
}
