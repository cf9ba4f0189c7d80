// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.baraza.api.isolation.GraphQlProbes.inProject;
import static org.baraza.api.isolation.GraphQlProbes.mutation;
import static org.baraza.api.isolation.Kind.CONNECTION;
import static org.baraza.api.isolation.Kind.FORWARDER;
import static org.baraza.api.isolation.Kind.FORWARDING_RECORD;
import static org.baraza.api.isolation.Kind.FORWARDING_REQUEST;
import static org.baraza.api.isolation.Kind.NEW_CONNECTION;
import static org.baraza.api.isolation.Kind.NEW_FORWARDER;
import static org.baraza.api.isolation.Kind.NEW_SET_ASIDE_CHANGE;
import static org.baraza.api.isolation.Kind.PROJECT;

import java.util.List;

/** Probes of data forwarding. */
final class ForwardingProbes {
    private ForwardingProbes() {}

    static List<Probe> graphQl() {
        return List.of(
                inProject("connection", CONNECTION, "connection(connectionId: $id) { url }"),
                inProject("forwarder", FORWARDER, "forwarder(forwarderId: $id) { type connection { url } }"),
                inProject("forwardingRecord", FORWARDING_RECORD, "forwardingRecord(recordId: $id) { state tries }"),
                inProject("forwardingRecords", PROJECT, "forwardingRecords { nodes { state } totalCount }"),
                inProject("forwardingRecords", FORWARDER, "forwardingRecords(forwarderId: $id) { nodes { state } }"),
                inProject(
                        "forwardingPreview",
                        PROJECT,
                        "forwardingPreview(input: {type: \"AppStructureRepeater\"}) { documents { id } }"),
                inProject("forwardingRequest", FORWARDING_REQUEST, "forwardingRequest(requestId: $id) { method }"),
                inProject("setAsideChanges", PROJECT, "setAsideChanges { nodes { reason } totalCount }"),
                inProject("forwarder", FORWARDER, "forwarder(forwarderId: $id) { health { hours { attempts } } }"),
                mutation(
                        "replayForwarder",
                        FORWARDER,
                        "forwarderId: $id, since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\"",
                        "job { kind }"),
                mutation("retrySetAsideChange", NEW_SET_ASIDE_CHANGE, "changeId: $id", "changeId"),
                mutation("dropSetAsideChange", NEW_SET_ASIDE_CHANGE, "changeId: $id", "changeId"),
                inProject("forwardingRequests", PROJECT, "forwardingRequests { nodes { method } totalCount }"),
                mutation(
                        "createConnection",
                        PROJECT,
                        "name: \"Probe\", url: \"http://clinic.invalid/\", notifyAddresses: [\"a@example.org\"]",
                        "connection { url }"),
                mutation("updateConnection", CONNECTION, "connectionId: $id, name: \"Clinic\"", "connection { name }"),
                mutation("testConnection", CONNECTION, "connectionId: $id", "error"),
                mutation("deleteConnection", NEW_CONNECTION, "connectionId: $id", "connectionId"),
                // The secret itself is made afresh.
                mutation("rotateSigningSecret", CONNECTION, "connectionId: $id", "__typename"),
                mutation(
                        "createForwarder",
                        CONNECTION,
                        "connectionId: $id, type: \"AppStructureRepeater\"",
                        "forwarder { type }"),
                mutation("updateForwarder", FORWARDER, "forwarderId: $id", "forwarder { type }"),
                mutation("setForwarderPaused", FORWARDER, "forwarderId: $id, paused: true", "forwarder { paused }"),
                mutation("deleteForwarder", NEW_FORWARDER, "forwarderId: $id", "forwarderId"),
                mutation("resendForwardingRecord", FORWARDING_RECORD, "recordId: $id", "record { state }"),
                mutation("cancelForwardingRecord", FORWARDING_RECORD, "recordId: $id", "record { state }"),
                mutation("requeueForwardingRecord", FORWARDING_RECORD, "recordId: $id", "record { state }"));
    }
}
