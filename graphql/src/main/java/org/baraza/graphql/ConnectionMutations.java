// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.baraza.forwarding.AuthType;
import org.baraza.forwarding.Authentication;
import org.baraza.forwarding.Connection;
import org.baraza.forwarding.ConnectionWish;
import org.baraza.forwarding.Connections;
import org.baraza.forwarding.SentRequest;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes and changes places to which data is sent. */
@Controller
final class ConnectionMutations {
    private final Entrance entrance;
    private final Connections connections;

    ConnectionMutations(Entrance entrance, Connections connections) {
        this.entrance = entrance;
        this.connections = connections;
    }

    /** How requests prove who sends them. */
    record AuthInput(
            AuthType type,
            @Nullable String username,
            @Nullable String password,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String tokenUrl,
            @Nullable String refreshUrl,
            @Nullable Boolean credentialsInHeader) {
        private Authentication read() {
            return new Authentication(
                    type,
                    text(username),
                    text(clientId),
                    text(tokenUrl),
                    text(refreshUrl),
                    Boolean.TRUE.equals(credentialsInHeader));
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }

        @Override
        public String toString() {
            return "AuthInput";
        }
    }

    /** A header that is sent with each request. */
    record HeaderInput(String name, @Nullable String value) {
        private static Map<String, Optional<String>> read(List<HeaderInput> headers) {
            Map<String, Optional<String>> read = new LinkedHashMap<>();
            headers.forEach(header -> read.put(header.name, Optional.ofNullable(header.value)));
            return read;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A connection to be made. */
    record NewConnection(
            String project,
            String name,
            String url,
            List<String> notifyAddresses,
            int notifyAfter,
            AuthInput auth,
            List<HeaderInput> headers,
            boolean skipCertVerify) {
        private ConnectionWish wish() {
            return new ConnectionWish(
                    name,
                    url,
                    notifyAddresses,
                    notifyAfter,
                    auth.read(),
                    Optional.ofNullable(auth.password),
                    Optional.ofNullable(auth.clientSecret),
                    HeaderInput.read(headers),
                    skipCertVerify);
        }
    }

    /** What of a connection changes; what is null stays. */
    record ChangedConnection(
            String project,
            String connectionId,
            @Nullable String name,
            @Nullable String url,
            @Nullable List<String> notifyAddresses,
            @Nullable Integer notifyAfter,
            @Nullable AuthInput auth,
            @Nullable List<HeaderInput> headers,
            @Nullable Boolean skipCertVerify) {
        private ConnectionWish wish(ConnectionWish before) {
            return new ConnectionWish(
                    name == null ? before.name() : name,
                    url == null ? before.url() : url,
                    notifyAddresses == null ? before.notifyAddresses() : notifyAddresses,
                    notifyAfter == null ? before.notifyAfter() : notifyAfter,
                    auth == null ? before.authentication() : auth.read(),
                    auth == null ? Optional.empty() : Optional.ofNullable(auth.password),
                    auth == null ? Optional.empty() : Optional.ofNullable(auth.clientSecret),
                    headers == null ? before.headers() : HeaderInput.read(headers),
                    skipCertVerify == null ? before.skipCertVerify() : skipCertVerify);
        }
    }

    /** A connection that goes, is tried, or gets another secret. */
    record OneConnection(String project, String connectionId) {}

    /** What came of it. */
    record ConnectionPayload(@Nullable ConnectionNode connection, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteConnectionPayload(@Nullable String connectionId, List<UserError> userErrors) {}

    /** What came back. */
    record TestConnectionPayload(
            @Nullable Integer status, String body, @Nullable String error, List<UserError> userErrors) {
        private static TestConnectionPayload of(SentRequest.@Nullable Content content, List<UserError> errors) {
            return content == null
                    ? new TestConnectionPayload(null, "", null, errors)
                    : new TestConnectionPayload(
                            content.status().orElse(null),
                            content.responseBody(),
                            content.error().isEmpty() ? null : content.error(),
                            errors);
        }
    }

    /** The secret, which is shown once. */
    record SigningSecretPayload(@Nullable String secret, List<UserError> userErrors) {
        @Override
        public String toString() {
            return "SigningSecretPayload";
        }
    }

    @MutationMapping
    ConnectionPayload createConnection(@Argument NewConnection input) {
        return attempt(input.project, access -> connections.create(access, input.wish()));
    }

    @MutationMapping
    ConnectionPayload updateConnection(@Argument ChangedConnection input) {
        return attempt(input.project, access -> connections.update(access, input.connectionId, input::wish));
    }

    @MutationMapping
    DeleteConnectionPayload deleteConnection(@Argument OneConnection input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    connections.delete(access, input.connectionId);
                    return input.connectionId;
                },
                DeleteConnectionPayload::new);
    }

    @MutationMapping
    TestConnectionPayload testConnection(@Argument OneConnection input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> connections.test(access, input.connectionId),
                TestConnectionPayload::of);
    }

    @MutationMapping
    SigningSecretPayload rotateSigningSecret(@Argument OneConnection input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> connections.rotate(access, input.connectionId),
                SigningSecretPayload::new);
    }

    private ConnectionPayload attempt(String project, Function<ProjectAccess, Connection> deed) {
        return Attempt.in(
                entrance, project, access -> new ConnectionNode(access, deed.apply(access)), ConnectionPayload::new);
    }
}
