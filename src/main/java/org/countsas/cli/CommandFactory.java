package org.countsas.cli;

import java.lang.reflect.Constructor;
import org.countsas.cli.console.Environment;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Creates commands, and passes the environment to those that need it. */
final class CommandFactory implements IFactory {
    private final Environment environment;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Environment environment) {
        this.environment = environment;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            Constructor<K> constructor = type.getDeclaredConstructor(Environment.class);
            constructor.setAccessible(true); // commands are not public
            return constructor.newInstance(environment);
        } catch (NoSuchMethodException e) {
            return others.create(type);
        }
    }
}
