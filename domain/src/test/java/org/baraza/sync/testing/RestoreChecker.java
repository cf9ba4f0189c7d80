// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Takes a restore as the strictest device would: what any client refuses, or takes silently for something else, is an
 * error here (device protocol: how strict restore parsing is).
 */
public final class RestoreChecker {
    private static final String RESPONSE = "http://openrosa.org/http/response";
    private static final String SYNC = "http://commcarehq.org/sync";
    private static final String REGISTRATION = "http://openrosa.org/user/registration";
    private static final String CASE = "http://commcarehq.org/case/transaction/v2";
    private static final String LEDGER = "http://commcarehq.org/ledger/v1";

    private final List<String> elements = new ArrayList<>();
    private final SequencedMap<String, String> userData = new LinkedHashMap<>();
    private final List<String> fixtures = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final SequencedMap<String, RestoredCase> cases = new LinkedHashMap<>();
    private final Map<String, String> stock = new HashMap<>();
    private String message = "";
    private String restoreId = "";
    private String username = "";
    private String userId = "";
    private String registeredOn = "";

    private final Set<String> held;

    private RestoreChecker(Set<String> held) {
        this.held = held;
    }

    /** @throws RestoreRefused when a device without cases would not take it */
    public static CheckedRestore check(byte[] payload) {
        return check(payload, Set.of());
    }

    /**
     * @param held ids of the cases on the device
     * @throws RestoreRefused when the device would not take it
     */
    public static CheckedRestore check(byte[] payload, Set<String> held) {
        require(payload.length > 0 && payload[0] == '<', "something stands before the first element");
        Element root = Xml.root(payload);
        return new RestoreChecker(held).read(root);
    }

    private CheckedRestore read(Element root) {
        Xml.requireName(root, RESPONSE, "OpenRosaResponse");
        List<Element> children = Xml.children(root);
        require(Xml.ownText(root).isBlank(), "text between the elements of the root");
        for (Element child : children) {
            elements.add(child.getLocalName());
            switch (child.getLocalName()) {
                case "message" -> message(child);
                case "Sync" -> sync(child);
                case "Registration" -> registration(child);
                case "fixture" -> fixture(child);
                case "schema" -> require(!child.getAttribute("id").isEmpty(), "schema without id");
                case "balance" -> balance(child);
                case "case" -> readCase(child);
                default -> throw new RestoreRefused("unknown element " + child.getLocalName());
            }
        }
        requireOrder();
        int items = root.hasAttribute("items") ? Integer.parseInt(root.getAttribute("items")) : -1;
        require(items < 0 || items == children.size(), "items says " + items + ", there are " + children.size());
        requireClosed();
        return new CheckedRestore(
                items,
                elements,
                message,
                restoreId,
                username,
                userId,
                registeredOn,
                userData,
                fixtures,
                groups,
                cases,
                stock);
    }

    private void requireOrder() {
        require(elements.size() >= 3, "message, Sync or Registration is missing");
        require(
                elements.subList(0, 3).equals(List.of("message", "Sync", "Registration")),
                "the payload must begin with message, Sync, Registration");
        int firstBody = elements.size();
        for (int at = elements.size() - 1; at >= 0; at--) {
            if (elements.get(at).equals("case") || elements.get(at).equals("balance")) {
                firstBody = at;
            }
        }
        require(elements.lastIndexOf("fixture") < firstBody, "a fixture after a case");
        require(fixtures.contains("user-groups"), "fixture user-groups is missing");
        for (String once : List.of("message", "Sync", "Registration")) {
            require(elements.indexOf(once) == elements.lastIndexOf(once), once + " stands twice");
        }
    }

    /** A device drops a case that points to one it does not hold, and fails over a circle. */
    private void requireClosed() {
        for (RestoredCase one : cases.values()) {
            one.links()
                    .forEach((name, target) -> require(
                            target.isEmpty() || cases.containsKey(target) || held.contains(target),
                            "case " + one.caseId() + " points to " + target + ", which is not here"));
        }
        Map<String, Integer> waiting = new HashMap<>();
        cases.forEach((id, one) -> waiting.put(
                id, (int) targets(one).stream().filter(cases::containsKey).count()));
        Map<String, List<String>> holders = new HashMap<>();
        cases.forEach((id, one) -> targets(one)
                .forEach(target -> holders.computeIfAbsent(target, key -> new ArrayList<>())
                        .add(id)));
        List<String> done = new ArrayList<>(waiting.keySet().stream()
                .filter(id -> waiting.getOrDefault(id, 0) == 0)
                .toList());
        for (int at = 0; at < done.size(); at++) {
            for (String holder : holders.getOrDefault(done.get(at), List.of())) {
                if (waiting.merge(holder, -1, Integer::sum) == 0) {
                    done.add(holder);
                }
            }
        }
        require(done.size() == cases.size(), "cases point to each other in a circle");
    }

