// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;

/** The schema is what clients were promised, and everything in it is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {
    private final Server server = new Server();

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void nothingChangesWithoutBeingSeen() throws IOException {
        String printed = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeDirectiveDefinitions(false)
                        .includeDirectives(false)
                        .descriptionsAsHashComments(false))
                .print(server.source().schema());
        assertThat(printed).isEqualToNormalizingNewlines(expected("schema-snapshot.graphqls", printed));
    }

    @Test
    void everyFieldIsListedWithThePermissionItNeeds() throws IOException {
        List<String> listed = expected("field-permissions.txt", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2)[0])
                .toList();
        assertThat(listed).containsExactlyElementsOf(fields(server.source().schema()));
    }

    private static List<String> fields(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLFieldsContainer)
                .map(GraphQLFieldsContainer.class::cast)
                .filter(type -> !type.getName().startsWith("__"))
                .flatMap(type ->
                        type.getFieldDefinitions().stream().map(field -> type.getName() + "." + field.getName()))
                .sorted()
                .toList();
    }

    @Test
    void everyFieldAndArgumentHasSomethingBehindIt() throws IOException {
        SchemaReport report = report();
        assertThat(report.unmappedFields()).isEmpty();
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
        assertThat(report.fieldNullnessErrors()).isEmpty();
        assertThat(report.argumentNullnessErrors()).isEmpty();
        assertThat(report.skippedTypes()).isEmpty();
    }

    private SchemaReport report() throws IOException {
        AtomicReference<SchemaReport> found = new AtomicReference<>();
        GraphQlSource.schemaResourceBuilder()
                .schemaResources(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/*.graphqls"))
                .configureRuntimeWiring(server.bean(AnnotatedControllerConfigurer.class))
                .configureRuntimeWiring(new GraphQlConfiguration().typesOfTheSchema())
                .inspectSchemaMappings(
                        types -> types.classMapping("Project", ProjectNode.class)
                                .classMapping("Case", CaseNode.class)
                                .classMapping("Form", FormNode.class)
                                .classMapping("MobileWorker", WorkerNode.class)
                                .classMapping("WebUser", MemberNode.class)
                                .classMapping("Location", LocationNode.class)
                                .classMapping("Group", GroupNode.class)
                                .classMapping("Job", JobNode.class)
                                .classMapping("Export", ExportNode.class)
                                .classMapping("ConnectionSettings", ConnectionNode.class)
                                .classMapping("Forwarder", ForwarderNode.class)
                                .classMapping("ForwardingRecord", DeliveryNode.class)
                                .classMapping("ForwardingRequest", RequestNode.class)
                                .classMapping("Device", DeviceNode.class)
                                .classMapping("DeviceLog", DeviceLogNode.class)
                                .classMapping("AuditEvent", AuditNode.class)
                                .classMapping("CaseClaim", ClaimNode.class)
                                .classMapping("LookupTable", TableNode.class)
                                .classMapping("Product", ProductNode.class)
                                .classMapping("App", AppNode.class)
                                .classMapping("Enterprise", EnterpriseNode.class)
                                .classMapping("LookupRow", RowNode.class),
                        found::set)
                .build();
        return Optional.ofNullable(found.get()).orElseThrow();
    }

    private static String expected(String name, String otherwise) throws IOException {
        Path file = Path.of("src/test/resources", name);
        if (Boolean.getBoolean("baraza.rewrite") && !otherwise.isEmpty()) {
            Files.writeString(file, otherwise);
        }
        return Files.readString(file);
    }
}
