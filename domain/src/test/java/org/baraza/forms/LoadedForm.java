// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baraza.cases.CaseReport.CaseWork;
import org.baraza.cases.FormRef;
import org.baraza.forms.FormReader.Reading;

/** For test support that writes forms into a database: a form as the product reads and packs it. */
public final class LoadedForm {
    private final FormRow row;

    private LoadedForm(FormRow row) {
        this.row = row;
    }

    /**
     * @param formId where it is kept, also when its XML names none
     * @throws IllegalArgumentException when it cannot be read
     */
    public static LoadedForm read(String formId, FormState state, Submission submission) {
        return switch (FormReader.read(submission)) {
            case Reading.Form(IncomingForm form) ->
                new LoadedForm(new FormRow(form, formId, state, submission.receivedOn(), null, null, null, null));
            case Reading.DeviceReport _ -> throw new IllegalArgumentException("a device report is no form");
            case Reading.Unreadable unreadable -> throw new IllegalArgumentException(unreadable.reason());
        };
    }

    public String formId() {
        return row.formId();
    }

    public FormState state() {
        return row.state();
    }

    public Instant receivedOn() {
        return row.receivedOn();
    }

    public String xmlns() {
        return row.form().xmlns();
    }

    /** As the meta block names the user. */
    public Optional<String> userId() {
        return row.form().meta().userId();
    }

    /** What it says about a case. */
    public CaseWork workOn(String caseId) {
        return row.form().report().cases().getOrDefault(caseId, CaseWork.NONE);
    }

    public FormRef reference() {
        return new FormRef(row.formId(), row.receivedOn(), row.receivedOn(), null);
    }

    /** What {@code forms.store} takes: the rows as JSON, and their XML end to end. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Rows(String json, byte[] xmls) {}

    public static Rows rows(List<LoadedForm> forms) {
        ByteArrayOutputStream xmls = new ByteArrayOutputStream();
        forms.forEach(form -> xmls.writeBytes(form.row.form().packedXml()));
        return new Rows(
                IntakeStore.formRows(forms.stream().map(form -> form.row).toList())
                        .data(),
                xmls.toByteArray());
    }
}
