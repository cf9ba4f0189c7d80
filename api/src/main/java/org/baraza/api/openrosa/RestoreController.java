// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.baraza.devices.DeviceActivity;
import org.baraza.identity.ProjectAccess;
import org.baraza.sync.Restore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The addresses of the restore (device protocol: restore request). */
@Controller
class RestoreController {
    private final RestoreHandler handler;
    private final DeviceActivity activity;

    RestoreController(Restore restore, DeviceActivity activity, Clock clock) {
        this.activity = activity;
        this.handler = new RestoreHandler(restore, clock);
    }

    @RequestMapping({"/a/{domain}/phone/restore", "/a/{domain}/phone/restore/"})
    void restore(HttpServletRequest request, HttpServletResponse response, ProjectAccess access) throws IOException {
        answer(request, response, access, null);
    }

    @RequestMapping({"/a/{domain}/phone/restore/{appId:[\\w-]+}", "/a/{domain}/phone/restore/{appId:[\\w-]+}/"})
    void restoreForApp(
            @PathVariable("appId") String appId,
            HttpServletRequest request,
            HttpServletResponse response,
            ProjectAccess access)
            throws IOException {
        answer(request, response, access, appId);
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, ProjectAccess access, @Nullable String appId)
            throws IOException {
        handler.handle(request, response, access, appId);
        if (response.getStatus() == HttpServletResponse.SC_OK) {
            activity.synced(access, request.getParameter("device_id"));
        }
    }
}
