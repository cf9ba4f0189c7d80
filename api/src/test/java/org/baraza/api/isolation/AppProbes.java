// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.baraza.api.isolation.GraphQlProbes.inProject;
import static org.baraza.api.isolation.GraphQlProbes.mutation;
import static org.baraza.api.isolation.Kind.APP;
import static org.baraza.api.isolation.Kind.APP_VERSION;
import static org.baraza.api.isolation.Kind.NEW_APP;
import static org.baraza.api.isolation.Kind.NEW_APP_VERSION;
import static org.baraza.api.isolation.Kind.PROJECT;

import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Multipart;

/** Probes of applications. */
final class AppProbes {
    private static final String ANYBODY = "installs an app on a phone on which nobody signed in yet";

    private AppProbes() {}

    /** What phones fetch before anybody signs in. */
    static Map<String, String> toldToAnybody() {
        Map<String, String> reasons = new HashMap<>();
        for (String end : new String[] {"", "/", "/{*path}"}) {
            reasons.put("GET /a/{domain}/apps/download/{id:[\\w-]+}" + end, ANYBODY);
        }
        for (String end : new String[] {"", "/"}) {
            reasons.put("GET /a/{domain}/apps/api/download_ccz" + end, ANYBODY);
        }
        for (String end : new String[] {"", "/", "/{name}", "/{name}/"}) {
            reasons.put("GET /hq/multimedia/file/{kind:CommCare\\w+}/{mediaId}" + end, ANYBODY);
        }
        return reasons;
    }

