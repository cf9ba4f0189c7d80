// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.baraza.api.isolation.GraphQlProbes.mutation;
import static org.baraza.api.isolation.Kind.NEW_EMAIL_DOMAIN;
import static org.baraza.api.isolation.Kind.NEW_ENTERPRISE;
import static org.baraza.api.isolation.Kind.NEW_PROVIDER;
import static org.baraza.api.isolation.Kind.PROJECT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Server;

/** Probes of enterprise accounts, which are of their administrators and of no project. */
final class EnterpriseProbes {
    private static final String TRIED = "issuer: \"https://provider.invalid\", clientId: \"c\", secret: \"s\","
            + " enforcement: TEST, testers: [], exempt: []";

    private EnterpriseProbes() {}

    static List<Probe> graphQl() {
        return List.of(
                asked(
                        "Me.enterprise",
                        NEW_ENTERPRISE,
                        "query",
                        "me { enterprise(enterpriseId: $id) { admins { addedBy } } }"),
                changed("addEnterpriseAdmin", NEW_ENTERPRISE, "email: \"" + Server.ADMIN + "\""),
                changed("addEnterpriseProject", NEW_ENTERPRISE, "project: $new"),
                changed("setEnterpriseInheritance", NEW_ENTERPRISE, "projects: []"),
                changed("createIdentityProvider", NEW_ENTERPRISE, "name: \"n\", slug: $new, " + TRIED),
                changed("updateIdentityProvider", NEW_PROVIDER, "providerId: $part, name: \"n\", " + TRIED),
                changed("setIdentityProviderActive", NEW_PROVIDER, "providerId: $part, active: false"),
                asked(
                        "Mutation.testIdentityProvider",
                        NEW_PROVIDER,
                        "mutation",
                        "testIdentityProvider(input: {enterpriseId: $id, providerId: $part})"
                                + " { fault userErrors { code } }"),
                changed("addEmailDomain", NEW_PROVIDER, "providerId: $part, domain: \"probe.example\""),
                changed("removeEmailDomain", NEW_EMAIL_DOMAIN, "domain: $part"),
                mutation("trustIdentityProvider", PROJECT, "slug: \"tenant-b\"", "trustedProviders { name }"),
                new Probe("Mutation.distrustIdentityProvider", PROJECT, false, true, (who, project, _) -> {
                    String input = "(input: {project: $project, slug: \"tenant-a\"}) { userErrors { code } }";
                    return Answer.of(who.graphQl()
                            .post(
                                    "mutation($project: String!) { trustIdentityProvider" + input
                                            + " distrustIdentityProvider" + input + " }",
                                    Map.of("project", project)));
                }));
    }

    private static Probe changed(String field, Kind kind, String input) {
        return asked(
                "Mutation." + field,
                kind,
                "mutation",
                field + "(input: {enterpriseId: $id, " + input + "}) { enterprise { name } userErrors { code } }");
    }

    private static Probe asked(String target, Kind kind, String operation, String selection) {
        return new Probe(target, kind, false, true, (who, project, id) -> {
            String[] parts = id.split("/");
            Map<String, String> variables = new HashMap<>(Map.of("id", parts[0]));
            StringBuilder declared = new StringBuilder("$id: String!");
            if (selection.contains("$part")) {
                variables.put("part", parts[parts.length - 1]);
                declared.append(", $part: String!");
            }
            if (selection.contains("$new")) {
                variables.put(
                        "new",
                        selection.contains("project: $new")
                                ? project
                                : "n" + Tenant.noId().substring(0, 20));
                declared.append(", $new: String!");
            }
            Answer answer =
                    Answer.of(who.graphQl().post(operation + "(" + declared + ") { " + selection + " }", variables));
            return new Answer(answer.status(), answer.body().replaceAll("\"name\":\"[0-9a-f-]{36}\"", "NAME"));
        });
    }
}
