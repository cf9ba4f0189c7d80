// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import java.util.Optional;
import org.baraza.enterprise.IdentityProvider;
import org.baraza.enterprise.Providers;
import org.baraza.enterprise.SingleSignOn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** Identity providers as Spring knows them, by their slugs. */
final class Registrations implements ClientRegistrationRepository {
    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);

    private final SingleSignOn signOn;
    private final Providers providers;
    private final ProviderMetadata metadata;

    Registrations(SingleSignOn signOn, Providers providers, ProviderMetadata metadata) {
        this.signOn = signOn;
        this.providers = providers;
        this.metadata = metadata;
    }

    /** Null, as the interface has it, for one that is not there, is turned off, or cannot be reached now. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String slug) {
        return find(slug).orElse(null);
    }

    Optional<ClientRegistration> find(String slug) {
        return signOn.provider(slug).flatMap(this::reached);
    }

    private Optional<ClientRegistration> reached(IdentityProvider provider) {
        try {
            return Optional.of(metadata.registration(provider, providers.secret(provider)));
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("provider", provider.slug())
                    .addKeyValue("error", failure.getClass().getSimpleName())
                    .log("sso.discovery_failed");
            return Optional.empty();
        }
    }
}
