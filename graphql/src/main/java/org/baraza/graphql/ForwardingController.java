// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.baraza.forwarding.Connections;
import org.baraza.forwarding.ForwarderTypes;
import org.baraza.forwarding.Forwarders;
import org.baraza.forwarding.ForwardingRecord;
import org.baraza.forwarding.RecordQuery;
import org.baraza.forwarding.RecordState;
import org.baraza.forwarding.Records;
import org.baraza.forwarding.RequestLog;
import org.baraza.forwarding.RequestQuery;
import org.baraza.forwarding.SentRequest;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Connections, forwarders, and what they sent. */
@Controller
final class ForwardingController {
    private final Connections connections;
    private final Forwarders forwarders;
    private final Records records;
    private final RequestLog log;

    ForwardingController(Connections connections, Forwarders forwarders, Records records, RequestLog log) {
        this.connections = connections;
        this.forwarders = forwarders;
        this.records = records;
        this.log = log;
    }

    /** A kind of forwarding. */
    record TypeNode(String slug, String label, List<FormatNode> formats) {}

    /** What is sent. */
    record FormatNode(String slug, String label, String contentType) {}

    /** What would be sent. */
    record PayloadNode(
            String contentType, String text, @Nullable String problem) {}

    @SchemaMapping(typeName = "Project", field = "connections")
    List<ConnectionNode> connections(ProjectNode project) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> connections.list(access)).stream()
                .map(connection -> new ConnectionNode(access, connection))
                .toList();
    }

    @SchemaMapping(typeName = "Project", field = "connection")
    Optional<ConnectionNode> connection(ProjectNode project, @Argument String connectionId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> connections.find(access, connectionId))
                .map(connection -> new ConnectionNode(access, connection));
    }

    @SchemaMapping(typeName = "Project", field = "forwarders")
    List<ForwarderNode> forwarders(ProjectNode project) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> forwarders.list(access)).stream()
                .map(forwarder -> new ForwarderNode(access, forwarder))
                .toList();
    }

    @SchemaMapping(typeName = "Project", field = "forwarder")
    Optional<ForwarderNode> forwarder(ProjectNode project, @Argument String forwarderId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> forwarders.find(access, forwarderId))
                .map(forwarder -> new ForwarderNode(access, forwarder));
    }

    @SchemaMapping(typeName = "Project", field = "forwarderTypes")
    List<TypeNode> types(ProjectNode project) {
        ForwarderTypes types = forwarders.types(project.access());
        return types.all().stream()
                .map(type -> new TypeNode(
                        type.slug(),
                        type.label(),
                        types.formats(type.slug()).stream()
                                .map(format -> new FormatNode(format.slug(), format.label(), format.contentType()))
                                .toList()))
                .toList();
    }

    @SchemaMapping(typeName = "Forwarder", field = "connection")
    CompletableFuture<@Nullable ConnectionNode> connection(
            ForwarderNode node, DataLoader<Key, ConnectionNode> connectionById) {
        return CaseController.load(
                connectionById, node.access(), node.forwarder().connectionId());
    }

    @SchemaMapping(typeName = "Project", field = "forwardingRecords")
    Connection<DeliveryNode> records(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String forwarderId,
            @Argument @Nullable RecordState state,
            @Argument @Nullable String payloadId,
            @Argument @Nullable Instant since,
            @Argument @Nullable Instant until,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        RecordFilterInput filter = new RecordFilterInput(forwarderId, state, payloadId, since, until);
        RecordQuery query = new RecordQuery(filter.filter(), page);
        return Connection.of(
                InProject.scoped(access, () -> records.list(access, query)),
                page,
                ForwardingRecord::cursor,
                record -> new DeliveryNode(access, record));
    }

    @SchemaMapping(typeName = "Project", field = "forwardingRecord")
    Optional<DeliveryNode> record(ProjectNode project, @Argument String recordId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> records.find(access, recordId))
                .map(record -> new DeliveryNode(access, record));
    }

    @SchemaMapping(typeName = "Forwarder", field = "health")
    CompletableFuture<@Nullable HealthNode> health(ForwarderNode node, DataLoader<Key, HealthNode> healthOfForwarder) {
        return CaseController.load(healthOfForwarder, node.access(), node.id());
    }

    @SchemaMapping(typeName = "ForwardingRecord", field = "forwarder")
    CompletableFuture<@Nullable ForwarderNode> forwarder(
            DeliveryNode node, DataLoader<Key, ForwarderNode> forwarderById) {
        return CaseController.load(forwarderById, node.access(), node.forwarderId());
    }

    @SchemaMapping(typeName = "ForwardingRecord", field = "attempts")
    CompletableFuture<List<RequestNode>> attempts(
            DeliveryNode node, DataLoader<Key, List<RequestNode>> attemptsOfRecord) {
        return attemptsOfRecord
                .load(new Key(node.access(), node.id()))
                .thenApply(found -> found == null ? List.of() : found);
    }

    @SchemaMapping(typeName = "ForwardingRecord", field = "payload")
    PayloadNode payload(DeliveryNode node) {
        Records.Preview preview = InProject.scoped(node.access(), () -> records.preview(node.access(), node.record()));
        return new PayloadNode(
                preview.contentType(), preview.text(), preview.problem().orElse(null));
    }

    @SchemaMapping(typeName = "Project", field = "forwardingRequests")
    Connection<RequestNode> requests(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String connectionId,
            @Argument @Nullable String payloadId,
            @Argument @Nullable String url,
            @Argument @Nullable Integer status,
            @Argument @Nullable Instant since,
            @Argument @Nullable Instant until,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        RequestQuery query = new RequestQuery(
                text(connectionId),
                text(payloadId),
                text(url),
                Optional.ofNullable(status),
                Optional.ofNullable(since),
                Optional.ofNullable(until),
                page);
        return Connection.of(
                InProject.scoped(access, () -> log.list(access, query)), page, SentRequest::cursor, RequestNode::new);
    }

    @SchemaMapping(typeName = "Project", field = "forwardingRequest")
    Optional<RequestNode> request(ProjectNode project, @Argument String requestId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> log.find(access, requestId)).map(RequestNode::new);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
