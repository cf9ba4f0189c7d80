// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the document of an app in, of whatever age and from whichever server (app model, section 9): a version becomes
 * a working copy, missing ids and languages are found, old shapes become new ones. Everything else stays as it is, and
 * what means nothing here is reported.
 */
public final class AppImport {
    private final ObjectNode document;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<ImportNotice> notices = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Supplier<String> newIds;

    private AppImport(ObjectNode document, Supplier<String> newIds) {
        this.document = document;
        this.newIds = newIds;
    }

    /**
     * What came in.
     *
     * @param document without the sources of its forms
     * @param sources by the unique id of the form
     */
    public record Imported(ObjectNode document, Map<String, String> sources, List<ImportNotice> notices) {
        public Imported {
            sources = Map.copyOf(sources);
            notices = List.copyOf(notices);
        }
    }

    /**
     * Reads a document; the one given is left alone.
     *
     * @param newIds makes ids for what has none
     */
    public static Imported read(JsonNode source, Supplier<String> newIds) throws NotAnApp {
        if (!(source instanceof ObjectNode given)) {
            throw new NotAnApp("An app is a JSON object");
        }
        if (Read.text(given, "doc_type").startsWith("RemoteApp")) {
            throw new NotAnApp("Apps that are kept on another server have no content to import");
        }
        if (!given.path("modules").isArray()) {
            throw new NotAnApp("The document has no list of modules, so it is no app");
        }
        return new AppImport(given.deepCopy(), newIds).imported();
    }

    private Imported imported() {
        takeSources("_attachments");
        takeSources("_LAZY_ATTACHMENTS");
        Volatile.ofApp().forEach(document::remove);
        document.put("doc_type", "Application");
        document.putNull("copy_of");
        findLanguages();
        int position = 0;
        for (JsonNode module : document.path("modules")) {
            module("modules[" + position++ + "]", module);
        }
        reportUnusedSources();
        notices.addAll(Understood.notices(document));
        return new Imported(document, sources, notices);
    }

    private void takeSources(String key) {
        document.path(key).properties().forEach(attachment -> {
            String name = attachment.getKey();
            JsonNode value = attachment.getValue();
            String text = value.isObject() ? Read.text(value, "content") : Read.scalar(value);
            if (name.endsWith(".xml") && !name.contains("/") && !text.isBlank()) {
                sources.put(name.substring(0, name.length() - ".xml".length()), text);
            } else {
                note(key, "The attachment " + name + " is not the source of a form and was left out");
            }
        });
        document.remove(key);
    }

    private void findLanguages() {
        if (Read.words(document, "langs").isEmpty()) {
            ArrayNode langs = document.putArray("langs");
            App.languages(document).forEach(langs::add);
            note("langs", "The app did not say its languages; they were taken from the first name");
        }
    }

    private void module(String place, JsonNode at) {
        if (!(at instanceof ObjectNode module)) {
            note(place, "This is no menu and cannot be shown");
            return;
        }
        identify(place, module, "The menu");
        int position = 0;
        for (JsonNode form : module.path("forms")) {
            form(place + ".forms[" + position++ + "]", form);
        }
    }

    private void form(String place, JsonNode at) {
        if (!(at instanceof ObjectNode form)) {
            note(place, "This is no form and cannot be shown");
            return;
        }
        String before = Read.text(form, "unique_id");
        String id = identify(place, form, "The form");
        if (!before.equals(id) && sources.containsKey(before)) {
            sources.put(id, sources.get(before));
        }
        if (!sources.containsKey(id) && !ShadowForms.isShadow(form)) {
            note(place, "The form has no source: it has to be made anew or uploaded");
        }
        if (form.path("actions") instanceof ObjectNode actions && OlderActions.rewrite(actions)) {
            note(place, "What the form does with cases was written in an older way and has been rewritten");
        }
    }

    private String identify(String place, ObjectNode node, String what) {
        String id = Read.text(node, "unique_id");
        if (!id.isBlank() && ids.add(id)) {
            return id;
        }
        String fresh = newIds.get();
        ids.add(fresh);
        node.put("unique_id", fresh);
        note(
                place,
                id.isBlank()
                        ? what + " had no id and got one"
                        : what + " had the id of another part of the app and got one of its own");
        return fresh;
    }

    private void reportUnusedSources() {
        for (String id : List.copyOf(sources.keySet())) {
            if (!ids.contains(id)) {
                sources.remove(id);
                note("_attachments", "The source " + id + ".xml belongs to no form and was left out");
            }
        }
    }

    private void note(String place, String sentence) {
        notices.add(new ImportNotice(place, sentence));
    }
}
