// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.SequencedMap;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlWriter;

/** Forms as a phone of the demo programme would send them. */
final class DemoForms {
    private static final String CASE = "http://commcarehq.org/case/transaction/v2";
    private static final String META = "http://openrosa.org/jr/xforms";
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
            beginCase(xml, visit, opened.caseId());
            xml.start("create")
                    .element("case_type", opened.type())
                    .element("case_name", opened.name())
                    .element("owner_id", visit.userId())
                    .end();
            update(xml, opened.properties());
            if (!opened.parent().isEmpty()) {
                xml.start("index")
                        .start("parent")
                        .attribute("case_type", "household")
                        .text(opened.parent())
                        .end()
                        .end();
            }
            xml.end();
            end(xml, visit);
        });
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
            beginCase(xml, visit, caseId);
            update(xml, answers);
            if (closes) {
                xml.start("close").end();
            }
            xml.end();
            end(xml, visit);
        });
    }

    private static void begin(XmlWriter xml, String form, String title) throws IOException {
        xml.start("data")
                .attribute("xmlns", FORMS + form)
                .attribute("uiVersion", "1")
                .attribute("version", "3")
                .attribute("name", title);
    }

    private static void beginCase(XmlWriter xml, Visit visit, String caseId) throws IOException {
        xml.start("case")
                .attribute("xmlns", CASE)
                .attribute("case_id", caseId)
                .attribute("user_id", visit.userId())
                .attribute("date_modified", Timestamps.format(visit.at()));
    }

    private static void update(XmlWriter xml, SequencedMap<String, String> values) throws IOException {
        xml.start("update");
        for (Map.Entry<String, String> value : values.entrySet()) {
            xml.element(value.getKey(), value.getValue());
        }
        xml.end();
    }

    private static void end(XmlWriter xml, Visit visit) throws IOException {
        xml.start("meta")
                .attribute("xmlns", META)
                .element("deviceID", "demo-phone-" + visit.username())
                .element("timeStart", Timestamps.format(visit.at().minusSeconds(420)))
                .element("timeEnd", Timestamps.format(visit.at()))
                .element("username", visit.username())
                .element("userID", visit.userId())
                .element("instanceID", visit.formId())
                .end();
        xml.end();
    }
}
