// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.util.Optional;
import org.baraza.identity.ProjectSecurity;
import org.baraza.identity.SecurityWish;
import org.baraza.openapi.SettingsApi;
import org.baraza.openapi.model.SecurityChange;
import org.baraza.openapi.model.SecuritySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What administrators decide about a project. */
@RestController
final class SettingsController implements SettingsApi {
    private final Asking asking;
    private final ProjectSecurity security;

    SettingsController(Asking asking, ProjectSecurity security) {
        this.asking = asking;
        this.security = security;
    }

    @Override
    public ResponseEntity<SecuritySettings> readSecuritySettings(String project, @Nullable String ifNoneMatch) {
        return Etag.answer(model(security.settings(asking.access())), ifNoneMatch);
    }

    @Override
    public ResponseEntity<SecuritySettings> changeSecuritySettings(
            String project, SecurityChange change, @Nullable String idempotencyKey) {
        var wish = new SecurityWish(
                Optional.ofNullable(change.getDigestAllowed()),
                Optional.ofNullable(change.getTwoFactorRequired()),
                Optional.ofNullable(change.getStrongMobilePasswords()),
                Optional.ofNullable(change.getSecureSessions()),
                Optional.ofNullable(change.getSessionMinutes()),
                Optional.ofNullable(change.getAllowedAddresses()),
                Optional.ofNullable(change.getDeniedAddresses()),
                Optional.ofNullable(change.getJoinRequestsAllowed()));
        return Etag.answer(model(security.update(asking.access(), asking.arrival(), wish)));
    }

    private static SecuritySettings model(org.baraza.identity.SecuritySettings settings) {
        return new SecuritySettings()
                .digestAllowed(settings.digestAllowed())
                .twoFactorRequired(settings.twoFactorRequired())
                .strongMobilePasswords(settings.strongMobilePasswords())
                .secureSessions(settings.secureSessions())
                .sessionMinutes(settings.sessionMinutes().orElse(null))
                .allowedAddresses(settings.allowedAddresses().texts())
                .deniedAddresses(settings.deniedAddresses().texts())
                .joinRequestsAllowed(settings.joinRequestsAllowed());
    }
}
