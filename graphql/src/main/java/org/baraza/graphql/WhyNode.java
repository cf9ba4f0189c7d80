// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.identity.ProjectAccess;
import org.baraza.sync.CaseExplanation;
import org.baraza.sync.WhyOnPhone;

/** Why a case is on a worker's phone, or is not. */
record WhyNode(ProjectAccess access, WhyOnPhone why) {

    /** Whose phone and which case. */
    record WhyKey(ProjectAccess access, String userId, String caseId) implements InProject {}

    private record SameWorker(ProjectAccess access, String userId) {}

    /** The cases of one worker together, because her part of the graph is what costs. */
    static Map<WhyKey, WhyNode> load(Set<WhyKey> keys, CaseExplanation explanation) {
        return Batch.by(keys, key -> new SameWorker(key.access, key.userId), (access, same) -> {
            Map<String, WhyOnPhone> answers =
                    explanation.explain(access, same.getFirst().userId, Batch.ids(same, WhyKey::caseId));
            Map<WhyKey, WhyNode> nodes = new LinkedHashMap<>();
            Batch.joined(same, WhyKey::caseId, answers, (key, why) -> nodes.put(key, new WhyNode(access, why)));
            return nodes;
        });
    }

    public boolean belongs() {
        return why.reason().belongs();
    }

    public WhyOnPhone.Reason reason() {
        return why.reason();
    }

    public List<StepOnPhone> chain() {
        return why.chain().stream().map(step -> new StepOnPhone(access, step)).toList();
    }

    public List<PhoneOfCase> phones() {
        return PhoneOfCase.all(why.phones());
    }

    /** One case of the chain. */
    record StepOnPhone(ProjectAccess access, WhyOnPhone.Step step) {
        public String caseId() {
            return step.caseId();
        }

        public String ownerId() {
            return step.ownerId();
        }

        public boolean closed() {
            return step.closed();
        }

        public WhyOnPhone.Reason reason() {
            return step.reason();
        }
    }

    /** A phone of hers, as it was told last. */
    record PhoneOfCase(Optional<String> deviceId, Instant syncedOn, boolean holds) {
        static List<PhoneOfCase> all(List<WhyOnPhone.Phone> phones) {
            return phones.stream()
                    .map(phone -> new PhoneOfCase(phone.deviceId(), phone.syncedOn(), phone.holds()))
                    .toList();
        }
    }
}
