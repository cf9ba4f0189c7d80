// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

/** Something that happened and may be forwarded. */
public sealed interface Occurrence {

    /** Id of the document that is sent. */
    String payloadId();

    /**
     * A form was received or edited.
     *
     * @param userId who filled it in; empty where it does not say
     */
    record FormArrived(String payloadId, String xmlns, String userId) implements Occurrence {}

    /**
     * A case was changed.
     *
     * @param userId who changed it last
     * @param first whether the form that did so is the first that the case knows
     */
    record CaseChanged(String payloadId, String type, String userId, boolean first) implements Occurrence {}

    /** An app was saved or built. */
    record AppSaved(String payloadId) implements Occurrence {}

    /** A mobile worker was saved. */
    record UserSaved(String payloadId) implements Occurrence {}

    /** A location was saved. */
    record LocationSaved(String payloadId) implements Occurrence {}
}
