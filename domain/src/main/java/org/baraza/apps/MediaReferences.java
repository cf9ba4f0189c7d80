// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.apps.checks.Place;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.Itext;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The media files that an app names, and where: in its menus, its texts and the questions of its forms. */
final class MediaReferences {
    private static final String PREFIX = "jr://file/";
    private static final Pattern PATH = Pattern.compile("jr://file/commcare/[^\"'<>\\\\\\s]+(?: [^\"'<>\\\\\\s]+)*");
    private static final String MENUS = "modules";
    private static final String FORMS = "forms";
    private static final String KNOWN = "multimedia_map";

    private final Map<String, String> byName = new TreeMap<>();
    private final Map<String, Set<Place>> places = new TreeMap<>();

    private MediaReferences() {}

    static MediaReferences of(WorkingCopy copy) {
        MediaReferences references = new MediaReferences();
        copy.document().path(KNOWN).propertyNames().forEach(references::known);
        references.find(without(copy.document(), KNOWN, MENUS).toString(), Place.APP);
        copy.document().path(MENUS).forEach(menu -> references.menu(copy, menu));
        return references;
    }

    private static JsonNode without(JsonNode node, String... keys) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode rest = JsonMapper.shared().createObjectNode();
        object.properties().forEach(member -> rest.set(member.getKey(), member.getValue()));
        return rest.remove(List.of(keys));
    }

    private void menu(WorkingCopy copy, JsonNode node) {
        Place menu = new Place(Optional.of(id(node)), Optional.empty(), Optional.empty(), Optional.empty());
        find(without(node, FORMS).toString(), menu);
        for (JsonNode form : node.path(FORMS)) {
            Place place = new Place(menu.moduleId(), Optional.of(id(form)), Optional.empty(), Optional.empty());
            find(form.toString(), place);
            Optional.ofNullable(copy.sources().get(id(form))).ifPresent(source -> form(source, place));
        }
    }

    private static String id(JsonNode part) {
        return part.path("unique_id").asString("");
    }

    private void form(String source, Place place) {
        try {
            XForm form = XForm.read(source);
            Map<String, String> questions = questionsByText(form);
            for (Map<String, EditableElement> texts :
                    Itext.of(form).byLanguage().values()) {
                texts.forEach((id, text) -> {
                    Optional<String> question = Optional.ofNullable(questions.get(id));
                    text.elements("value")
                            .forEach(value -> find(
                                    value.text(), question.map(place::question).orElse(place)));
                });
            }
        } catch (BadForm unreadable) {
            // Its problems are told elsewhere; what it names is found all the same.
        }
        rest(source, place);
    }

    /** What of the form no text names. */
    private void rest(String source, Place place) {
        for (Matcher found = PATH.matcher(source); found.find(); ) {
            Set<Place> at = places.getOrDefault(found.group(), Set.of());
            if (at.stream().noneMatch(known -> known.formId().equals(place.formId()))) {
                find(found.group(), place);
            }
        }
    }

    /** Which question each text belongs to. */
    private static Map<String, String> questionsByText(XForm form) {
        Map<String, String> questions = new HashMap<>();
        form.bindsByPath()
                .forEach((path, bind) -> bind.attribute(Namespaces.JAVAROSA, "constraintMsg")
                        .flatMap(Itext::id)
                        .ifPresent(id -> questions.putIfAbsent(id, path)));
        texts(form, form.body(), "", questions);
        return questions;
    }

    private static void texts(XForm form, EditableElement at, String question, Map<String, String> questions) {
        for (EditableElement child : at.elements()) {
            Optional<String> text = child.attribute("ref").flatMap(Itext::id);
            if (text.isPresent()) {
                questions.putIfAbsent(text.get(), question);
            } else {
                texts(form, child, form.pathOf(child).orElse(question), questions);
            }
        }
    }

    private void known(String path) {
        byName.put(name(path), path);
        places.computeIfAbsent(path, _ -> new LinkedHashSet<>());
    }

    private void find(String text, Place place) {
        for (Matcher found = PATH.matcher(text); found.find(); ) {
            known(found.group());
            places.getOrDefault(found.group(), Set.of()).add(place);
        }
    }

    /** Where each path is named, by path; one that the app only knows of is named nowhere. */
    Map<String, Set<Place>> places() {
        return places;
    }

    /** How the path is written in the app, if it is named there. Letters count the same whatever their size, and the prefix may be missing. */
    Optional<String> named(String entry) {
        return Optional.ofNullable(byName.get(name(entry)));
    }

    private static String name(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String relative = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
        return relative.replaceFirst("^/+", "");
    }
}
