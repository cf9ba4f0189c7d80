// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.util.List;
import org.baraza.identity.Actor;
import org.baraza.identity.Arrival;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** An actor as Spring Security carries her. Authorities are not used: permissions belong to projects. */
public final class ActorToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    /** @param arrival how she came in, kept as the details of the token */
    public ActorToken(Actor actor, Arrival arrival) {
        super(List.of());
        this.actor = actor;
        setDetails(arrival);
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    /** What she showed is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.userId();
    }
}
