// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
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
    private static final Set<String> EXPRESSIONS =
            Set.of("function", "nodeset", "value", "if", "relevant", "test", "ref", "default");

    private final Problems problems;
    private final BuildPlaces places;
    private final EditableElement suite;
    private final Set<String> texts = new HashSet<>();
    private final Set<String> details = new HashSet<>();
    private final Set<String> commands = new HashSet<>();

    private BuildRules(App app, Problems problems, EditableElement suite, String strings) {
        this.problems = problems;
        this.places = new BuildPlaces(app);
        this.suite = suite;
        strings.lines()
                .filter(line -> line.contains("="))
                .forEach(line -> texts.add(line.substring(0, line.indexOf('='))));
        suite.elements("detail").forEach(detail -> detail.attribute("id").ifPresent(details::add));
        for (String holder : List.of("entry", "remote-request")) {
            suite.elements(holder)
                    .forEach(entry -> entry.element("command")
                            .flatMap(command -> command.attribute("id"))
                            .ifPresent(commands::add));
        }
        suite.elements("menu").forEach(menu -> menu.attribute("id").ifPresent(commands::add));
    }

    static void check(App app, Build build, Problems problems) {
        byte[] suite = build.file("suite.xml").orElse(new byte[0]);
        byte[] strings = build.file("default/app_strings.txt").orElse(new byte[0]);
        try {
            new BuildRules(
                            app,
                            problems,
                            EditableDocuments.read(suite, LIMITS),
                            new String(strings, StandardCharsets.UTF_8))
                    .check();
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
        for (EditableElement entry : suite.elements("entry")) {
            instances(entry);
        }
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
        for (String attribute : List.of("detail-select", "detail-confirm", "detail-persistent")) {
            element.attribute(attribute)
                    .filter(id -> !details.contains(id))
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

    private void instances(EditableElement entry) {
        Set<String> declared = new HashSet<>();
        entry.elements("instance").forEach(instance -> instance.attribute("id").ifPresent(declared::add));
        Set<String> used = new TreeSet<>();
        entry.walk(element -> element.eachAttribute((namespace, name, value) -> {
            if (EXPRESSIONS.contains(name)) {
                used.addAll(Instances.in(value));
            }
        }));
        used.removeAll(declared);
        String command =
                entry.element("command").flatMap(found -> found.attribute("id")).orElse("");
        used.forEach(id -> problems.error(
                "undeclared instance", places.of(command), "The instance " + id + " is used and not declared"));
    }
}
