// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baraza.cases.CaseChange;
import org.baraza.cases.ContentError;
import org.baraza.forms.Submission.Envelope;
import org.baraza.openrosa.MetaBlock;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.xml.XmlWriter;

/**
 * Writes the forms that the server makes itself and hands them to the intake: everything that changes a case is a form, so
 * that there is one history, one rebuild rule and one feed (device protocol: special forms).
 *
 * <p>Whether the caller may change these cases is the caller's question. A form is a transaction of its own: it is durable
 * when {@link #submit} returns, so do not ask from within another one.
 */
public final class ServerForms {
    private final FormIntake intake;
    private final Clock clock;

    public ServerForms(FormIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Takes in a form for the project in scope.
     *
     * @throws Refused when its content breaks a rule of cases; nothing of it took effect
     */
    public Receipt submit(ServerForm form) {
        return accepted(intake.receive(submission(form)));
    }

    /**
     * As {@link #submit(ServerForm)}, for whoever has words of her own for content that breaks a rule: what is wrong, while the
     * form is kept with it and nothing of it took effect; empty when it did.
     */
    public Optional<ContentError> offer(ServerForm form) {
        Receipt receipt = intake.receive(submission(form));
        if (receipt instanceof Receipt.ContentRefused refused) {
            return Optional.of(refused.error());
        }
        accepted(receipt);
        return Optional.empty();
    }

    /**
     * Makes ready for forms amid transactions of the project in scope. Call it before the transaction.
     *
     * @param newCases how many cases they may make, tries that fail included
     */
    public void reserve(int newCases) {
        intake.reserve(newCases);
    }

    /**
     * As {@link #submit(ServerForm)}, amid a transaction of a caller who counts in it what was done; durable with it. Do it in a
     * part of the transaction, which ends with the refusal.
     */
    public Receipt submit(Tx tx, ServerForm form) {
        return accepted(intake.receiveAmid(tx, submission(form)));
    }

    private Submission submission(ServerForm form) {
        Instant now = clock.instant();
        return new Submission(xml(form, now), now, envelope(form), List.of());
    }

    /** The receipt, or the refusal that stands in it. */
    static Receipt accepted(Receipt receipt) {
        return switch (receipt) {
            case Receipt.ContentRefused refused -> throw new Refused(problem(refused.error()));
            case Receipt.Unreadable unreadable -> throw new IllegalStateException(unreadable.reason());
            case Receipt.Accepted _, Receipt.AlreadyReceived _, Receipt.DeviceReport _ -> receipt;
        };
    }

    /** What is wrong with content, for whoever has no words of her own for it. */
    public static Problem problem(ContentError error) {
        String code = error.name().name().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return Problem.Invalid.field("cases", code, error.detail());
    }

    private static Envelope envelope(ServerForm form) {
        String asked = form.submittedBy();
        return new Envelope(
                "",
                null,
                null,
                null,
                form.syncToken(),
                null,
                null,
                asked == null ? form.user().userId() : asked);
    }

    private static byte[] xml(ServerForm form, Instant now) {
        ServerForm.User user = form.user();
        return XmlWriter.bytes(xml -> {
            xml.start("data").attribute("xmlns", form.xmlns()).attribute("name", form.title());
            for (CaseChange change : form.cases()) {
                change.writeTo(xml, user.userId(), now);
            }
            new MetaBlock(form.formId(), user.userId(), user.username(), form.madeBy(), now, now).writeTo(xml);
            xml.end();
        });
    }
}
