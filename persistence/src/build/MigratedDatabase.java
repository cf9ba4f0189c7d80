// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * A throw-away database with all tables, made by the product's own launcher and migrations. This program runs before the
 * module is compiled, so it compiles that one package for itself and calls it by name.
 */
record MigratedDatabase(AutoCloseable server, Connection connection) implements AutoCloseable {
    private static final String PACKAGE = "org.baraza.persistence.postgres.";

    static MigratedDatabase start(Path scratch) throws Exception {
        Path module = Path.of(System.getProperty("jdk.launcher.sourcefile"))
                .toAbsolutePath()
                .resolve("../../..");
        Path classes = Files.createDirectory(scratch.resolve("classes"));
        compile(module.normalize().resolve("src/main/java").resolve(PACKAGE.replace('.', '/')), classes);
        ClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, MigratedDatabase.class.getClassLoader());

        Class<?> homeType = loader.loadClass(PACKAGE + "PostgresHome");
        Class<?> durability = loader.loadClass(PACKAGE + "Durability");
        Class<?> serverType = loader.loadClass(PACKAGE + "PostgresServer");
        Object home = homeType.getConstructor(Path.class, Path.class).newInstance(scratch.resolve("home"), binaries());
        try {
            var server = (AutoCloseable) serverType
                    .getMethod("start", homeType, durability)
                    .invoke(null, home, durability.getField("THROWAWAY").get(null));
            return migrated(loader, server);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static MigratedDatabase migrated(ClassLoader loader, AutoCloseable server) throws Exception {
        boolean done = false;
        try {
            var database = new MigratedDatabase(server, migrate(loader, server));
            done = true;
            return database;
        } finally {
            if (!done) {
                server.close();
            }
        }
    }

    private static Connection migrate(ClassLoader loader, AutoCloseable server) throws Exception {
        Object settings = server.getClass().getMethod("prepare", String.class).invoke(server, "baraza");
        loader.loadClass(PACKAGE + "Migrations")
                .getMethod("run", settings.getClass())
                .invoke(null, settings);
        Object owner = part(settings, "owner");
        return DriverManager.getConnection(
                (String) part(settings, "url"), (String) part(owner, "user"), (String) part(owner, "password"));
    }

    private static Object part(Object holder, String name) throws ReflectiveOperationException {
        return holder.getClass().getMethod(name).invoke(holder);
    }

    private static void compile(Path sources, Path classes) throws IOException {
        var arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try (var files = Files.list(sources)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IOException("the launcher of PostgreSQL does not compile");
        }
    }

    /** The folder that the tests use too. */
    private static Path binaries() {
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "baraza-postgres-" + user);
    }

    @Override
    public void close() throws Exception {
        try (server) {
            connection.close();
        }
    }
}
