// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Phone;
import org.baraza.testing.FormXml;

/** A probe for each route, and the reasons for those without. */
final class RouteProbes {
    /** Routes that lead into no project. */
    static final Map<String, String> NO_WAY_IN = noWayIn();

    private static Map<String, String> noWayIn() {
        Map<String, String> reasons = new HashMap<>(Map.of(
                "GET /a/{domain}/phone/recovery_measures/{buildId}", "told to anybody, and of nobody",
                "GET /a/{domain}/phone/recovery_measures/{buildId}/", "told to anybody, and of nobody",
                "GET /session", "tells the caller about herself",
                "POST /session", "signs in by a password",
                "DELETE /session", "ends the caller's own session",
                "GET /", "leads to the web client",
                "GET /app", "the web client, the same for all",
                "GET /app/**", "the web client, the same for all",
                "ANY /error", "the container's own errors"));
        reasons.put("POST /session/invitation", "needs the secret of a link, which is in no other project");
        reasons.put("POST /session/invitation/accept", "needs the secret of a link, which is in no other project");
        reasons.put("POST /session/password/forgotten", "mails the holder of an account, and says nothing");
        reasons.put("POST /session/password/reset", "needs the secret of a mail");
        reasons.put("POST /session/way", "says how somebody signs in, by her e-mail domain alone");
        reasons.put("POST /session/password", "changes the caller's own password");
        reasons.put("POST /graphql", "every field of the schema has a probe of its own");
        reasons.put("GET /actuator/health", "tells whether the server is well, the same to all");
        reasons.put("GET /actuator/prometheus", "numbers about the server, which name no project");
        for (String route : new String[] {
            "GET /oauth/jwks", "GET /.well-known/openid-configuration", "GET /.well-known/oauth-authorization-server"
        }) {
            reasons.put(route, "describes the server, the same to all");
        }
        for (String route : new String[] {"GET /oauth/authorize", "POST /oauth/authorize", "GET /oauth/userinfo"}) {
            reasons.put(route, "about the caller's own account; StandingTest asks for projects of others");
        }
        for (String route : new String[] {"token", "revoke_token", "introspect"}) {
            reasons.put("POST /oauth/" + route, "needs the secret of a program; ServicesTest asks as another");
        }
        for (String path : new String[] {"api", "api/", "api/baraza.yaml", "graphql", "graphql/"}) {
            reasons.put("GET /docs/" + path, "describes the API, the same for all");
        }
        reasons.put("GET /docs/graphql/explorer", "a page, the same for all");
        reasons.put("GET /docs/graphql/explorer.js", "a script, the same for all");
        reasons.put("GET /api/v1/projects", "tells the caller about her own projects");
        reasons.put("POST /api/v1/projects", "makes a project of the caller's own");
        for (String end : new String[] {"", "/"}) {
            for (String path : new String[] {"user/v1", "v0.5/user"}) {
                reasons.put(
                        "POST /a/{domain}/api/" + path + "/{userId}/email_password_reset" + end,
                        "mails, which the server of the walk does not; WorkerMailsWireTest asks as another");
            }
            reasons.put("GET /search" + end, "looks where the caller is a member; FormBulkActionTest asks as another");
            reasons.put(
                    "GET /phone/list_apps" + end,
                    "tells the caller what she may install; InstallableAppsTest asks as another");
            for (String path : new String[] {"identity/v1", "v0.5/identity", "user_domains/v1", "v0.5/user_domains"}) {
                reasons.put("GET /api/" + path + end, "tells the caller about her own account");
            }
            for (String path : new String[] {"sso/v1", "v0.4/sso", "v0.5/sso"}) {
                reasons.put("POST /a/{domain}/api/" + path + end, "tells whoever knows a password whose it is");
            }
        }
        reasons.putAll(AppProbes.toldToAnybody());
        reasons.putAll(ReleaseProbes.toldToAnybody());
        return Map.copyOf(reasons);
    }

    private RouteProbes() {}

    /** @param route method and pattern, as in {@code POST /a/{domain}/receiver} */
    static Optional<Probe> of(String route) {
        if (route.contains("/email_password_reset")) {
            return Optional.empty();
        }
        if (ReleaseProbes.toldToAnybody().containsKey(route)) {
            return Optional.empty();
        }
        String pattern = route.substring(route.indexOf(' ') + 1);
        if (pattern.startsWith("/a/{domain}/receiver")) {
            return Optional.of(new Probe(route, Kind.CASE, false, true, receiver(pattern)));
        }
        if (pattern.startsWith("/a/{domain}/phone/restore")) {
            return Optional.of(new Probe(route, Kind.RESTORE, true, true, restore(pattern)));
        }
        if (pattern.startsWith("/a/{domain}/phone/admin_restore")) {
            return Optional.of(new Probe(route, Kind.RESTORE, true, true, adminRestore(pattern)));
        }
        if (pattern.contains("/{formId}/{name}")) {
            return Optional.of(new Probe(route, Kind.FORM, true, true, file(pattern)));
        }
        if (pattern.contains("/{caseId}/{name}")) {
            return Optional.of(new Probe(route, Kind.CASE_WITH_FILE, true, true, file(pattern)));
        }
        return ReleaseProbes.route(route)
                .or(() -> ApiProbes.route(route))
                .or(() -> AppProbes.route(route))
                .or(() -> DictionaryProbes.route(route))
                .or(() -> BulkProbes.route(route))
                .or(() -> ExportProbes.route(route))
                .or(() -> DeviceProbes.route(route))
                .or(() -> DataProbes.route(route))
                .or(() -> HqProbes.of(route))
                .or(() -> PlaceProbes.route(route))
                .or(() -> ClaimProbes.route(route));
    }

    /** A form that links its case to the one asked for. */
    private static Probe.Call receiver(String pattern) {
        return (who, project, id) -> {
            String own = Tenant.noId();
            String xml = FormXml.visit(own, who.workerId())
                    .creates(own, "mother", "n", who.workerId())
                    .links(own, "parent", "mother", id)
                    .text();
            String path = path(pattern, project);
            var phone = new Phone(who.client(), project, who.phone().authorization());
            return Answer.of(phone.post(
                    path.substring(("/a/" + project + "/").length()),
                    "text/xml",
                    xml.getBytes(UTF_8),
                    "X-OpenRosa-Version",
                    "3.0"));
        };
    }

    private static Probe.Call restore(String pattern) {
        return (who, project, id) -> Answer.of(who.client()
                .get(
                        path(pattern, project) + "?version=2.0&since=" + id,
                        "Authorization",
                        who.phone().authorization()));
    }

    /** An administrator continues from a sync of a worker of hers. */
    private static Probe.Call adminRestore(String pattern) {
        return (who, project, id) -> Answer.of(who.client()
                .get(
                        path(pattern, project) + "?version=2.0&as=amina&since=" + id,
                        "Authorization",
                        who.authorization()));
    }

    private static Probe.Call file(String pattern) {
        return (who, project, id) -> Answer.of(who.client()
                .get(
                        path(pattern, project)
                                .replace("{formId}/{name}", id + "/form.xml")
                                .replace("{caseId}/{name}", id + "/photo"),
                        "Authorization",
                        who.authorization()));
    }

    static String path(String pattern, String project) {
        return pattern.replace("{domain}", project).replaceAll("\\{appId[^}]*}", "app-1");
    }
}
