// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import org.baraza.forwarding.AuthType;
import org.baraza.forwarding.Connection;
import org.baraza.identity.ProjectAccess;

/** A place to which data is sent. */
record ConnectionNode(ProjectAccess access, Connection connection) implements InProject {

    /** How requests prove who sends them. */
    record Auth(
            AuthType type,
            String username,
            String clientId,
            String tokenUrl,
            String refreshUrl,
            boolean credentialsInHeader,
            boolean hasPassword,
            boolean hasClientSecret) {}

    public String id() {
        return connection.connectionId();
    }

    public String name() {
        return connection.name();
    }

    public String url() {
        return connection.url();
    }

    public List<String> notifyAddresses() {
        return connection.notifyAddresses();
    }

    public int notifyAfter() {
        return connection.notifyAfter();
    }

    public Auth auth() {
        var authentication = connection.authentication();
        return new Auth(
                authentication.type(),
                authentication.username(),
                authentication.clientId(),
                authentication.tokenUrl(),
                authentication.refreshUrl(),
                authentication.credentialsInHeader(),
                !connection.secrets().password().isEmpty(),
                !connection.secrets().clientSecret().isEmpty());
    }

    public boolean skipCertVerify() {
        return connection.skipCertVerify();
    }

    public List<String> headerNames() {
        return connection.secrets().headers().keySet().stream().sorted().toList();
    }

    public int usedBy() {
        return connection.usedBy();
    }

    public Instant updatedAt() {
        return connection.updatedAt();
    }
}
