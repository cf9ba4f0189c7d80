// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.baraza.devices.DeviceActivity;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.LoginAs;
import org.baraza.sync.Restores;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The addresses of the restore (device protocol: restore request). */
@Controller
class RestoreController {
    private final RestoreHandler handler;
    private final DeviceActivity activity;

    RestoreController(Restores restores, LoginAs loginAs, DeviceActivity activity, Clock clock) {
        this.activity = activity;
        this.handler = new RestoreHandler(restores, loginAs, clock);
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
        // Whoever looks at another's restore has not synced her own phone, nor that of the other.
        if (response.getStatus() == HttpServletResponse.SC_OK && request.getParameter("as") == null) {
            activity.synced(access, request.getParameter("device_id"));
        }
    }

    /** What a worker's phone is given, for those who help her: project administrators, by the address that HQ has. */
    @RequestMapping({"/a/{domain}/phone/admin_restore", "/a/{domain}/phone/admin_restore/"})
    void adminRestore(HttpServletRequest request, HttpServletResponse response, ProjectAccess access)
            throws IOException {
        handler.handleForAdmin(request, response, access, null);
    }

    @RequestMapping({
        "/a/{domain}/phone/admin_restore/{appId:[\\w-]+}",
        "/a/{domain}/phone/admin_restore/{appId:[\\w-]+}/"
    })
    void adminRestoreForApp(
            @PathVariable("appId") String appId,
            HttpServletRequest request,
            HttpServletResponse response,
            ProjectAccess access)
            throws IOException {
        handler.handleForAdmin(request, response, access, appId);
    }
}
