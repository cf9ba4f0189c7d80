// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseDeletion;
import org.baraza.cases.CaseNumberStore;
import org.baraza.cases.CaseNumbers;
import org.baraza.cases.CaseRepair;
import org.baraza.cases.Cases;
import org.baraza.casework.CaseReopening;
import org.baraza.devices.DeviceLogs;
import org.baraza.forms.FormArchive;
import org.baraza.forms.FormChunks;
import org.baraza.forms.FormCorrections;
import org.baraza.forms.FormIntake;
import org.baraza.forms.Forms;
import org.baraza.forms.Receipt;
import org.baraza.forms.ServerForms;
import org.baraza.forms.Submission;
import org.baraza.forms.Submission.Attachment;
import org.baraza.forms.Submission.Envelope;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/** Forms and cases of a {@link World}: submits forms as a phone would and reads what became of them. */
public final class FieldWork {
    public final Cases cases;
    public final CaseDeletion deletion;
    public final CaseRepair repair;
    public final CaseReopening reopening;
    public final Forms forms;
    public final FormArchive archive;
    public final FormCorrections corrections;
    public final ServerForms serverForms;
    private final FormIntake intake;
    private final World world;

    public FieldWork(World world) {
        this(world, world.transactions, () -> {});
    }

    /**
     * @param transactions those of the world, or ones that are watched
     * @param nudge called when the feed has something new
     */
    public FieldWork(World world, Transactions transactions, Runnable nudge) {
        this.world = world;
        var numbers = new CaseNumbers(transactions, new CaseNumberStore());
        var books = new CaseBookStore(numbers);
        var changes = new ChangeLog(nudge);
        var audit = new Audit();
        cases = new Cases(transactions);
        deletion = new CaseDeletion(transactions, books, changes, audit, world.clock);
        repair = new CaseRepair(transactions, books, changes, audit, world.clock);
        forms = new Forms(transactions, new FormChunks(new NoBlobs()), world.clock);
        archive = new FormArchive(transactions, books, changes, audit, world.clock);
        corrections = new FormCorrections(transactions, numbers, books, changes, forms, audit, world.clock);
        reopening = new CaseReopening(cases, forms, archive, corrections);
        intake = new FormIntake(transactions, numbers, books, changes, new DeviceLogs(transactions));
        serverForms = new ServerForms(intake, world.clock);
    }

    /** Submits a form that arrives now. */
    public Receipt submit(ProjectAccess access, FormXml form) {
        return submit(access, form.text(), world.clock.instant(), List.of());
    }

    /** Submits any text, with files. */
    public Receipt submit(ProjectAccess access, String xml, Instant receivedOn, List<Attachment> attachments) {
        return submit(access, xml, null, receivedOn, attachments);
    }

    /** Submits a form from a phone that says which sync it had last. */
    public Receipt submit(ProjectAccess access, String xml, @Nullable String syncToken) {
        return submit(access, xml, syncToken, world.clock.instant(), List.of());
    }

    private Receipt submit(
            ProjectAccess access,
            String xml,
            @Nullable String syncToken,
            Instant receivedOn,
            List<Attachment> attachments) {
        var envelope = new Envelope(
                "/a/" + access.projectName() + "/receiver/",
                "app-1",
                null,
                "3.0",
                syncToken,
                null,
                null,
                access.actor().userId());
        var submission = new Submission(xml.getBytes(StandardCharsets.UTF_8), receivedOn, envelope, attachments);
        return ProjectScope.in(access.project(), () -> intake.receive(submission));
    }
}