    static Optional<Probe> route(String route) {
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1);
        if ((pattern.startsWith("/a/{domain}/apps/download/") && !pattern.endsWith("app.json"))
                || pattern.startsWith("/a/{domain}/apps/api/download_ccz")) {
            return Optional.empty();
        }
        if (pattern.startsWith("/a/{domain}/apps/api/import_app")) {
            return Optional.of(new Probe(route, PROJECT, false, true, upload(pattern)));
        }
        if (pattern.startsWith("/a/{domain}/apps/api/list_apps")) {
            return Optional.of(new Probe(route, PROJECT, false, true, HqProbes.call(method, pattern, "")));
        }
        if (pattern.startsWith("/a/{domain}/apps/patch_xform/")
                || pattern.startsWith("/a/{domain}/apps/edit_form_attr/")) {
            return Optional.of(new Probe(route, Kind.APP_FORM, true, true, source(pattern)));
        }
        if (pattern.contains("/multimedia/status/")) {
            return Optional.of(get(
                    route,
                    Kind.MEDIA_UPLOAD,
                    pattern.replaceAll("\\{appId[^}]*}", "{app}").replaceAll("\\{uploadId[^}]*}", "{id}")));
        }
        if (pattern.contains("/multimedia/uploaded/")) {
            return Optional.of(new Probe(
                    route,
                    NEW_APP,
                    false,
                    true,
                    (who, project, id) -> Answer.of(TenantApps.sendPicture(who, project, id))));
        }
        if (pattern.contains("/multimedia/map") || pattern.contains("/multimedia/references")) {
            return Optional.of(get(route, APP, pattern.replaceAll("\\{appId[^}]*}", "{id}")));
        }
        if (pattern.contains("/multimedia")) {
            return Optional.of(new Probe(
                    route, APP, true, true, (who, project, id) -> Answer.of(TenantApps.sendMedia(who, project, id))));
        }
        if (pattern.contains("_translations/")) {
            return Optional.of(translations(route, method, pattern));
        }
        if (pattern.startsWith("/a/{domain}/apps/browse/")) {
            return Optional.of(get(
                    route,
                    Kind.APP_FORM,
                    pattern.replaceAll("\\{appId[^}]*}", "{app}").replaceAll("\\{formId[^}]*}", "{id}")));
        }
        if (pattern.startsWith("/a/{domain}/apps/") || pattern.contains("/application")) {
            boolean one = pattern.contains("{id") || pattern.contains("{appId");
            return Optional.of(get(
                    route,
                    one ? APP : PROJECT,
                    pattern.replaceAll("\\{(id|appId)[^}]*}", "{id}").replaceAll("\\{kind[^}]*}", "form")));
        }
        return Optional.empty();
    }

    /** The bytes of a workbook tell when it was made. */
    private static Probe translations(String route, String method, String pattern) {
        String address = pattern.replaceAll("\\{kind[^}]*}", "app").replaceAll("\\{appId[^}]*}", "{id}");
        boolean reads = method.equals("GET");
        return new Probe(route, APP, reads, true, (who, project, id) -> {
            String path = address.replace("{domain}", project).replace("{id}", id);
            Answer answer = Answer.of(
                    reads
                            ? who.client().get(path, "Authorization", who.authorization())
                            : who.client()
                                    .send(
                                            "POST",
                                            path,
                                            BulkProbes.emptyWorkbook("Menus_and_forms", "Type")
                                                    .bytes(),
                                            "Content-Type",
                                            Multipart.TYPE,
                                            "Authorization",
                                            who.authorization()));
            return answer.status() == 200 ? new Answer(200, "workbook") : answer;
        });
    }

    private static Probe get(String route, Kind kind, String pattern) {
        return new Probe(
                route,
                kind,
                kind != PROJECT,
                true,
                (who, project, id) -> Answer.of(who.client()
                        .get(
                                pattern.replace("{domain}", project)
                                        .replace("{app}", who.id(APP))
                                        .replace("{id}", id),
                                "Authorization",
                                who.authorization())));
    }

    private static Probe.Call upload(String pattern) {
        return (who, project, _) -> Answer.of(who.client()
                .send(
                        "POST",
                        RouteProbes.path(pattern, project),
                        new Multipart()
                                .field("app_name", "Probe")
                                .file("app_file", "app.json", "application/json", "{\"modules\": []}".getBytes(UTF_8))
                                .bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        who.authorization()));
    }

    /** A patch to what the form is not is answered with what it is; a source replaces whatever there was. */
    private static Probe.Call source(String pattern) {
        String xform =
                "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns=\"http://www.w3.org/2002/xforms\"><h:head><model>"
                        + "<instance><data xmlns=\"urn:probe\"><q/></data></instance></model></h:head><h:body/></h:html>";
        return (who, project, id) -> Answer.of(who.client()
                .send(
                        "POST",
                        pattern.replaceAll("\\{appId[^}]*}", who.id(APP))
                                .replaceAll("\\{formId[^}]*}", id)
                                .replace("{domain}", project),
                        ("sha1=0&patch=&xform=" + URLEncoder.encode(xform, UTF_8)).getBytes(UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        who.authorization()));
    }

    static List<Probe> graphQl() {
        return List.of(
                inProject(
                        "apps",
                        PROJECT,
                        "apps { nodes { name languages versions { totalCount } edits { totalCount } } totalCount }"),
                inProject("app", APP, "app(appId: $id) { name document problems { message } media { totalCount } }"),
                inProject("appVersion", APP_VERSION, "appVersion(buildId: $id) { number comment }"),
                inProject("appChanges", APP_VERSION, "appChanges(before: $id, after: $id) { message }"),
                inProject("expressionFindings", PROJECT, "expressionFindings(expression: \"1 +\") { message }"),
                mutation("createApp", PROJECT, "name: \"Probe\"", "app { name }"),
                mutation("importApp", PROJECT, "name: \"Probe\", document: {modules: []}", "app { name }"),
                mutation("copyApp", APP, "appId: $id, name: \"Probe\"", "app { name }"),
                mutation("deleteApp", NEW_APP, "appId: $id", "app { deleted }"),
                mutation("undeleteApp", NEW_APP, "appId: $id", "app { deleted }"),
                mutation(
                        "editApp",
                        NEW_APP,
                        "appId: $id, version: 1, changes: [{put: {path: \"comment\", value: \"Probe\"}}]",
                        "app { version }"),
                mutation("makeVersion", APP, "appId: $id", "version { number } problems { message }"),
                mutation("releaseVersion", NEW_APP_VERSION, "buildId: $id, released: true", "version { released }"),
                mutation("commentVersion", APP_VERSION, "buildId: $id, comment: \"Probe\"", "version { comment }"),
                mutation("deleteVersion", NEW_APP_VERSION, "buildId: $id", "version { number }"),
                mutation("revertApp", NEW_APP_VERSION, "buildId: $id", "app { name }"));
    }
}
