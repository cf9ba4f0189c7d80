// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baraza.bench.forwarding.Receiver.Taken;
import org.junit.jupiter.api.Test;

class DeliveryJudgeTest {
    private final List<Taken> taken = new ArrayList<>();
    private final Map<String, String> casesByForm = new HashMap<>();

    @Test
    void whatASoundServerSendsIsAcceptedAndSoIsWhatComesTwiceBecauseItsAnswerWasLost() {
        visit("amina", 1);
        visit("amina", 2);
        visit("juma", 1);
        taken.add(new Taken("cases", "case-of-form-1", "amina", 2, taken.size()));

        assertThat(DeliveryJudge.complaints(taken, casesByForm)).isEmpty();
    }

    @Test
    void everyFaultIsNoticed() {
        visit("amina", 1);
        visit("amina", 2);
        visit("juma", 1);

        assertThat(DeliveryMutants.unnoticed(taken, casesByForm, 7)).isEmpty();
    }

    @Test
    void everyFaultIsNoticedWhenTheCaseThatWentFurthestCameInItsLastStateAlone() {
        visit("amina", 3);
        visit("amina", 3);
        visit("amina", 3);
        visit("juma", 1);
        visit("juma", 2);

        assertThat(DeliveryJudge.complaints(taken, casesByForm)).isEmpty();
        assertThat(DeliveryMutants.unnoticed(taken, casesByForm, 7)).isEmpty();
    }

    /** A form and the change of its case arrive, the case as it was when the change was sent. */
    private void visit(String caseId, int step) {
        String form = "form-" + casesByForm.size();
        casesByForm.put(form, caseId);
        taken.add(new Taken("forms", "of-" + form, form, 0, taken.size()));
        taken.add(new Taken("cases", "case-of-" + form, caseId, step, taken.size()));
    }
}
