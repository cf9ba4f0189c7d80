// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.play;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.compile.Build;
import org.baraza.xml.XmlElement;
import org.baraza.xpath.Scope;
import org.baraza.xpath.Value;

/** The suite of a build as a phone walks through it. */
final class PlayedSuite {
    private final XmlElement suite;
    private final Map<String, String> texts = new LinkedHashMap<>();

    PlayedSuite(Build build) {
        suite = World.parsed(build.file("suite.xml").orElseThrow());
        new String(build.file("default/app_strings.txt").orElseThrow(), StandardCharsets.UTF_8)
                .lines()
                .forEach(
                        line -> texts.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    }

    String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new AssertionError("no text " + key);
        }
        return text;
    }

    boolean isMenu(String id) {
        return suite.children("menu").stream().anyMatch(menu -> id(menu).equals(id));
    }

    static String id(XmlElement element) {
        return element.attribute("id").orElse("");
    }

    XmlElement entry(String command) {
        return suite.children("entry").stream()
                .filter(entry -> id(entry.child("command").orElseThrow()).equals(command))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + command));
    }

    XmlElement detail(String id) {
        return suite.children("detail").stream()
                .filter(detail -> id(detail).equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no detail " + id));
    }

    private List<XmlElement> commands(String menuId) {
        return suite.children("menu").stream()
                .filter(menu -> id(menu).equals(menuId))
                .flatMap(menu -> menu.children("command").stream())
                .toList();
    }

    /** The variables of a form, or those that all forms of a menu begin with. */
    List<XmlElement> datums(String commandOrMenu) {
        if (!isMenu(commandOrMenu)) {
            return entry(commandOrMenu)
                    .child("session")
                    .map(XmlElement::children)
                    .orElse(List.of());
        }
        List<XmlElement> common = new ArrayList<>();
        boolean first = true;
        for (XmlElement command : commands(commandOrMenu)) {
            List<XmlElement> own = datums(id(command));
            if (first) {
                common.addAll(own);
                first = false;
            }
            int same = 0;
            while (same < Math.min(common.size(), own.size())
                    && id(common.get(same)).equals(id(own.get(same)))) {
                same++;
            }
            common = new ArrayList<>(common.subList(0, same));
        }
        return common;
    }

    /** The commands of a menu that are shown. */
    Set<String> shown(String menuId, World world) {
        Set<String> shown = new LinkedHashSet<>();
        for (XmlElement command : commands(menuId)) {
            Optional<String> relevant = command.attribute("relevant");
            if (relevant.isEmpty()
                    || World.evaluate(relevant.get(), world.scope()).truth()) {
                shown.add(id(command));
            }
        }
        return shown;
    }

    boolean isShown(String menuId, World world) {
        return suite.children("menu").stream()
                .filter(menu -> id(menu).equals(menuId))
                .flatMap(menu -> menu.attribute("relevant").stream())
                .allMatch(relevant -> World.evaluate(relevant, world.scope()).truth());
    }

    /** The values of what an expression declares: texts and other expressions. */
    Map<String, Value> variables(XmlElement xpath, Scope scope) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (XmlElement variable : xpath.children("variable")) {
            XmlElement value = variable.children().getFirst();
            values.put(
                    variable.attribute("name").orElseThrow(),
                    value.name().equals("locale")
                            ? Value.of(text(id(value)))
                            : World.evaluate(value.attribute("function").orElseThrow(), scope)
                                    .single());
        }
        return values;
    }
}
