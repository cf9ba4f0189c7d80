// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baraza.api.problems.Answer;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mobile workers in CommCare HQ's data API. Old and new paths answer alike, with and without a slash at the end. */
@RestController
final class UserResource {
    private static final String OLD = "/a/{domain}/api/v0.5/user";
    private static final String NEW = "/a/{domain}/api/user/v1";

    private final MobileWorkers workers;

    UserResource(MobileWorkers workers) {
        this.workers = workers;
    }

    @PostMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void create(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        who.require(Permission.ACCESS_API);
        who.require(Permission.EDIT_COMMCARE_USERS);
        MobileWorker made = workers.create(who, WorkerRequest.read(request.getInputStream()));
        String folder = request.getServletPath().contains("/api/v0.5/") ? "v0.5/user" : "user/v1";
        Answer.json(HttpStatus.CREATED, WorkerJson.of(made, who.projectName(), folder))
                .send(response);
    }
}
