// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.openmrs;

import java.util.Optional;
import org.baraza.forwarding.spi.Courier;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Refusal;
import org.baraza.forwarding.types.FormType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Forms as patients and encounters: the patient is looked for and made where there is none, then the encounter is made. */
public final class OpenmrsType implements ForwarderType {
    static final String SLUG = "OpenmrsRepeater";

    private final ForwarderType like = new FormType();

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "Forward to OpenMRS";
    }

    @Override
    public String usualFormat() {
        return OpenmrsMapping.SLUG;
    }

    @Override
    public boolean accepts(Occurrence occurrence, ForwarderOptions options) {
        return like.accepts(occurrence, options);
    }

    @Override
    public String url(String connectionUrl, ForwarderOptions options, Payload payload) {
        return ForwarderType.below(connectionUrl, "ws/rest/v1/");
    }

    @Override
    public Optional<Refusal> deliver(Courier courier, String url, Payload payload) {
        return new Visit(courier, url)
                .make((ObjectNode) JsonMapper.shared().readTree(payload.body()))
                .map(reason -> new Refusal(reason, false));
    }
}
