// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.fhir;

import java.util.Optional;
import org.baraza.forwarding.spi.Answer;
import org.baraza.forwarding.spi.Courier;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Refusal;
import org.baraza.forwarding.types.CaseType;

/** Cases as resources of a FHIR R4 server. */
public final class FhirType implements ForwarderType {
    static final String SLUG = "FHIRRepeater";

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "Forward Cases to a FHIR API";
    }

    @Override
    public String usualFormat() {
        return FhirMapping.SLUG;
    }

    @Override
    public boolean accepts(Occurrence occurrence, ForwarderOptions options) {
        return CaseType.ALL.accepts(occurrence, options);
    }

    @Override
    public Optional<Refusal> deliver(Courier courier, String url, Payload payload) {
        Answer answer = courier.send("POST", url, payload);
        return answer.refusal(BundleAnswers.refusal(answer.body()));
    }
}
