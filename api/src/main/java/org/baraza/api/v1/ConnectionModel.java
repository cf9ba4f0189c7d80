// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.pages.EmptyText;
import org.baraza.forwarding.AuthType;
import org.baraza.forwarding.Authentication;
import org.baraza.forwarding.ConnectionWish;
import org.baraza.openapi.model.Connection;
import org.baraza.openapi.model.ConnectionAuth;
import org.baraza.openapi.model.ConnectionAuthType;
import org.baraza.openapi.model.ConnectionChange;
import org.baraza.openapi.model.ConnectionCredentials;
import org.baraza.openapi.model.ConnectionHeader;
import org.baraza.openapi.model.NewConnection;
import org.jspecify.annotations.Nullable;

/** Connections in the words of the document: secrets come in and never go out. */
final class ConnectionModel {
    private ConnectionModel() {}

    static Connection of(org.baraza.forwarding.Connection connection) {
        return new Connection()
                .id(connection.connectionId())
                .name(connection.name())
                .url(connection.url())
                .notifyAddresses(connection.notifyAddresses())
                .notifyAfter(connection.notifyAfter())
                .auth(auth(connection))
                .headerNames(connection.secrets().headers().keySet().stream()
                        .sorted()
                        .toList())
                .skipCertVerify(connection.skipCertVerify())
                .usedBy(connection.usedBy())
                .updatedAt(connection.updatedAt().atOffset(ZoneOffset.UTC));
    }

    private static ConnectionAuth auth(org.baraza.forwarding.Connection connection) {
        Authentication authentication = connection.authentication();
        return new ConnectionAuth()
                .type(ConnectionAuthType.valueOf(authentication.type().name()))
                .username(EmptyText.orNull(authentication.username()))
                .clientId(EmptyText.orNull(authentication.clientId()))
                .tokenUrl(EmptyText.orNull(authentication.tokenUrl()))
                .refreshUrl(EmptyText.orNull(authentication.refreshUrl()))
                .credentialsInHeader(authentication.credentialsInHeader())
                .hasPassword(!connection.secrets().password().isEmpty())
                .hasClientSecret(!connection.secrets().clientSecret().isEmpty());
    }

    static ConnectionWish wish(NewConnection wanted) {
        ConnectionCredentials auth = wanted.getAuth();
        return new ConnectionWish(
                Wanted.required("name", wanted.getName()),
                Wanted.required("url", wanted.getUrl()),
                Wanted.all("notifyAddresses", Wanted.required("notifyAddresses", wanted.getNotifyAddresses())),
                Wanted.or(wanted.getNotifyAfter(), 1),
                auth == null ? Authentication.NONE : read(auth, Authentication.NONE),
                password(auth),
                clientSecret(auth),
                wanted.getHeaders() == null ? Map.of() : headers(wanted.getHeaders()),
                Boolean.TRUE.equals(wanted.getSkipCertVerify()));
    }

    static ConnectionWish wish(ConnectionChange change, ConnectionWish before) {
        ConnectionCredentials auth = change.getAuth();
        return new ConnectionWish(
                Wanted.or(change.getName(), before.name()),
                Wanted.or(change.getUrl(), before.url()),
                change.getNotifyAddresses() == null
                        ? before.notifyAddresses()
                        : Wanted.all("notifyAddresses", change.getNotifyAddresses()),
                Wanted.or(change.getNotifyAfter(), before.notifyAfter()),
                auth == null ? before.authentication() : read(auth, before.authentication()),
                password(auth),
                clientSecret(auth),
                change.getHeaders() == null ? before.headers() : headers(change.getHeaders()),
                Wanted.or(change.getSkipCertVerify(), before.skipCertVerify()));
    }

    /** What is left out is as it was, unless it was of another kind. */
    private static Authentication read(ConnectionCredentials auth, Authentication before) {
        AuthType type =
                AuthType.valueOf(Wanted.required("auth.type", auth.getType()).name());
        Authentication otherwise = type == before.type() ? before : Authentication.NONE;
        return new Authentication(
                type,
                Wanted.or(auth.getUsername(), otherwise.username()),
                Wanted.or(auth.getClientId(), otherwise.clientId()),
                Wanted.or(auth.getTokenUrl(), otherwise.tokenUrl()),
                Wanted.or(auth.getRefreshUrl(), otherwise.refreshUrl()),
                Wanted.or(auth.getCredentialsInHeader(), otherwise.credentialsInHeader()));
    }

    private static Optional<String> password(@Nullable ConnectionCredentials auth) {
        return auth == null ? Optional.empty() : Optional.ofNullable(auth.getPassword());
    }

    private static Optional<String> clientSecret(@Nullable ConnectionCredentials auth) {
        return auth == null ? Optional.empty() : Optional.ofNullable(auth.getClientSecret());
    }

    private static Map<String, Optional<String>> headers(List<ConnectionHeader> headers) {
        Map<String, Optional<String>> read = new LinkedHashMap<>();
        Wanted.all("headers", headers)
                .forEach(header -> read.put(
                        Wanted.required("headers.name", header.getName()), Optional.ofNullable(header.getValue())));
        return read;
    }
}
