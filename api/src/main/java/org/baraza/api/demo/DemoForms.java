// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.SequencedMap;
import org.baraza.cases.CaseChange;
import org.baraza.cases.Relationship;
import org.baraza.openrosa.MetaBlock;
import org.baraza.xml.XmlWriter;

/** Forms as a phone of the demo programme would send them. */
final class DemoForms {
    private static final String FORMS = "http://baraza.example/demo/";

    private DemoForms() {}

    /** Who fills in a form, and when. */
    record Visit(String formId, String userId, String username, Instant at) {}

    /**
     * A case that a form opens.
     *
     * @param parent household it belongs to; empty for a household
     */
    record NewCase(String caseId, String type, String name, String parent, SequencedMap<String, String> properties) {}

    static byte[] registration(Visit visit, String title, NewCase opened) {
        return XmlWriter.bytes(xml -> {
            begin(xml, "register-" + opened.type(), title);
            for (Map.Entry<String, String> answer : opened.properties().entrySet()) {
                xml.element(answer.getKey(), answer.getValue());
            }
            end(xml, visit, change(visit, opened));
        });
    }

    private static CaseChange change(Visit visit, NewCase opened) {
        CaseChange change = CaseChange.create(opened.caseId(), opened.type(), opened.name(), visit.userId())
                .set(opened.properties());
        return opened.parent().isEmpty()
                ? change
                : change.link("parent", "household", opened.parent(), Relationship.CHILD);
    }

    static byte[] visit(
            Visit visit, String title, String caseId, SequencedMap<String, String> answers, boolean closes) {
        return XmlWriter.bytes(xml -> {
            begin(xml, "visit", title);
            xml.start("findings");
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                xml.element(answer.getKey(), answer.getValue());
            }
            xml.end();
            CaseChange change = CaseChange.update(caseId).set(answers);
            end(xml, visit, closes ? change.closing() : change);
        });
    }

    private static void begin(XmlWriter xml, String form, String title) throws IOException {
        xml.start("data")
                .attribute("xmlns", FORMS + form)
                .attribute("uiVersion", "1")
                .attribute("version", "3")
                .attribute("name", title);
    }

    private static void end(XmlWriter xml, Visit visit, CaseChange change) throws IOException {
        change.writeTo(xml, visit.userId(), visit.at());
        new MetaBlock(
                        visit.formId(),
                        visit.userId(),
                        visit.username(),
                        "demo-phone-" + visit.username(),
                        visit.at().minusSeconds(420),
                        visit.at())
                .writeTo(xml);
        xml.end();
    }
}
