// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.net.URI;
import org.baraza.api.pages.EmptyText;
import org.baraza.forwarding.Connections;
import org.baraza.forwarding.SentRequest;
import org.baraza.identity.ProjectAccess;
import org.baraza.openapi.ConnectionsApi;
import org.baraza.openapi.model.Connection;
import org.baraza.openapi.model.ConnectionAnswer;
import org.baraza.openapi.model.ConnectionChange;
import org.baraza.openapi.model.ConnectionPage;
import org.baraza.openapi.model.NewConnection;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Places to which data is sent. */
@RestController
final class ConnectionsController implements ConnectionsApi {
    private static final WholeList<org.baraza.forwarding.Connection> LIST = new WholeList<>(
            "connections", org.baraza.forwarding.Connection::name, org.baraza.forwarding.Connection::connectionId);

    private final Asking asking;
    private final Connections connections;

    ConnectionsController(Asking asking, Connections connections) {
        this.asking = asking;
        this.connections = connections;
    }

    @Override
    public ResponseEntity<ConnectionPage> listConnections(String project, @Nullable String after, Integer limit) {
        var page = LIST.page(connections.list(asking.access()), after, limit);
        @Nullable String next = Wanted.next(page, LIST::cursor);
        return Paged.answer(
                new ConnectionPage(
                                page.items().stream().map(ConnectionModel::of).toList())
                        .next(next),
                next);
    }

    @Override
    public ResponseEntity<Connection> createConnection(
            String project, NewConnection wanted, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        Connection made = ConnectionModel.of(connections.create(as, ConnectionModel.wish(wanted)));
        return ResponseEntity.created(
                        URI.create("/api/v1/projects/" + as.projectName() + "/connections/" + made.getId()))
                .eTag(Etag.of(made))
                .body(made);
    }

    @Override
    public ResponseEntity<Connection> readConnection(
            String project, String connectionId, @Nullable String ifNoneMatch) {
        return Etag.answer(
                connections
                        .find(asking.access(), connectionId)
                        .map(ConnectionModel::of)
                        .orElseThrow(() -> new Refused(new Problem.NotFound("connection"))),
                ifNoneMatch);
    }

    @Override
    public ResponseEntity<Connection> changeConnection(
            String project,
            String connectionId,
            ConnectionChange change,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey) {
        return Etag.answer(ConnectionModel.of(connections.update(
                asking.access(),
                connectionId,
                before -> ConnectionModel.wish(change, before),
                before -> Etag.require(ifMatch, ConnectionModel.of(before)))));
    }

    @Override
    public ResponseEntity<Void> deleteConnection(String project, String connectionId) {
        connections.delete(asking.access(), connectionId);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<ConnectionAnswer> testConnection(
            String project, String connectionId, @Nullable String idempotencyKey) {
        SentRequest.Content content = connections.test(asking.access(), connectionId);
        return ResponseEntity.ok(new ConnectionAnswer(content.responseBody())
                .status(content.status().orElse(null))
                .error(EmptyText.orNull(content.error())));
    }
}
