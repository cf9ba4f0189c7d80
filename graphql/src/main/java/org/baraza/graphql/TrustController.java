// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.baraza.enterprise.TrustedProvider;
import org.baraza.enterprise.TrustedProviders;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The identity providers of others that a project trusts. */
@Controller
final class TrustController {
    private final Entrance entrance;
    private final TrustedProviders trusted;

    TrustController(Entrance entrance, TrustedProviders trusted) {
        this.entrance = entrance;
        this.trusted = trusted;
    }

    /** One in the words of the schema. */
    record TrustedProviderNode(String slug, String name, String issuer, Instant trustedAt, String trustedBy) {
        static TrustedProviderNode of(TrustedProvider provider) {
            return new TrustedProviderNode(
                    provider.slug(), provider.name(), provider.issuer(), provider.trustedAt(), provider.trustedBy());
        }
    }

    /** Which one. */
    record TrustInput(String project, String slug) {}

    /** What came of it. */
    record TrustPayload(@Nullable List<TrustedProviderNode> trustedProviders, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "trustedProviders")
    List<TrustedProviderNode> trustedProviders(ProjectNode project) {
        return list(project.access());
    }

    @MutationMapping
    TrustPayload trustIdentityProvider(@Argument TrustInput input) {
        return changed(input, trusted::trust);
    }

    @MutationMapping
    TrustPayload distrustIdentityProvider(@Argument TrustInput input) {
        return changed(input, trusted::distrust);
    }

    private TrustPayload changed(TrustInput input, BiConsumer<ProjectAccess, String> change) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    change.accept(access, input.slug);
                    return list(access);
                },
                TrustPayload::new);
    }

    private List<TrustedProviderNode> list(ProjectAccess access) {
        return trusted.of(access).stream().map(TrustedProviderNode::of).toList();
    }
}
