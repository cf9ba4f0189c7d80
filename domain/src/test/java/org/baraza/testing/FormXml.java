// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.util.ArrayList;
import java.util.List;

/** Writes forms for tests. */
public final class FormXml {
    private final String formId;
    private final String xmlns;
    private final String userId;
    private final List<String> blocks = new ArrayList<>();

    private FormXml(String formId, String xmlns, String userId) {
        this.formId = formId;
        this.xmlns = xmlns;
        this.userId = userId;
    }

    /** A visit by a user. */
    public static FormXml visit(String formId, String userId) {
        return new FormXml(formId, "http://example.org/visit", userId);
    }

    /** The same, of another kind. */
    public FormXml ofKind(String namespace) {
        var other = new FormXml(formId, namespace, userId);
        other.blocks.addAll(blocks);
        return other;
    }

    /** Makes a case. */
    public FormXml creates(String caseId, String type, String name, String owner) {
        return block(
                caseId,
                "<create><case_type>%s</case_type><case_name>%s</case_name><owner_id>%s</owner_id></create>"
                        .formatted(type, name, owner));
    }

    /** Sets a value of a case. */
    public FormXml updates(String caseId, String name, String value) {
        return block(caseId, "<update><%s>%s</%s></update>".formatted(name, value, name));
    }

    /** Links a case to another. */
    public FormXml links(String caseId, String identifier, String type, String target) {
        return block(
                caseId, "<index><%s case_type=\"%s\">%s</%s></index>".formatted(identifier, type, target, identifier));
    }

    public FormXml closes(String caseId) {
        return block(caseId, "<close/>");
    }

    /** Sets the stock of a case. */
    public FormXml stocks(String caseId, String product, int quantity) {
        blocks.add("""
                <l:balance xmlns:l="http://commcarehq.org/ledger/v1" entity-id="%s" date="2026-03-01" section-id="stock">
                <l:entry id="%s" quantity="%d"/></l:balance>
                """.formatted(caseId, product, quantity));
        return this;
    }

    /** Any content beside the case blocks. */
    public FormXml says(String xml) {
        blocks.add(xml);
        return this;
    }

    private FormXml block(String caseId, String content) {
        blocks.add("""
                <n%d><case xmlns="http://commcarehq.org/case/transaction/v2" case_id="%s" user_id="%s"
                date_modified="2026-03-01T08:00:00.000Z">%s</case></n%d>
                """.formatted(blocks.size(), caseId, userId, content, blocks.size()));
        return this;
    }

    public String text() {
        return """
                <?xml version="1.0"?>
                <data xmlns="%s" name="Visit">%s
                <meta><deviceID>device</deviceID><timeStart>2026-03-01T07:50:00Z</timeStart>
                <timeEnd>2026-03-01T08:00:00Z</timeEnd><username>amina</username><userID>%s</userID>
                <instanceID>%s</instanceID></meta></data>
                """.formatted(xmlns, String.join("", blocks), userId, formId);
    }
}
