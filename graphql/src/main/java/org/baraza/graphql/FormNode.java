// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.forms.Form;
import org.baraza.forms.FormState;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** A form as it was received. */
record FormNode(ProjectAccess access, Form form) implements Node {
    @Override
    public String id() {
        return new GlobalId(GlobalId.Kind.FORM, access.projectName(), form.formId()).text();
    }

    public String formId() {
        return form.formId();
    }

    public FormState state() {
        return form.state();
    }

    public String xmlns() {
        return form.xmlns();
    }

    public String name() {
        return form.name();
    }

    public @Nullable String userId() {
        return form.userId();
    }

    public @Nullable String username() {
        return form.username();
    }

    public boolean edited() {
        return form.editedOn() != null;
    }

    public Instant receivedOn() {
        return form.receivedOn();
    }

    public @Nullable Instant editedOn() {
        return form.editedOn();
    }

    public @Nullable Instant timeStart() {
        return form.timeStart();
    }

    public @Nullable Instant timeEnd() {
        return form.timeEnd();
    }

    public @Nullable String deviceId() {
        return form.deviceId();
    }

    public @Nullable String appId() {
        return form.appId();
    }

    public @Nullable String buildId() {
        return form.buildId();
    }

    public @Nullable String appVersion() {
        return form.appVersion();
    }

    public @Nullable String commcareVersion() {
        return form.commcareVersion();
    }

    public @Nullable String submittedBy() {
        return form.submittedBy();
    }

    public @Nullable String problem() {
        return form.problem();
    }

    public @Nullable String originalFormId() {
        return form.originalFormId();
    }

    public @Nullable String deprecatedFormId() {
        return form.deprecatedFormId();
    }
}
