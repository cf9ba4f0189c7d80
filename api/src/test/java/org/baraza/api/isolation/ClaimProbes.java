// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.baraza.api.isolation.GraphQlProbes.mutation;

import java.util.List;
import java.util.Optional;

/** Probes of the search for cases and of their claim. */
final class ClaimProbes {
    private ClaimProbes() {}

    static Optional<Probe> route(String route) {
        String pattern = route.substring(route.indexOf(' ') + 1);
        if (pattern.matches("/a/\\{domain}/phone/(search|case_fixture|registry_case).*")) {
            return Optional.of(new Probe(route, Kind.CASE, true, true, asking(route)));
        }
        if (pattern.startsWith("/a/{domain}/phone/claim-case")) {
            return Optional.of(new Probe(route, Kind.CASE, false, true, asking(route)));
        }
        return Optional.empty();
    }

    private static Probe.Call asking(String route) {
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1);
        return (who, project, id) -> {
            String path = RouteProbes.path(pattern, project);
            String asked = "case_type=mother&case_id=" + id;
            String authorization = who.phone().authorization();
            return Answer.of(
                    method.equals("GET")
                            ? who.client().get(path + "?" + asked, "Authorization", authorization)
                            : who.client()
                                    .send(
                                            "POST",
                                            path,
                                            asked.getBytes(UTF_8),
                                            "Content-Type",
                                            "application/x-www-form-urlencoded",
                                            "Authorization",
                                            authorization));
        };
    }

    static List<Probe> graphQl() {
        return List.of(
                mutation(
                        "updateCaseSearchSettings",
                        Kind.PROJECT,
                        "enabled: true, fuzzyProperties: [], ignorePatterns: []",
                        "caseSearchSettings { enabled }"),
                mutation("releaseClaims", Kind.NEW_CLAIM, "claimIds: [$id]", "claims { claimId }"));
    }
}
