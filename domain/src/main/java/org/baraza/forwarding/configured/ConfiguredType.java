// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.configured;

import java.util.Optional;
import org.baraza.forwarding.spi.Answer;
import org.baraza.forwarding.spi.Courier;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Refusal;
import org.baraza.forwarding.types.CaseType;
import org.baraza.forwarding.types.FormType;

/** Forms and cases that an expression makes a payload of (spec/22 section 2). */
public enum ConfiguredType implements ForwarderType {
    FORMS("FormExpressionRepeater", "Configurable Form Repeater", new FormType()),
    CASES("CaseExpressionRepeater", "Configurable Case Repeater", CaseType.ALL),
    ARCGIS("ArcGISFormExpressionRepeater", "Configurable ArcGIS Form Repeater", new FormType());

    /** What of a payload is appended to the address. */
    static final String URL = "url";

    private final String slug;
    private final String label;
    private final ForwarderType like;

    ConfiguredType(String slug, String label, ForwarderType like) {
        this.slug = slug;
        this.label = label;
        this.like = like;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String usualFormat() {
        return ConfiguredPayload.SLUG;
    }

    @Override
    public boolean accepts(Occurrence occurrence, ForwarderOptions options) {
        return like.accepts(occurrence, options);
    }

    @Override
    public String url(String connectionUrl, ForwarderOptions options, Payload payload) {
        return connectionUrl + payload.parameters().getOrDefault(URL, "");
    }

    @Override
    public Optional<Refusal> deliver(Courier courier, String url, Payload payload) {
        Answer answer = courier.send(courier.method(), url, payload);
        return this == ARCGIS && answer.isGood() ? ArcGisErrors.refusal(answer.body()) : Optional.empty();
    }
}
