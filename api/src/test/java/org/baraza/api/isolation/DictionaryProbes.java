// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.baraza.api.isolation.GraphQlProbes.ended;
import static org.baraza.api.isolation.GraphQlProbes.inProject;
import static org.baraza.api.isolation.GraphQlProbes.mutation;
import static org.baraza.api.isolation.Kind.CASE_TYPE;
import static org.baraza.api.isolation.Kind.NEW_CASE_TYPE;
import static org.baraza.api.isolation.Kind.PROJECT;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.baraza.api.testing.Multipart;

/** Probes of the data dictionary. */
final class DictionaryProbes {
    private static final String PROPERTIES =
            "properties=" + URLEncoder.encode("[{\"caseType\": \"probe\", \"name\": \"p\"}]", UTF_8);

    private DictionaryProbes() {}

    static Optional<Probe> route(String route) {
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1);
        if (!pattern.startsWith("/a/{domain}/data_dictionary/")) {
            return Optional.empty();
        }
        if (pattern.contains("/import")) {
            return Optional.of(new Probe(route, PROJECT, false, true, upload(pattern)));
        }
        Kind kind = !pattern.contains("{caseType}") ? PROJECT : pattern.contains("/delete") ? NEW_CASE_TYPE : CASE_TYPE;
        String body = pattern.contains("/create")
                ? "name=NEW"
                : pattern.contains("/update") ? PROPERTIES : method.equals("POST") ? "is_deprecated=false" : "";
        boolean isFile = pattern.contains("/export");
        return Optional.of(new Probe(
                route, kind, method.equals("GET"), !isFile, isFile ? file(pattern) : call(method, pattern, body)));
    }

    private static Probe.Call call(String method, String pattern, String body) {
        return (who, project, id) -> done(who.client()
                .send(
                        method,
                        RouteProbes.path(pattern, project).replace("{caseType}", id),
                        body.replace("NEW", "t" + Tenant.noId()).getBytes(UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        who.authorization()));
    }

    /** Whoever made something is led to where it is shown. */
    private static Answer done(HttpResponse<String> answer) {
        return answer.statusCode() == 302 ? new Answer(200, "made") : Answer.of(answer);
    }

    /** The bytes of a workbook tell when it was made. */
    private static Probe.Call file(String pattern) {
        return (who, project, _) -> {
            Answer answer = Answer.of(
                    who.client().get(RouteProbes.path(pattern, project), "Authorization", who.authorization()));
            return answer.status() == 200 ? new Answer(200, "workbook") : answer;
        };
    }

    private static Probe.Call upload(String pattern) {
        return (who, project, _) -> Answer.of(who.client()
                .send(
                        "POST",
                        RouteProbes.path(pattern, project),
                        BulkProbes.emptyWorkbook("probe", "Case Property").bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        who.authorization()));
    }

    static List<Probe> graphQl() {
        return List.of(
                inProject(
                        "dictionaryType",
                        CASE_TYPE,
                        "dictionaryType(name: $id) { description groups { name } properties { name label } }"),
                inProject(
                        "dictionaryTypes",
                        CASE_TYPE,
                        "dictionaryTypes(search: $id) { nodes { description } totalCount }"),
                mutation(
                        "createCaseType",
                        PROJECT,
                        "name: \"t" + Tenant.noId() + "\"",
                        "dictionaryType { description }"),
                mutation(
                        "describeCaseType",
                        CASE_TYPE,
                        "name: $id, description: \"d\"",
                        "dictionaryType { description }"),
                mutation(
                        "setCaseTypeDeprecated",
                        CASE_TYPE,
                        "name: $id, deprecated: false",
                        "dictionaryType { deprecated }"),
                ended("deleteCaseType", NEW_CASE_TYPE, "name: $id"),
                mutation(
                        "editCaseType",
                        PROJECT,
                        "caseType: \"probe\", properties: [{name: \"p\", label: \"P\"}]",
                        "dictionaryType { properties { name label } }"),
                mutation(
                        "deletePropertyGroup",
                        NEW_CASE_TYPE,
                        "caseType: $id, number: 1",
                        "dictionaryType { groups { name } }"));
    }
}
