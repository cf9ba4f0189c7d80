// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Optional;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Consent;
import org.baraza.oauth.Consents;
import org.baraza.oauth.ServiceBonds;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Programs that the caller registered, and those that act for her. */
@Controller
final class OAuthController {
    private final Applications applications;
    private final ServiceBonds bonds;
    private final Consents consents;

    OAuthController(Applications applications, ServiceBonds bonds, Consents consents) {
        this.applications = applications;
        this.bonds = bonds;
        this.consents = consents;
    }

    @SchemaMapping(typeName = "Me", field = "oauthApplications")
    List<OAuthApplicationNode> oauthApplications(MeNode me) {
        return applications.of(me.actor()).stream()
                .map(application -> new OAuthApplicationNode(application, bonds.place(me.actor(), application)))
                .toList();
    }

    @SchemaMapping(typeName = "Me", field = "authorizedApplications")
    Connection<AuthorizedApplicationNode> authorizedApplications(
            MeNode me,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(consents.of(me.actor(), page), page, Consent::cursor, AuthorizedApplicationNode::new);
    }

    @SchemaMapping(typeName = "Me", field = "oauthQuestion")
    Optional<OAuthQuestionNode> oauthQuestion(MeNode me, @Argument String state) {
        return consents.question(me.actor(), state).map(OAuthQuestionNode::new);
    }
}
