// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.devices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.devices.RecoveryMeasure;
import org.baraza.devices.RecoveryMeasures;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a phone does when its app broke (device protocol: recovery measures). Nobody need be signed in. */
@Controller
final class RecoveryController {
    private final RecoveryMeasures measures;

    RecoveryController(RecoveryMeasures measures) {
        this.measures = measures;
    }

    @GetMapping({"/a/{domain}/phone/recovery_measures/{buildId}", "/a/{domain}/phone/recovery_measures/{buildId}/"})
    void measures(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String appId =
                Optional.ofNullable(request.getParameter("app_id")).orElse("").replace("\0", "");
        RecoveryMeasures.Plan plan = measures.planFor(appId);
        ObjectNode json = JsonMapper.shared().createObjectNode();
        plan.clientVersion().ifPresent(version -> json.put("latest_apk_version", version));
        plan.appVersion().ifPresent(version -> json.put("latest_ccz_version", version));
        json.put("app_id", appId);
        if (!plan.measures().isEmpty()) {
            var list = json.putArray("recovery_measures");
            plan.measures().forEach(measure -> put(list.addObject(), measure));
        }
        Answer.json(HttpStatus.OK, json)
                .with("Cache-Control", "public, max-age=86400")
                .send(response);
    }

    private static void put(ObjectNode json, RecoveryMeasure measure) {
        RecoveryMeasure.Wish wish = measure.wish();
        json.put("sequence_number", measure.number()).put("type", wish.kind().wireName());
        if (wish.appMin() != null) {
            json.put("app_version_min", wish.appMin()).put("app_version_max", wish.appMax());
        }
        if (wish.clientMin() != null) {
            json.put("cc_version_min", wish.clientMin()).put("cc_version_max", wish.clientMax());
        }
    }
}
