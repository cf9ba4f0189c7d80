// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Optional;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Consents;
import org.baraza.oauth.ServiceBonds;
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
    List<AuthorizedApplicationNode> authorizedApplications(MeNode me) {
        return consents.of(me.actor()).stream()
                .map(AuthorizedApplicationNode::new)
                .toList();
    }

    @SchemaMapping(typeName = "Me", field = "oauthQuestion")
    Optional<OAuthQuestionNode> oauthQuestion(MeNode me, @Argument String state) {
        return consents.question(me.actor(), state).map(OAuthQuestionNode::new);
    }
}
