// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.types.SavedType;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Belonging;
import org.baraza.places.Belongings;
import org.springframework.stereotype.Component;

/** A mobile worker, as version 0.5 of CommCare HQ's data API has her. */
@Component
final class UserFormat implements PayloadFormat {
    private final MobileWorkers workers;
    private final Belongings belongings;

    UserFormat(MobileWorkers workers, Belongings belongings) {
        this.workers = workers;
        this.belongings = belongings;
    }

    @Override
    public String slug() {
        return SavedType.USERS.usualFormat();
    }

    @Override
    public String label() {
        return "JSON";
    }

    @Override
    public Set<String> types() {
        return Set.of(SavedType.USERS.slug());
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
        Map<String, Belonging> places = belongings.of(server, ids);
        Map<String, Payload> payloads = new LinkedHashMap<>();
        workers.find(server, ids)
                .forEach((id, worker) -> payloads.put(
                        id,
                        Payload.of(
                                contentType(),
                                WorkerJson.of(
                                                worker,
                                                places.getOrDefault(id, Belonging.NONE),
                                                server.projectName(),
                                                "v0.5/user")
                                        .toString()
                                        .getBytes(StandardCharsets.UTF_8))));
        return payloads;
    }
}
