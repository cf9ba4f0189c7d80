// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.oauth.Application;
import org.baraza.oauth.ApplicationWish;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Consents;
import org.baraza.oauth.NewApplication;
import org.baraza.oauth.ServiceBonds;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Registers programs, and ends what they were granted. */
@Controller
final class OAuthMutations {
    private final Entrance entrance;
    private final Applications applications;
    private final ServiceBonds bonds;
    private final Consents consents;

    OAuthMutations(Entrance entrance, Applications applications, ServiceBonds bonds, Consents consents) {
        this.entrance = entrance;
        this.applications = applications;
        this.bonds = bonds;
        this.consents = consents;
    }

    /** A program to be registered. */
    record Registration(
            Application.Kind kind,
            String name,
            @Nullable List<String> redirectUris,
            List<String> scopes,
            @Nullable String project,
            @Nullable String roleId) {
        ApplicationWish wish() {
            return new ApplicationWish(
                    kind,
                    name,
                    redirectUris == null ? List.of() : redirectUris,
                    Set.copyOf(scopes),
                    Optional.ofNullable(project),
                    Optional.ofNullable(roleId).map(Registration::role));
        }

        /** What is no id is the id of nothing. */
        private static UUID role(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return new UUID(0, 0);
            }
        }
    }

    /** What is to be of a program. */
    record Update(String clientId, String name, @Nullable List<String> redirectUris, List<String> scopes) {
        ApplicationWish wish() {
            return new ApplicationWish(
                    Application.Kind.CONFIDENTIAL,
                    name,
                    redirectUris == null ? List.of() : redirectUris,
                    Set.copyOf(scopes),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Which program. */
    record Which(String clientId) {}

    /** What came of it. */
    record ApplicationPayload(
            @Nullable OAuthApplicationNode oauthApplication,
            @Nullable String secret,
            List<UserError> userErrors) {
        @Override
        public String toString() {
            return "ApplicationPayload";
        }
    }

    /** What came of it. */
    record EndPayload(List<UserError> userErrors) {}

    @MutationMapping
    ApplicationPayload registerOAuthApplication(@Argument Registration input) {
        WebUser actor = entrance.actor();
        return Attempt.at(
                () -> applications.register(actor, input.wish()), (made, errors) -> told(actor, made, errors));
    }

    @MutationMapping
    ApplicationPayload updateOAuthApplication(@Argument Update input) {
        WebUser actor = entrance.actor();
        return Attempt.at(
                () -> new NewApplication(applications.update(actor, input.clientId, input.wish()), Optional.empty()),
                (made, errors) -> told(actor, made, errors));
    }

    @MutationMapping
    ApplicationPayload renewOAuthSecret(@Argument Which input) {
        WebUser actor = entrance.actor();
        return Attempt.at(
                () -> applications.renewSecret(actor, input.clientId), (made, errors) -> told(actor, made, errors));
    }

    private ApplicationPayload told(WebUser actor, @Nullable NewApplication made, List<UserError> errors) {
        return made == null
                ? new ApplicationPayload(null, null, errors)
                : new ApplicationPayload(
                        new OAuthApplicationNode(made.application(), bonds.place(actor, made.application())),
                        made.secret().orElse(null),
                        errors);
    }

    @MutationMapping
    EndPayload deleteOAuthApplication(@Argument Which input) {
        WebUser actor = entrance.actor();
        return Attempt.at(() -> applications.delete(actor, input.clientId), (gone, errors) -> new EndPayload(errors));
    }

    @MutationMapping
    EndPayload revokeOAuthAuthorization(@Argument Which input) {
        WebUser actor = entrance.actor();
        return Attempt.at(
                () -> {
                    consents.revoke(actor, input.clientId);
                    return true;
                },
                (done, errors) -> new EndPayload(errors));
    }
}
