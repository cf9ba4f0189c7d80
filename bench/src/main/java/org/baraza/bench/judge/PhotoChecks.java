// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.judge.Snapshot.PhotoRow;

/** Every photo of an acknowledged form has its row, and its bytes are in the folder. */
final class PhotoChecks {
    private PhotoChecks() {}

    static void check(Snapshot stored, Promised promised, Complaints complaints) {
        Map<String, PhotoRow> rows = new HashMap<>();
        for (PhotoRow row : stored.photos()) {
            rows.put(row.formId(), row);
        }
        for (String formId : promised.acknowledgedIds()) {
            PlannedForm plan = promised.plans().get(formId);
            if (plan != null && plan.hasAttachment()) {
                PhotoRow row = rows.get(formId);
                complaints.unless(
                        row != null && holds(row, plan, promised),
                        "the photo of form " + formId + " is not as it was sent");
            }
        }
    }

    private static boolean holds(PhotoRow row, PlannedForm plan, Promised promised) {
        try {
            byte[] bytes = Files.readAllBytes(promised.projectBlobs().resolve(row.blobKey()));
            return row.name().equals(PlannedForm.PHOTO)
                    && row.length() == plan.attachment().length
                    && Arrays.equals(bytes, plan.attachment());
        } catch (IOException missing) {
            return false;
        }
    }
}
