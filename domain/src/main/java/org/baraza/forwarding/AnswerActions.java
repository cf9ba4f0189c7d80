// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.baraza.casework.CaseRows;
import org.baraza.casework.CaseUpdates;
import org.baraza.casework.CasesChanged;
import org.baraza.casework.FormRefused;
import org.baraza.forms.Forms;
import org.baraza.forms.ServerForm;
import org.baraza.forwarding.Payloads.Making;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.wire.WireAnswer;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Outage;
import org.baraza.problem.Refused;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes cases as a forwarder says that an answer asks for (data forwarding: forwarder record): all of what one answer asks for
 * is one form, or nothing. Whatever goes wrong, the delivery stays what it is.
 */
public final class AnswerActions {
    /** Kind of work of these forms. */
    static final String XMLNS = "http://commcarehq.org/data_forwarding/response";

    private static final String TITLE = "Data Forwarding Response";
    private static final String NOT_CHANGED = "The answer changed no cases: ";
    /** For which other scripts of the project may be in the way. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Payloads payloads;
    private final ServerAccess access;
    private final CaseUpdates updates;
    private final Forms forms;

    public AnswerActions(Payloads payloads, ServerAccess access, CaseUpdates updates, Forms forms) {
        this.payloads = payloads;
        this.access = access;
        this.updates = updates;
        this.forms = forms;
    }

    /** What stands where phones put their device, in forms that a forwarder makes. */
    static String device(Forwarder forwarder) {
        return forwarder.type() + ":" + forwarder.forwarderId();
    }

    /**
     * Does it once for each attempt, also when somebody died before the attempt was noted. Throws when that is for now only: then the
     * attempt must not be noted.
     *
     * @param record as it stood before the attempt
     * @param success whether the delivery was taken
     * @return what went wrong, for people
     */
    Optional<String> after(Forwarder forwarder, ForwardingRecord record, boolean success, WireAnswer.Answered answer) {
        if (!payloads.hearsAnswers(forwarder.recipe())) {
            return Optional.empty();
        }
        try {
            String formId = formId(record);
            ProjectAccess server = access.here();
            return forms.find(server, List.of(formId)).isEmpty()
                    ? changed(server, forwarder, formId, making(forwarder, record, success, answer))
                    : Optional.empty();
        } catch (Refused e) {
            return Optional.of(NOT_CHANGED + e.problem().message());
        } catch (RuntimeException e) {
            if (Outage.isPassing(e)) {
                throw e;
            }
            return Optional.of(NOT_CHANGED + e.getClass().getSimpleName());
        }
    }

    /** The same for the same attempt; the next one knows when this one was. */
    private static String formId(ForwardingRecord record) {
        String attempt = record.recordId() + "/"
                + record.standing().lastAttemptAt().map(Object::toString).orElse("");
        return UUID.nameUUIDFromBytes(attempt.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Making making(Forwarder forwarder, ForwardingRecord record, boolean success, WireAnswer.Answered answer) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Making making = payloads.answered(forwarder.recipe(), record.payloadId(), success, answer);
        while (making instanceof Making.Later && System.nanoTime() < end && isAwake()) {
            making = payloads.answered(forwarder.recipe(), record.payloadId(), success, answer);
        }
        return making;
    }

    private static boolean isAwake() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<String> changed(ProjectAccess server, Forwarder forwarder, String formId, Making making) {
        return switch (making) {
            case Making.Made(Payload rows) ->
                rows.isNothing() ? Optional.empty() : changed(server, forwarder, formId, rows);
            case Making.Failed(String reason) -> Optional.of(NOT_CHANGED + reason);
            case Making.Gone _, Making.Later _ ->
                Optional.of(NOT_CHANGED + "other scripts of the project took too long.");
        };
    }

    private Optional<String> changed(ProjectAccess server, Forwarder forwarder, String formId, Payload rows) {
        return switch (updates.all(
                server,
                CaseRows.rows(JsonMapper.shared().readTree(rows.body())),
                changes -> ServerForm.of(ServerForm.User.SYSTEM, XMLNS, TITLE, device(forwarder), changes)
                        .withId(formId))) {
            case CasesChanged _ -> Optional.empty();
            case FormRefused refused ->
                Optional.of(NOT_CHANGED + refused.error().problem());
        };
    }
}
