// SPDX-License-Identifier: Apache-2.0
import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.MatcherRule;
import org.jooq.meta.jaxb.MatcherTransformType;
import org.jooq.meta.jaxb.Matchers;
import org.jooq.meta.jaxb.MatchersSchemaType;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Writes the jOOQ classes of every schema of the changelog, read from a throw-away PostgreSQL that the changelog was run
 * on. Does nothing while neither the changelog nor this program nor jOOQ's version has changed.
 *
 * <p>Arguments: the folder that holds {@code db/changelog.yaml}, the output folder, the version of jOOQ.
 */
final class GenerateJooq {
    /** {@code baraza} holds functions for migrations only; {@code public} holds Liquibase's own tables. */
    private static final List<String> NOT_FOR_CODE = List.of("baraza", "public", "information_schema");

    public static void main(String[] args) throws Exception {
        Path changelogs = Path.of(args[0]).toRealPath();
        Path output = Path.of(args[1]).toAbsolutePath();
        String wanted = hash(changelogs, Path.of(ownSource()), args[2]);
        Path stamp = output.resolve("generated.stamp");
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            System.out.println("jOOQ classes are up to date");
            return;
        }
        beQuiet();
        deleteFolder(output);
        Path scratch = Files.createTempDirectory("baraza-jooq-");
        // PostgreSQL may have to run as another account, which passes through here
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwx--x--x"));
        try (var database = MigratedDatabase.start(scratch)) {
            generate(database.connection(), output);
        } finally {
            deleteFolder(scratch);
        }
        Files.writeString(stamp, wanted);
    }

    private static String ownSource() {
        return System.getProperty("jdk.launcher.sourcefile");
    }

    private static String hash(Path changelogs, Path program, String version) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(version.getBytes());
        digest.update(Files.readAllBytes(program));
        try (var files = Files.walk(changelogs)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(changelogs.relativize(file).toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void beQuiet() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
    }

    private static void generate(Connection connection, Path output) throws Exception {
        var tool = new GenerationTool();
        tool.setConnection(connection);
        tool.run(new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(new Generator()
                        .withDatabase(database(connection))
                        .withStrategy(new Strategy().withMatchers(names()))
                        .withGenerate(shape())
                        .withTarget(new Target()
                                .withPackageName("org.baraza.persistence.schema")
                                .withDirectory(output.toString()))));
    }

    /** The class of the schema {@code tables} would take the name of the class that lists the tables of a schema. */
    private static Matchers names() {
        return new Matchers()
                .withSchemas(new MatchersSchemaType()
                        .withExpression("tables")
                        .withSchemaClass(new MatcherRule()
                                .withTransform(MatcherTransformType.PASCAL)
                                .withExpression("tables_schema")));
    }

    private static Database database(Connection connection) throws Exception {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withIncludes(".*")
                .withExcludes("databasechangelog.*")
                .withSchemata(schemas(connection))
                .withForcedTypes(new ForcedType()
                        .withUserType("java.time.Instant")
                        .withBinding("org.baraza.persistence.postgres.InstantBinding")
                        .withIncludeTypes("timestamp(\\(\\d\\))? with time zone|timestamptz"));
    }

    private static List<SchemaMappingType> schemas(Connection connection) throws Exception {
        var found = new java.util.ArrayList<SchemaMappingType>();
        try (var rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                String name = rows.getString("table_schem");
                if (!name.startsWith("pg_") && !NOT_FOR_CODE.contains(name)) {
                    found.add(new SchemaMappingType().withInputSchema(name));
                }
            }
        }
        return found;
    }

    private static Generate shape() {
        return new Generate()
                .withGeneratedAnnotation(false)
                .withComments(true)
                .withCommentsOnCatalogs(false)
                .withSources(false)
                .withIndexes(true)
                .withRoutines(true)
                .withRecords(true)
                .withPojos(false)
                .withDaos(false)
                .withImplicitJoinPathsToOne(false)
                .withImplicitJoinPathsToMany(false)
                .withGlobalCatalogReferences(false);
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
