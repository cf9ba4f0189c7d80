// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a case as devices must be given it (device protocol: case element). One such writer serves one payload.
 *
 * <p>What a device would refuse, with the whole payload, is put right here: texts that are too long for it are cut, an
 * owner is always named, links that it must not see come empty.
 */
final class CaseElement {
    private static final String NAMESPACE = "http://commcarehq.org/case/transaction/v2";
    /** Most characters, as Java counts them, that a device stores of type, name, owner and external id. */
    private static final int LONGEST = 255;
    /** Owns for nobody. */
    private static final String NOBODY = "-";

    private final XmlWriter out;
    private final CaseJsonReader json = new CaseJsonReader();
    private final boolean withRemovedLinks;

    /** @param withRemovedLinks whether the device may hold cases from an earlier sync, and links that are gone since */
    CaseElement(XmlWriter out, boolean withRemovedLinks) {
        this.out = out;
        this.withRemovedLinks = withRemovedLinks;
    }

    void write(CaseRow row, Set<String> hiddenLinks) throws IOException {
        out.start("case")
                .attribute("xmlns", NAMESPACE)
                .attribute("case_id", row.caseId())
                .attribute("user_id", orEmpty(row.modifiedBy()))
                .attribute("date_modified", Timestamps.format(row.modifiedOn()));
        writeCreate(row);
        writeUpdate(row);
        writeIndex(row, hiddenLinks);
        if (row.closed()) {
            out.start("close").end();
        }
        out.end();
    }

    private void writeCreate(CaseRow row) throws IOException {
        out.start("create")
                .element("case_type", cut(row.type()))
                .element("case_name", cut(row.name()))
                .element("owner_id", cut(owner(row)))
                .end();
    }

    private static String owner(CaseRow row) {
        if (!row.ownerId().isEmpty()) {
            return row.ownerId();
        }
        String modifiedBy = orEmpty(row.modifiedBy());
        return modifiedBy.isEmpty() ? NOBODY : modifiedBy;
    }

    private void writeUpdate(CaseRow row) throws IOException {
        out.start("update");
        String externalId = orEmpty(row.externalId());
        if (!externalId.isEmpty()) {
            out.element("external_id", cut(externalId));
        }
        if (row.openedOn() != null) {
            // With a time of day the device would store nothing.
            out.element(
                    "date_opened",
                    LocalDate.ofInstant(row.openedOn(), ZoneOffset.UTC).toString());
        }
        json.properties(row.properties(), out::element);
        out.end();
    }

    private void writeIndex(CaseRow row, Set<String> hidden) throws IOException {
        boolean started = false;
        for (var link : json.links(row.indices())) {
            boolean removed = link.target().isEmpty();
            if (removed && !withRemovedLinks) {
                continue;
            }
            if (!started) {
                out.start("index");
                started = true;
            }
            out.start(link.name()).attribute("case_type", link.caseType());
            if (!removed && !hidden.contains(link.name())) {
                out.attribute("relationship", link.relationship()).text(link.target());
            }
            out.end();
        }
        if (started) {
            out.end();
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }
}
