// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import java.util.List;

/** Writes a form as the phone sends it: its blocks, and who filled it in. */
public final class FormXml {
    private FormXml() {}

    public static String of(String formId, String userId, List<Block> blocks) {
        StringBuilder xml = new StringBuilder("<data xmlns=\"http://example.org/history\" name=\"History\">");
        int number = 0;
        for (Block block : blocks) {
            xml.append("<n")
                    .append(number)
                    .append("><case xmlns=\"http://commcarehq.org/case/transaction/v2\" case_id=\"")
                    .append(block.caseId())
                    .append("\" user_id=\"")
                    .append(userId)
                    .append("\" date_modified=\"2026-03-01T08:00:00.000Z\">");
            content(xml, block);
            xml.append("</case></n").append(number++).append('>');
        }
        return xml.append("<meta><deviceID>d</deviceID><timeStart>2026-03-01T07:50:00Z</timeStart>")
                .append("<timeEnd>2026-03-01T08:00:00Z</timeEnd><username>u</username><userID>")
                .append(userId)
                .append("</userID><instanceID>")
                .append(formId)
                .append("</instanceID></meta></data>")
                .toString();
    }

    private static void content(StringBuilder xml, Block block) {
        Block.Created create = block.create();
        if (create != null) {
            xml.append("<create><case_type>")
                    .append(create.type())
                    .append("</case_type><case_name>")
                    .append(create.name())
                    .append("</case_name><owner_id>")
                    .append(create.owner())
                    .append("</owner_id></create>");
        }
        if (!block.update().isEmpty()) {
            xml.append("<update>");
            block.update()
                    .forEach((name, value) -> xml.append('<')
                            .append(name)
                            .append('>')
                            .append(value)
                            .append("</")
                            .append(name)
                            .append('>'));
            xml.append("</update>");
        }
        if (!block.links().isEmpty()) {
            xml.append("<index>");
            block.links().forEach((name, link) -> {
                xml.append('<')
                        .append(name)
                        .append(" case_type=\"")
                        .append(link.caseType())
                        .append('"');
                if (link.extension()) {
                    xml.append(" relationship=\"extension\"");
                }
                xml.append('>').append(link.target()).append("</").append(name).append('>');
            });
            xml.append("</index>");
        }
        if (block.close()) {
            xml.append("<close/>");
        }
    }
}
