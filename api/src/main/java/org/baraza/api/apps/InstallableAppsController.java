// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.baraza.api.doors.ActorToken;
import org.baraza.apps.InstallableApps;
import org.baraza.apps.InstallableApps.Installable;
import org.baraza.identity.Arrival;
import org.baraza.xml.XmlWriter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells a phone on which nothing is installed yet what whoever holds it can install (generated build, section 11). */
@Controller
final class InstallableAppsController {
    /** As CommCare HQ names its main server; phones show others beside the name of an app. */
    private static final String ENVIRONMENT = "production";

    private final InstallableApps apps;
    private final PublicAddress address;

    InstallableAppsController(InstallableApps apps, PublicAddress address) {
        this.apps = apps;
        this.address = address;
    }

    @GetMapping({"/phone/list_apps", "/phone/list_apps/"})
    void list(ActorToken caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Installable> found = apps.of(caller.getPrincipal(), arrival(caller));
        byte[] body = XmlWriter.bytes(xml -> write(xml, found, address.of(request)));
        response.setContentType("text/xml; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Arrival arrival(ActorToken caller) {
        if (caller.getDetails() instanceof Arrival arrival) {
            return arrival;
        }
        throw new IllegalStateException("nobody was let in");
    }

    private static void write(XmlWriter xml, List<Installable> apps, String base) throws IOException {
        xml.declaration().start("apps");
        for (Installable app : apps) {
            String files = base + "/a/" + app.project() + "/apps/download/"
                    + app.release().buildId() + "/";
            xml.start("app")
                    .attribute("domain", app.project())
                    .attribute("name", app.name())
                    .attribute("version", Integer.toString(app.release().number()))
                    .attribute("environment", ENVIRONMENT)
                    .attribute("profile", files + "profile.ccpr")
                    .attribute("media-profile", files + "media_profile.ccpr")
                    .end();
        }
        xml.end();
    }
}
