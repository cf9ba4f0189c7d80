// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.apps.compile.Build;
import org.baraza.apps.model.App;
import org.baraza.apps.questions.Instances;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.EditableElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlRejected;

/**
 * What phones accept when they install a build and fail on when it is used (device engine, section e): texts, lists, menus
 * and instances that something refers to and that are not there.
 */
final class BuildRules {
    private static final XmlLimits LIMITS = new XmlLimits(64 * 1024 * 1024, 256, 256, 2_000_000, 1024 * 1024, 1_000);
    private static final List<String> SHOWN =
            List.of("detail-select", "detail-confirm", "detail-persistent", "detail-inline");

    private final Problems problems;
    private final BuildPlaces places;
    private final EditableElement suite;
    private final Set<String> texts = new HashSet<>();
    private final Map<String, EditableElement> details = new HashMap<>();
    private final Set<String> commands = new HashSet<>();

    private BuildRules(App app, Problems problems, EditableElement suite, String strings) {
        this.problems = problems;
        this.places = new BuildPlaces(app);
        this.suite = suite;
        strings.lines()
                .filter(line -> line.contains("="))
                .forEach(line -> texts.add(line.substring(0, line.indexOf('='))));
        suite.elements("detail").forEach(detail -> detail.attribute("id").ifPresent(id -> details.put(id, detail)));
        for (String holder : List.of("entry", "remote-request")) {
            suite.elements(holder)
                    .forEach(entry -> entry.element("command")
                            .flatMap(command -> command.attribute("id"))
                            .ifPresent(commands::add));
        }
        suite.elements("menu").forEach(menu -> menu.attribute("id").ifPresent(commands::add));
    }

    /** Looks at the whole app and at each of its language profiles, which phones install by themselves. */
    static void check(App app, Build build, Problems problems) {
        check(app, build, "", problems);
        app.languageProfiles().keySet().forEach(profile -> check(app, build, profile + "/", problems));
    }

    private static void check(App app, Build build, String folder, Problems problems) {
        byte[] suite = build.file(folder + "suite.xml").orElse(new byte[0]);
        byte[] strings = build.file(folder + "default/app_strings.txt").orElse(new byte[0]);
        try {
            EditableElement read = EditableDocuments.read(suite, LIMITS);
            new BuildRules(app, problems, read, new String(strings, StandardCharsets.UTF_8)).check();
            if (folder.isEmpty()) {
                new BuiltExpressions(problems, new BuildPlaces(app)).check(build, read, LIMITS);
            }
        } catch (XmlRejected rejected) {
            problems.error("error", Place.APP, "The app is too large for phones: " + rejected.getMessage());
        }
    }

    private void check() {
        Set<String> ids = new HashSet<>();
        for (EditableElement form : suite.elements("xform")) {
            String id = form.element("resource")
                    .flatMap(resource -> resource.attribute("id"))
                    .orElse("");
            if (!ids.add(id)) {
                problems.error(
                        "duplicate form id",
                        Place.APP,
                        "Two forms have the id " + id + "; phones would drop one of them");
            }
        }
        suite.walk(this::element);
        suite.elements("entry").forEach(this::instances);
        suite.elements("remote-request").forEach(this::instances);
        for (EditableElement menu : suite.elements("menu")) {
            for (EditableElement command : menu.elements("command")) {
                command(command.attribute("id").orElse(""), menu.attribute("id").orElse(""));
            }
            menu.attribute("root")
                    .filter(root -> !root.equals("root") && !commands.contains(root))
                    .ifPresent(root -> problems.error(
                            "missing menu",
                            places.of(menu.attribute("id").orElse("")),
                            "The menu stands in a menu that shows nothing, so nobody can get to it"));
        }
    }

    private void element(EditableElement element) {
        if (element.name().equals("locale")) {
            element.attribute("id")
                    .filter(id -> !texts.contains(id))
                    .ifPresent(id -> problems.error(
                            "missing text", places.of(id), "The text " + id + " is empty in every language"));
        }
        for (String attribute : SHOWN) {
            element.attribute(attribute)
                    .filter(id -> !details.containsKey(id))
                    .ifPresent(id -> problems.error(
                            "missing detail", places.of(id), "A case is to be chosen from a list that has no columns"));
        }
        if (element.name().equals("command") && element.attribute("value").isPresent()) {
            String quoted = element.attribute("value").orElse("");
            command(quoted.replace("'", ""), quoted);
        }
    }

    private void command(String id, String where) {
        if (!commands.contains(id)) {
            problems.error(
                    "missing menu",
                    places.of(where),
                    "Something leads to the menu or form " + id + ", which is not there");
        }
    }

    private static Set<String> usedIn(EditableElement piece) {
        Set<String> used = new HashSet<>();
        piece.walk(element -> element.eachAttribute((namespace, name, value) -> {
            if (BuiltExpressions.IN_SUITE.contains(name)) {
                used.addAll(Instances.in(value));
            }
        }));
        return used;
    }

    private void instances(EditableElement entry) {
        Set<String> declared = new HashSet<>();
        entry.elements("instance").forEach(instance -> instance.attribute("id").ifPresent(declared::add));
        Set<String> used = new TreeSet<>(usedIn(entry));
        entry.walk(element -> {
            for (String shown : SHOWN) {
                element.attribute(shown).map(details::get).ifPresent(detail -> used.addAll(usedIn(detail)));
            }
        });
        // The search itself keeps what it finds under this name.
        entry.walk(element -> element.attribute("storage-instance").ifPresent(declared::add));
        // The engine makes this one for the time that it looks whether a search opens by itself.
        declared.add("next_input");
        used.removeAll(declared);
        String command =
                entry.element("command").flatMap(found -> found.attribute("id")).orElse("");
        used.forEach(id -> problems.error(
                "undeclared instance", places.of(command), "The instance " + id + " is used and not declared"));
    }
}
