// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.bench.forwarding.Receiver.Taken;

/** What must be true of what another system took, given what phones were told. */
final class DeliveryJudge {
    private static final int SHOWN = 5;

    private DeliveryJudge() {}

    /**
     * What is wrong.
     *
     * @param taken what the other system took, in its order
     * @param casesByForm the case of each form that was acknowledged
     */
    static List<String> complaints(List<Taken> taken, Map<String, String> casesByForm) {
        List<String> complaints = new ArrayList<>();
        Map<String, Set<String>> forms = new HashMap<>();
        Map<String, Integer> lastSteps = new HashMap<>();
        Map<String, Set<String>> cases = new LinkedHashMap<>();
        Map<String, String> documents = new HashMap<>();
        for (Taken one : taken) {
            String before = documents.putIfAbsent(one.deliveryId(), one.place() + one.document());
            if (before != null && !before.equals(one.place() + one.document())) {
                complaints.add("delivery " + one.deliveryId() + " is of two documents");
            }
            if (one.place().equals("forms")) {
                forms.computeIfAbsent(one.document(), form -> new HashSet<>()).add(one.deliveryId());
            } else {
                cases.computeIfAbsent(one.document(), caseId -> new HashSet<>()).add(one.deliveryId());
                int last = lastSteps.getOrDefault(one.document(), 0);
                if (one.step() < last) {
                    complaints.add("case " + one.document() + " went back from step " + last + " to " + one.step());
                }
                lastSteps.put(one.document(), one.step());
            }
        }
        Map<String, Integer> changes = new HashMap<>();
        casesByForm.forEach((form, caseId) -> {
            changes.merge(caseId, 1, Integer::sum);
            int ids = forms.getOrDefault(form, Set.of()).size();
            if (ids != 1) {
                complaints.add("form " + form + " came under " + ids + " delivery ids");
            }
        });
        changes.forEach((caseId, count) -> {
            int ids = cases.getOrDefault(caseId, Set.of()).size();
            if (ids != count) {
                complaints.add("case " + caseId + " changed " + count + " times and came under " + ids + " ids");
            }
            if (lastSteps.getOrDefault(caseId, 0) < count) {
                complaints.add("the last state of case " + caseId + " never came");
            }
        });
        forms.keySet().stream()
                .filter(form -> !casesByForm.containsKey(form))
                .forEach(form -> complaints.add("form " + form + " came and nobody was told that it was taken"));
        return complaints;
    }

    static String shown(List<String> complaints) {
        return String.join("; ", complaints.subList(0, Math.min(SHOWN, complaints.size())))
                + (complaints.size() > SHOWN ? " and " + (complaints.size() - SHOWN) + " more" : "");
    }
}
