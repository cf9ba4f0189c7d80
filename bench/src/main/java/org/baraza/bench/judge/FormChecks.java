// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.util.HashSet;
import java.util.Set;
import org.baraza.bench.forms.FormXml;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.judge.Snapshot.FormRow;

/** Every acknowledged form is there exactly once, byte for byte; resends stand beside it as duplicates, nothing else does. */
final class FormChecks {
    private FormChecks() {}

    static void check(Snapshot stored, Promised promised, Complaints complaints) {
        Set<String> acknowledged = promised.acknowledgedIds();
        complaints.unless(
                acknowledged.size() == promised.acknowledged().size(), "a form was acknowledged twice to its client");
        Set<String> normal = new HashSet<>();
        for (FormRow row : stored.forms()) {
            PlannedForm plan = promised.plans()
                    .get(row.state() == Snapshot.DUPLICATE ? String.valueOf(row.originalId()) : row.formId());
            if (plan == null) {
                complaints.add("form " + row.formId() + " in state " + row.state() + " was never sent");
                continue;
            }
            switch (row.state()) {
                case Snapshot.NORMAL -> normal.add(row.formId());
                case Snapshot.DUPLICATE -> {}
                default -> complaints.add("form " + row.formId() + " is in state " + row.state());
            }
            String md5 = Digests.md5(FormXml.write(plan));
            complaints.unless(
                    row.statedMd5().equals(md5) && row.actualMd5().equals(md5),
                    "form " + row.formId() + " holds other bytes than were sent");
        }
        for (String formId : acknowledged) {
            complaints.unless(normal.contains(formId), "acknowledged form " + formId + " is gone");
        }
        for (String formId : normal) {
            complaints.unless(acknowledged.contains(formId), "form " + formId + " is stored, its client still waits");
        }
    }
}
