// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.baraza.api.doors.QueryText;
import org.baraza.api.doors.RequestAccess;
import org.baraza.apps.NewestVersions;
import org.baraza.devices.DeviceActivity;
import org.baraza.devices.LogRequests;
import org.baraza.forms.FormIntake;
import org.baraza.forms.Receipt;
import org.baraza.forms.Submission;
import org.baraza.forms.UnsignedForms;
import org.baraza.identity.Actor;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.tenancy.ProjectScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where phones and programs post forms (device protocol: URLs). Every project is treated as secure, so all spellings of the
 * address do the same.
 */
@Controller
class ReceiverController {
    private final FormIntake intake;
    private final DeviceActivity activity;
    private final LogRequests logRequests;
    private final SubmissionReader reader;

    ReceiverController(
            FormIntake intake,
            DeviceActivity activity,
            LogRequests logRequests,
            NewestVersions versions,
            BlobStore blobs,
            Clock clock) {
        this.intake = intake;
        this.activity = activity;
        this.logRequests = logRequests;
        this.reader = new SubmissionReader(blobs, versions::originOf, clock);
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
        receive(request, response, null, Permission.ACCESS_MOBILE_ENDPOINTS);
    }

    @PostMapping({
        "/a/{domain}/receiver/{appId:[\\w-]+}",
        "/a/{domain}/receiver/{appId:[\\w-]+}/",
        "/a/{domain}/receiver/secure/{appId:[\\w-]+}",
        "/a/{domain}/receiver/secure/{appId:[\\w-]+}/"
    })
    void receiveForApp(@PathVariable("appId") String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        receive(request, response, appId, Permission.ACCESS_MOBILE_ENDPOINTS);
    }

    /** For programs: the same bodies and answers, another permission. */
    @PostMapping({"/a/{domain}/receiver/api", "/a/{domain}/receiver/api/"})
    void receiveFromApi(HttpServletRequest request, HttpServletResponse response) throws IOException {
        receive(request, response, null, Permission.ACCESS_API);
    }

    private void receive(
            HttpServletRequest request, HttpServletResponse response, @Nullable String appId, Permission needed)
            throws IOException {
        Optional<ProjectAccess> access = RequestAccess.find(request);
        if (access.isPresent()
                && !maySubmit(access.get(), RequestAccess.isByKey(request) ? Permission.ACCESS_API : needed)) {
            response.setStatus(403);
            return;
        }
        try {
            Submission submission = reader.read(request, ProjectScope.current(), access, appId);
            if (access.isPresent()) {
                Receipt receipt = intake.receive(submission);
                note(access.get(), receipt, request);
                OpenRosaReplies.receipt(receipt, request, response);
            } else {
                receiveUnsigned(submission, request, response);
            }
        } catch (BodyTooLarge e) {
            OpenRosaReplies.text(response, 413, "Form exceeds 10MB size limit");
        } catch (MalformedBody e) {
            int status = e.reason() == MalformedBody.Reason.COMPRESSION_BOMB ? 413 : 400;
            OpenRosaReplies.text(response, status, String.valueOf(e.getMessage()));
        }
    }

    /** Whoever may use phones submits as they do, but not by a key; who may change data as programs do submits by all addresses. */
    private static boolean maySubmit(ProjectAccess access, Permission needed) {
        boolean asPhones = needed == Permission.ACCESS_MOBILE_ENDPOINTS || access.actor() instanceof Actor.MobileWorker;
        return (asPhones && access.may(Permission.ACCESS_MOBILE_ENDPOINTS))
                || (access.may(Permission.ACCESS_API) && access.may(Permission.EDIT_DATA));
    }

    /** What is learnt of the device beside the form; nothing waits for it. */
    private void note(ProjectAccess access, Receipt receipt, HttpServletRequest request) {
        if (receipt instanceof Receipt.Accepted accepted) {
            Receipt.Sender sender = accepted.sender();
            activity.submitted(access, sender.deviceId(), sender.appVersion(), sender.clientVersion());
        } else if (receipt instanceof Receipt.DeviceReport report
                && QueryText.parameter(request, "force_logs")
                        .filter("true"::equals)
                        .isPresent()) {
            logRequests.answered(access, report.formId());
        }
    }

    private void receiveUnsigned(Submission submission, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean practising = QueryText.parameter(request, "submit_mode")
                .filter("demo"::equals)
                .isPresent();
        switch (UnsignedForms.judge(submission.xml(), practising)) {
            case TAKE -> OpenRosaReplies.receipt(intake.receiveUnsigned(submission), request, response);
            case IGNORE -> OpenRosaReplies.ignored(response);
            case REFUSE -> OpenRosaReplies.text(response, 403, "Bad auth");
        }
    }
}
