// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.baraza.api.isolation.GraphQlProbes.inProject;
import static org.baraza.api.isolation.GraphQlProbes.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Probes of what phones ask for, and of what is shown of them. */
final class DeviceProbes {
    private DeviceProbes() {}

    static Optional<Probe> route(String route) {
        String pattern = route.substring(route.indexOf(' ') + 1);
        if (pattern.startsWith("/a/{domain}/phone/heartbeat")) {
            return Optional.of(asPhone(route, Kind.DEVICE, "?app_id=a&device_id={id}", true));
        }
        if (pattern.startsWith("/a/{domain}/phone/keys")) {
            return Optional.of(asPhone(route, Kind.PROJECT, "", false));
        }
        if (pattern.startsWith("/a/{domain}/phone/get_next_id")) {
            return Optional.of(asPhone(route, Kind.PROJECT, "?pool_id=p&session_id=s", false));
        }
        if (pattern.startsWith("/a/{domain}/phone/admin_keys")) {
            return Optional.of(new Probe(
                    route,
                    Kind.USERNAME,
                    false,
                    true,
                    (who, project, id) -> Answer.of(who.client()
                            .get(
                                    RouteProbes.path(pattern, project) + "?as=" + id,
                                    "Authorization",
                                    who.authorization()))));
        }
        return Optional.empty();
    }

    private static Probe asPhone(String route, Kind kind, String query, boolean contrast) {
        String pattern = route.substring(route.indexOf(' ') + 1);
        return new Probe(
                route,
                kind,
                false,
                contrast,
                (who, project, id) -> Answer.of(who.client()
                        .get(
                                RouteProbes.path(pattern, project).replace("{buildId}", "b")
                                        + query.replace("{id}", id),
                                "Authorization",
                                who.phone().authorization())));
    }

    /** Numbers are each project's own, so what is asked for is one that the caller's project has. */
    private static Answer remove(Tenant who, String project, String id) {
        String document =
                "mutation($project: String!, $number: Int!) { removeRecoveryMeasure(input: {project: $project, "
                        + "sequenceNumber: $number}) { userErrors { code message field } } }";
        return Answer.of(who.graphQl()
                .post(
                        document,
                        Map.of("project", project, "number", who.device().newMeasure())));
    }

    static List<Probe> graphQl() {
        return List.of(
                inProject("devices", Kind.DEVICE, "devices(filter: {search: $id}) { nodes { deviceId } totalCount }"),
                inProject(
                        "deviceLogs",
                        Kind.DEVICE,
                        "deviceLogs(filter: {deviceId: $id}) { nodes { message } totalCount }"),
                inProject("deviceCrashes", Kind.PROJECT, "deviceCrashes(days: 30) { signature }"),
                mutation(
                        "setAppUpdatePrompts",
                        Kind.PROJECT,
                        "appId: \"a\", commcarePrompt: OFF, appPrompt: ON, appVersion: 3",
                        "appUpdatePrompts { appVersion }"),
                mutation("requestDeviceLogs", Kind.DEVICE, "userId: $id, deviceId: $id", "__typename"),
                mutation(
                        "addRecoveryMeasure",
                        Kind.PROJECT,
                        "appId: \"a\", kind: APP_UPDATE, appVersionMin: 1, appVersionMax: 2",
                        "recoveryMeasure { kind }"),
                new Probe("Mutation.removeRecoveryMeasure", Kind.PROJECT, false, true, DeviceProbes::remove),
                mutation("updateProjectSecurity", Kind.PROJECT, "digestAllowed: false", "security { digestAllowed }"),
                mutation("replacePhoneKey", Kind.WORKER, "userId: $id", "__typename"));
    }
}
