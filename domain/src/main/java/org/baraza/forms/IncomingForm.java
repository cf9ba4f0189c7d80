// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.cases.CaseBlock;
import org.baraza.cases.CaseIndex;
import org.baraza.cases.CaseReport;
import org.baraza.cases.ContentError;
import org.baraza.openrosa.FormMeta;
import org.baraza.sync.PhoneNote;
import org.jspecify.annotations.Nullable;

/**
 * A submission that was read: everything that can be known of it without the database, so that the transaction that
 * stores it is short.
 *
 * @param formId the id it asks for, or one made up for it
 * @param name of the form, from its root attribute; empty where it has none
 * @param appVersion of the application, as far as the form tells
 * @param commCareVersion of the client, as far as the form tells
 * @param md5 digest of the raw XML
 * @param packedXml the raw XML, compressed
 * @param report what it says about cases; nothing when that cannot be applied
 * @param unsigned whether it came from a phone that nobody signed in on
 * @param contentError why its content cannot be applied, as far as that shows without the cases; null otherwise
 */
record IncomingForm(
        String formId,
        String xmlns,
        String name,
        FormMeta meta,
        @Nullable Integer appVersion,
        @Nullable String commCareVersion,
        byte[] md5,
        byte[] packedXml,
        Submission submission,
        CaseReport report,
        @Nullable ContentError contentError,
        boolean unsigned) {

    Optional<ContentError> knownError() {
        return Optional.ofNullable(contentError);
    }

    IncomingForm underNewId() {
        return under(newId());
    }

    IncomingForm under(String id) {
        return with(id, unsigned);
    }

    IncomingForm withoutSignIn() {
        return with(formId, true);
    }

    private IncomingForm with(String id, boolean nobodySignedIn) {
        return new IncomingForm(
                id,
                xmlns,
                name,
                meta,
                appVersion,
                commCareVersion,
                md5,
                packedXml,
                submission,
                report,
                contentError,
                nobodySignedIn);
    }

    /** The sync whose phone knows what the form says; stock is always sent back, so then it is nobody's. */
    @Nullable
    String knownToSync() {
        boolean movesStock = report.cases().values().stream()
                .anyMatch(work -> !work.ledgers().isEmpty());
        return movesStock ? null : submission.envelope().syncToken();
    }

    /** What the phone that sent it is remembered by; empty when it named no sync or has nothing to do with cases. */
    Optional<PhoneNote> phoneNote() {
        return PhoneNote.of(
                submission.envelope().syncToken(),
                formId,
                Stream.of(Optional.ofNullable(submission.envelope().submittedBy()), meta.userId())
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                report);
    }

    Receipt accepted(Set<String> changedCases) {
        boolean fromWebApps = meta.deviceId().filter("Formplayer"::equals).isPresent();
        Receipt.Sender sender = new Receipt.Sender(meta.deviceId().orElse(null), appVersion, commCareVersion);
        return new Receipt.Accepted(formId, changedCases, fromWebApps, sender);
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    Set<String> caseIds() {
        return report.cases().keySet();
    }

    /** Cases that its links point to. */
    Set<String> targets() {
        Set<String> targets = new HashSet<>();
        report.cases().values().forEach(work -> {
            for (CaseBlock block : work.blocks()) {
                block.indices().stream()
                        .filter(CaseIndex::live)
                        .map(CaseIndex::targetId)
                        .forEach(targets::add);
            }
        });
        return targets;
    }
}
