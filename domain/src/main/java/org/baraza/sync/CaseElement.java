// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
    static final String NOBODY = "-";

    private final XmlWriter out;
    private final CaseJsonReader json = new CaseJsonReader();
    private final List<CaseJsonReader.Link> shown = new ArrayList<>();

    CaseElement(XmlWriter out) {
        this.out = out;
    }

    /** Writes a case that the phone does not have. */
    void create(CaseRow row, Set<String> hiddenLinks) throws IOException {
        start(row);
        out.start("create");
        writeIdentity(row, ownerOf(row));
        out.end();
        out.start("update");
        writeValues(row);
        out.end();
        writeIndex(row, hiddenLinks, false);
        end(row.closed());
    }

    /** Writes a case that the phone has: what it has no more is named too, so that the phone drops it. */
    void update(CaseRow row, Set<String> hiddenLinks) throws IOException {
        start(row);
        out.start("update");
        writeIdentity(row, ownerOf(row));
        writeValues(row);
        writeFormer(row);
        out.end();
        writeIndex(row, hiddenLinks, true);
        end(row.closed());
    }

    /** Takes a case from the phone that is deleted here: closed and nobody's, it goes when the phone purges. */
    void tombstone(CaseRow row) throws IOException {
        start(row);
        out.start("update");
        writeIdentity(row, NOBODY);
        out.end();
        end(true);
    }

    private void start(CaseRow row) throws IOException {
        shown.clear();
        out.start("case")
                .attribute("xmlns", NAMESPACE)
                .attribute("case_id", row.caseId())
                .attribute("user_id", orEmpty(row.modifiedBy()))
                .attribute("date_modified", Timestamps.format(row.modifiedOn()));
    }

    private void writeIdentity(CaseRow row, String owner) throws IOException {
        out.element("case_type", cut(row.type()))
                .element("case_name", cut(row.name()))
                .element("owner_id", owner);
    }

    private void end(boolean closed) throws IOException {
        if (closed) {
            out.start("close").end();
        }
        out.end();
    }

    /** Who owns the case, as devices are told. */
    static String ownerOf(CaseRow row) {
        if (!row.ownerId().isEmpty()) {
            return cut(row.ownerId());
        }
        String modifiedBy = orEmpty(row.modifiedBy());
        return modifiedBy.isEmpty() ? NOBODY : cut(modifiedBy);
    }

    /** The links that the case written last was shown with. */
    List<CaseJsonReader.Link> shown() {
        return shown;
    }

    private void writeValues(CaseRow row) throws IOException {
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
    }

    private void writeFormer(CaseRow row) throws IOException {
        for (String name : row.formerProperties()) {
            if (CaseJsonReader.canBeElement(name) || name.equals("external_id")) {
                out.element(name, "");
            }
        }
    }

    private void writeIndex(CaseRow row, Set<String> hidden, boolean withRemovedLinks) throws IOException {
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
                shown.add(link);
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