    private static List<String> targets(RestoredCase one) {
        return one.links().values().stream().filter(target -> !target.isEmpty()).toList();
    }

    private void message(Element element) {
        Xml.requireName(element, RESPONSE, "message");
        require(element.getAttribute("nature").equals("ota_restore_success"), "wrong nature");
        message = Xml.flatText(element);
    }

    private void sync(Element element) {
        Xml.requireName(element, SYNC, "Sync");
        List<Element> children = Xml.children(element);
        require(!children.isEmpty(), "Sync without restore_id");
        Xml.requireName(children.getFirst(), SYNC, "restore_id");
        restoreId = Xml.flatText(children.getFirst());
        require(restoreId.matches("[0-9a-f]{32}"), "restore_id is not 32 hex digits");
    }

    private void registration(Element element) {
        List<Element> parts = Xml.children(element);
        List<String> names = parts.stream().map(Element::getLocalName).toList();
        parts.forEach(part -> Xml.requireName(part, REGISTRATION, part.getLocalName()));
        require(
                names.equals(List.of("username", "password", "uuid", "date", "user_data")),
                "Registration has " + names);
        username = Xml.flatText(parts.get(0));
        userId = Xml.flatText(parts.get(2));
        registeredOn = Xml.flatText(parts.get(3));
        require(!username.isEmpty() && username.equals(username.toLowerCase(java.util.Locale.ROOT)), "bad username");
        require(!userId.isEmpty(), "no uuid");
        require(registeredOn.matches("\\d{4}-\\d\\d-\\d\\d"), "date of the registration is no date");
        for (Element data : Xml.children(parts.get(4))) {
            Xml.requireName(data, REGISTRATION, "data");
            require(!data.getAttribute("key").isEmpty(), "data without key");
            userData.put(data.getAttribute("key"), Xml.flatText(data));
        }
    }

    private void fixture(Element element) {
        String id = element.getAttribute("id");
        require(!id.isEmpty(), "fixture without id");
        require(element.getAttribute("user_id").equals(userId), "fixture of another user");
        require(Xml.children(element).size() == 1, "a fixture must have exactly one root");
        fixtures.add(id);
        if (id.equals("user-groups")) {
            Element root = Xml.children(element).getFirst();
            require(root.getLocalName().equals("groups"), "user-groups without groups");
            Xml.children(root).forEach(group -> groups.add(group.getAttribute("id")));
        }
    }

    private void balance(Element element) {
        Xml.requireName(element, LEDGER, "balance");
        String entity = element.getAttribute("entity-id");
        require(!entity.isEmpty(), "balance without entity-id");
        CaseChecker.requireTimestamp(element.getAttribute("date"));
        for (Element entry : Xml.children(element)) {
            Xml.requireName(entry, LEDGER, "entry");
            String quantity = entry.getAttribute("quantity");
            require(quantity.matches("-?\\d+"), "quantity " + quantity + " is not whole");
            stock.put(entity + "/" + element.getAttribute("section-id") + "/" + entry.getAttribute("id"), quantity);
        }
    }

    private void readCase(Element element) {
        Xml.requireName(element, CASE, "case");
        RestoredCase read = CaseChecker.check(element, held.contains(element.getAttribute("case_id")));
        require(cases.put(read.caseId(), read) == null, "case " + read.caseId() + " stands twice");
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new RestoreRefused(otherwise);
        }
    }

    /** The few questions asked of a DOM. */
    static final class Xml {
        private Xml() {}

        static Element root(byte[] payload) {
            try {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                var builder = factory.newDocumentBuilder();
                builder.setErrorHandler(null);
                return builder.parse(new ByteArrayInputStream(payload)).getDocumentElement();
            } catch (SAXException e) {
                throw new RestoreRefused("not well-formed: " + e.getMessage());
            } catch (ParserConfigurationException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        static List<Element> children(Element element) {
            List<Element> children = new ArrayList<>();
            for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child) {
                    children.add(child);
                }
            }
            return children;
        }

        static String ownText(Element element) {
            StringBuilder text = new StringBuilder();
            for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof org.w3c.dom.Text part) {
                    text.append(part.getData());
                }
            }
            return text.toString();
        }

        static String flatText(Element element) {
            require(children(element).isEmpty(), element.getLocalName() + " must be flat text");
            return element.getTextContent();
        }

        static void requireName(Element element, String namespace, String name) {
            require(
                    name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI()),
                    "expected " + name + " of " + namespace + ", found " + element.getNodeName() + " of "
                            + element.getNamespaceURI());
        }
    }
}
