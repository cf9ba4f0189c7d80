// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a restore from its first element to its last, as the phone's parser does: one thing wrong, and none of it is taken. */
public final class PayloadReader {
    private static final String SYNC = "http://commcarehq.org/sync";

    private final XMLStreamReader xml;
    private final List<String> groups = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private String restoreId = "";
    private String userId = "";

    private PayloadReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads a restore.
     *
     * @throws PayloadRefused when the phone's parser would not take it
     */
    public static Payload read(InputStream bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new PayloadReader(factory.createXMLStreamReader(bytes)).read();
        } catch (XMLStreamException e) {
            throw new PayloadRefused("not well-formed: " + e.getMessage());
        }
    }

    private Payload read() throws XMLStreamException {
        xml.nextTag();
        require(xml.getLocalName().equals("OpenRosaResponse"), "not a restore: " + xml.getLocalName());
        while (child()) {
            switch (xml.getLocalName()) {
                case "Sync" -> sync();
                case "Registration" -> registration();
                case "fixture" -> fixture();
                case "case" -> blocks.add(block());
                default -> skip();
            }
        }
        require(!userId.isEmpty(), "nobody is registered");
        return new Payload(restoreId, userId, groups, blocks);
    }

    private void sync() throws XMLStreamException {
        require(SYNC.equals(xml.getNamespaceURI()), "Sync of another namespace");
        require(child() && xml.getLocalName().equals("restore_id"), "Sync must begin with restore_id");
        restoreId = xml.getElementText();
        skip();
    }

    /** Up to the user's data the order is fixed. */
    private void registration() throws XMLStreamException {
        for (String name : List.of("username", "password", "uuid", "date")) {
            require(child() && xml.getLocalName().equals(name), "Registration lacks " + name);
            String text = xml.getElementText();
            userId = name.equals("uuid") ? text : userId;
        }
        skip();
    }

    private void fixture() throws XMLStreamException {
        if (!attribute("id").equals("user-groups")) {
            skip();
            return;
        }
        while (child()) {
            while (child()) {
                groups.add(attribute("id"));
                skip();
            }
        }
    }

    private Block block() throws XMLStreamException {
        Block block = Block.of(attribute("case_id"));
        attribute("date_modified");
        boolean first = true;
        while (child()) {
            switch (xml.getLocalName()) {
                case "create" -> {
                    require(first, "create must come first");
                    block = created(block);
                }
                case "update" -> {
                    while (child()) {
                        block = block.setting(xml.getLocalName(), xml.getElementText());
                    }
                }
                case "index" -> {
                    while (child()) {
                        block = linked(block);
                    }
                }
                case "close" -> {
                    block = block.closing();
                    skip();
                }
                default -> throw new PayloadRefused("a case with " + xml.getLocalName());
            }
            first = false;
        }
        return block;
    }

    private Block created(Block block) throws XMLStreamException {
        String type = required("case_type");
        String name = required("case_name");
        String owner = required("owner_id");
        require(!child(), "create holds " + xml.getLocalName());
        return block.creating(type, name, owner);
    }

    private String required(String name) throws XMLStreamException {
        require(child() && xml.getLocalName().equals(name), "create lacks " + name);
        return xml.getElementText();
    }

    private Block linked(Block block) throws XMLStreamException {
        String name = xml.getLocalName();
        attribute("case_type");
        String relationship = xml.getAttributeValue(null, "relationship");
        require(relationship == null || !relationship.isEmpty(), "an empty relationship");
        String target = xml.getElementText();
        require(!target.equals(block.caseId()), "a case that points to itself");
        return block.linking(name, target, "extension".equals(relationship));
    }

    /** Goes to the next child; false at the end of the element, past which it then stands. */
    private boolean child() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamReader.END_ELEMENT) {
                return false;
            }
            require(event != CHARACTERS || xml.isWhiteSpace(), "text where elements belong");
        }
        return false;
    }

    /** Passes over the rest of the element. */
    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
        }
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        require(value != null && !value.isEmpty(), xml.getLocalName() + " without " + name);
        return value == null ? "" : value;
    }

    private static void require(boolean right, String complaint) {
        if (!right) {
            throw new PayloadRefused(complaint);
        }
    }
}
