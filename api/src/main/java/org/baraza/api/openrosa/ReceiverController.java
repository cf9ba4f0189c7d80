// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.baraza.forms.FormIntake;
import org.baraza.persistence.blobs.BlobStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where phones and programs post forms (device protocol: URLs). Every project is treated as secure. */
@Controller
class ReceiverController {
    private static final String DEMO_USER = "demo_user";

    private final FormIntake intake;
    private final SubmissionReader reader;

    ReceiverController(FormIntake intake, BlobStore blobs, Clock clock) {
        this.intake = intake;
        this.reader = new SubmissionReader(blobs, clock);
    }

    @PostMapping({
        "/a/{domain}/receiver",
        "/a/{domain}/receiver/",
        "/a/{domain}/receiver/secure",
        "/a/{domain}/receiver/secure/",
        "/a/{domain}/receiver/submission",
        "/a/{domain}/receiver/submission/"
    })
    void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        receive(request, response, null);
    }

    @PostMapping({"/a/{domain}/receiver/api", "/a/{domain}/receiver/api/"})
    void receiveFromApi(HttpServletRequest request, HttpServletResponse response) throws IOException {
        receive(request, response, null);
    }

    @PostMapping({
        "/a/{domain}/receiver/{appId:[\\w-]+}",
        "/a/{domain}/receiver/{appId:[\\w-]+}/",
        "/a/{domain}/receiver/secure/{appId:[\\w-]+}",
        "/a/{domain}/receiver/secure/{appId:[\\w-]+}/"
    })
    void receiveForApp(@PathVariable("appId") String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        receive(request, response, appId);
    }
}
