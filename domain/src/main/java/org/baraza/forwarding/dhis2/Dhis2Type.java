// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.dhis2;

import java.util.Optional;
import org.baraza.forwarding.spi.Answer;
import org.baraza.forwarding.spi.Courier;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Refusal;

/** Forms as events and cases as tracked entities, imported while one waits. */
abstract sealed class Dhis2Type implements ForwarderType permits EventsType, TrackedEntitiesType {
    /** What was sent before is found again by its id and changed. */
    private static final String PATH = "api/tracker?async=false&importStrategy=CREATE_AND_UPDATE&reportMode=ERRORS";

    private final String slug;
    private final String label;
    private final String format;
    private final ForwarderType like;

    /** @param like takes the same changes */
    Dhis2Type(String slug, String label, String format, ForwarderType like) {
        this.slug = slug;
        this.label = label;
        this.format = format;
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
        return format;
    }

    @Override
    public boolean accepts(Occurrence occurrence, ForwarderOptions options) {
        return like.accepts(occurrence, options);
    }

    @Override
    public String url(String connectionUrl, ForwarderOptions options, Payload payload) {
        return ForwarderType.below(connectionUrl, PATH);
    }

    @Override
    public Optional<Refusal> deliver(Courier courier, String url, Payload payload) {
        Answer answer = courier.send("POST", url, payload);
        return answer.refusal(ImportReports.refusal(answer.body()));
    }
}
