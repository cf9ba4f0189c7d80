// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.devices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.devices.Heartbeats;
import org.baraza.devices.Offer;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where phones say that they are alive (device protocol: heartbeat). */
@Controller
final class HeartbeatController {
    private final Heartbeats heartbeats;

    HeartbeatController(Heartbeats heartbeats) {
        this.heartbeats = heartbeats;
    }

    @GetMapping({"/a/{domain}/phone/heartbeat/{buildId}", "/a/{domain}/phone/heartbeat/{buildId}/"})
    void beat(
            @PathVariable("buildId") String buildId,
            HttpServletRequest request,
            HttpServletResponse response,
            ProjectAccess access)
            throws IOException {
        Heartbeats.Answer answer = heartbeats.beat(access, HeartbeatRequest.read(request, buildId));
        ObjectNode json = JsonMapper.shared().createObjectNode();
        // A phone passes over an answer that does not name its app as it did itself.
        json.put("app_id", request.getParameter("app_id") == null ? "" : request.getParameter("app_id"));
        put(json.putObject("latest_apk_version"), answer.client());
        put(json.putObject("latest_ccz_version"), answer.app());
        json.put("force_logs", answer.forceLogs());
        Answer.json(HttpStatus.OK, json).with("Cache-Control", "no-store").send(response);
    }

    private static void put(ObjectNode json, Optional<Offer> offer) {
        offer.ifPresent(version -> json.put("value", version.version()).put("force", version.forced()));
    }
}
