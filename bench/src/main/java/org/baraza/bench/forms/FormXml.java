// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.baraza.bench.forms.PlannedForm.Transfer;

/** Writes a planned form as the XML that a phone sends. */
public final class FormXml {
    public static final String XMLNS = "http://openrosa.org/formdesigner/5B0A7C1E-home-visit";
    public static final String SECTION = "stock";

    private static final String HEAD = "<?xml version='1.0' ?><data uiVersion=\"1\" version=\"12\" name=\"Home visit\""
            + " xmlns:jrm=\"http://dev.commcarehq.org/jr/xforms\" xmlns=\"" + XMLNS + "\">";
    private static final String ANSWERS = "<visit><present>yes</present><respondent>mother</respondent>"
            + "<household_size>6</household_size><water>borehole</water><nets>2</nets>"
            + "<danger_signs>none</danger_signs><next_visit>2026-04-02</next_visit>"
            + "<gps>-6.8235 39.2695 12.0 5.0</gps><remarks>Discussed feeding and clean water; the family will"
            + " come to the clinic on market day for the second dose.</remarks></visit>";

    private FormXml() {}

    public static byte[] write(PlannedForm form) {
        StringBuilder xml = new StringBuilder(2200).append(HEAD).append(ANSWERS);
        int group = 0;
        for (Block block : form.blocks()) {
            xml.append("<g").append(group).append('>');
            block(xml, block, form);
            xml.append("</g").append(group++).append('>');
        }
        form.transfers().forEach(transfer -> transfer(xml, transfer, form.date()));
        if (form.hasAttachment()) {
            xml.append("<photo>").append(PlannedForm.PHOTO).append("</photo>");
        }
        meta(xml, form);
        return xml.append("</data>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void block(StringBuilder xml, Block block, PlannedForm form) {
        xml.append("<case case_id=\"")
                .append(block.caseId())
                .append("\" date_modified=\"")
                .append(time(form.date()))
                .append("\" user_id=\"")
                .append(form.worker().userId())
                .append("\" xmlns=\"http://commcarehq.org/case/transaction/v2\">");
        block.creates().ifPresent(create -> {
            xml.append("<create>");
            element(xml, "case_type", create.type());
            element(xml, "case_name", create.name());
            element(xml, "owner_id", create.owner());
            xml.append("</create>");
        });
        if (!block.properties().isEmpty()) {
            xml.append("<update>");
            block.properties().forEach((name, value) -> element(xml, name, value));
            xml.append("</update>");
        }
        if (!block.links().isEmpty()) {
            xml.append("<index>");
            block.links().forEach(link -> link(xml, link));
            xml.append("</index>");
        }
        xml.append(block.close() ? "<close/></case>" : "</case>");
    }

    private static void link(StringBuilder xml, Block.Link link) {
        xml.append('<')
                .append(link.name())
                .append(" case_type=\"")
                .append(link.targetType())
                .append("\" relationship=\"")
                .append(link.relationship())
                .append("\">")
                .append(link.targetId())
                .append("</")
                .append(link.name())
                .append('>');
    }

    private static void transfer(StringBuilder xml, Transfer transfer, Instant date) {
        xml.append("<transfer xmlns=\"http://commcarehq.org/ledger/v1\" dest=\"")
                .append(transfer.caseId())
                .append("\" date=\"")
                .append(time(date))
                .append("\" section-id=\"" + SECTION + "\"><entry id=\"")
                .append(transfer.product())
                .append("\" quantity=\"")
                .append(transfer.quantity())
                .append("\"/></transfer>");
    }

    private static void meta(StringBuilder xml, PlannedForm form) {
        xml.append("<n0:meta xmlns:n0=\"http://openrosa.org/jr/xforms\"><n0:deviceID>commcare_5f1c2d7e</n0:deviceID>");
        element(xml, "n0:timeStart", time(form.date().minusSeconds(420)));
        element(xml, "n0:timeEnd", time(form.date()));
        element(xml, "n0:username", form.worker().username());
        element(xml, "n0:userID", form.worker().userId());
        element(xml, "n0:instanceID", form.id());
        xml.append(
                "<n1:appVersion xmlns:n1=\"http://commcarehq.org/xforms\">CommCare Android, version \"2.53.1\"(464694)."
                        + " App v12. CommCare Version 2.53.1. Build 464694</n1:appVersion><n0:drift>0</n0:drift></n0:meta>");
    }

    /** As phones write times: milliseconds and the offset. */
    static String time(Instant instant) {
        String text = instant.toString();
        String withMillis = text.contains(".") ? text : text.replace("Z", ".000Z");
        return withMillis.replace("Z", "+00:00");
    }

    private static void element(StringBuilder xml, String name, String value) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(value)
                .append("</")
                .append(name)
                .append('>');
    }
}
