// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.baraza.cases.CaseIndex;
import org.baraza.cases.CaseState;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlNames;
import org.baraza.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Cases in the shape of a phone's case database, which is not that of case XML (device protocol: case search).
 *
 * @param projectName for the phone, which may know of several projects
 */
public record CaseResults(String projectName, List<FoundCase> cases) implements XmlWriter.Content {

    @Override
    public void writeTo(XmlWriter xml) throws IOException {
        xml.start("results").attribute("id", "case");
        for (FoundCase found : cases) {
            write(xml, found);
        }
        xml.end();
    }

    private void write(XmlWriter xml, FoundCase found) throws IOException {
        CaseState state = found.state();
        xml.start("case")
                .attribute("case_id", state.caseId())
                .attribute("case_type", state.type())
                .attribute("owner_id", state.ownerId())
                .attribute("status", state.closed() ? "closed" : "open")
                .element("case_name", state.name())
                .element("last_modified", moment(state.modifiedOn()))
                .element("external_id", state.externalId() == null ? "" : state.externalId())
                .element("date_opened", day(state.openedOn()));
        for (var property : new TreeMap<>(state.properties()).entrySet()) {
            if (XmlNames.isName(property.getKey()) && !property.getKey().contains(":")) {
                xml.element(property.getKey(), property.getValue());
            }
        }
        BigDecimal score = found.score();
        if (score != null) {
            xml.element("commcare_search_score", score.toPlainString());
        }
        xml.element("commcare_project", projectName);
        if (found.related()) {
            xml.element("commcare_is_related_case", "true");
        }
        writeIndices(xml, state);
        xml.end();
    }

    private static void writeIndices(XmlWriter xml, CaseState state) throws IOException {
        List<CaseIndex> links = state.liveIndices();
        if (links.isEmpty()) {
            return;
        }
        xml.start("index");
        for (CaseIndex link : links) {
            xml.start(link.identifier())
                    .attribute("case_type", link.caseType())
                    .attribute("relationship", link.relationship().wireName())
                    .text(link.targetId())
                    .end();
        }
        xml.end();
    }

    private static String moment(@Nullable Instant instant) {
        return instant == null ? "" : Timestamps.format(instant);
    }

    private static String day(@Nullable Instant instant) {
        return instant == null
                ? ""
                : LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
