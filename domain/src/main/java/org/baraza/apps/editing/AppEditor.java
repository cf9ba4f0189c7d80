// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.baraza.apps.editing.AppChange.AddForm;
import org.baraza.apps.editing.AppChange.AddMenu;
import org.baraza.apps.editing.AppChange.CopyForm;
import org.baraza.apps.editing.AppChange.FormKind;
import org.baraza.apps.editing.AppChange.Move;
import org.baraza.apps.editing.AppChange.Put;
import org.baraza.apps.editing.AppChange.PutMedia;
import org.baraza.apps.editing.AppChange.PutSource;
import org.baraza.apps.editing.AppChange.Remove;
import org.baraza.apps.model.App;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.XForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes changes to a copy of an app, in their order, and notes which places they touch. */
public final class AppEditor {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SOURCE = 5_000_000;
    private static final String NEW_NAMESPACE = "http://openrosa.org/formdesigner/";
    private static final String ID = "unique_id";
    private static final String FORMS = "forms";

    private final ObjectNode document;
    private final Map<String, String> sources;
    private final Supplier<String> newIds;
    private final Set<String> places = new LinkedHashSet<>();

    /** @param newIds makes ids for new menus and forms, and namespaces */
    public AppEditor(ObjectNode document, Map<String, String> sources, Supplier<String> newIds) {
        this.document = document.deepCopy();
        this.sources = new LinkedHashMap<>(sources);
        this.newIds = newIds;
    }

    public ObjectNode document() {
        return document;
    }

    public Map<String, String> sources() {
        return Map.copyOf(sources);
    }

    /** What was touched so far; see {@link Places#meet}. */
    public Set<String> places() {
        return Set.copyOf(places);
    }

    /** Names a source among all that a form had. */
    public static String digest(String source) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    public void apply(AppChange change) throws BadChange {
        Set<ShadowMenus.Below> before = ShadowMenus.below(menus());
        make(change);
        ShadowMenus.follow(menus(), before, newIds).forEach(id -> {
            places.addAll(Places.order());
            places.add(Places.menu(id));
        });
    }

    private void make(AppChange change) throws BadChange {
        switch (change) {
            case Put put -> put(put);
            case AddMenu added -> addMenu(added);
            case AddForm added -> addForm(added);
            case CopyForm copied -> copyForm(copied);
            case Remove removed -> remove(removed.id());
            case Move moved -> move(moved);
            case PutSource put -> putSource(put);
            case PutMedia put -> putMedia(put);
        }
    }

    private void put(Put put) throws BadChange {
        DocumentPath path = DocumentPath.of(put.path());
        ObjectNode at = switch (path.start()) {
            case DocumentPath.Start.OfApp() -> document;
            case DocumentPath.Start.OfMenu(String id) -> menu(id);
            case DocumentPath.Start.OfForm(String id) -> form(id);
        };
        var keys = path.keys();
        for (String key : keys.subList(0, keys.size() - 1)) {
            JsonNode next = at.path(key);
            if (!next.isObject() && !next.isNull() && !next.isMissingNode()) {
                throw new BadChange("PATH_INVALID", "There is a single value at " + key + ", so nothing is within it.");
            }
            at = next instanceof ObjectNode object ? object : at.putObject(key);
        }
        if (put.value().isNull() || put.value().isMissingNode()) {
            at.remove(keys.getLast());
        } else {
            at.set(keys.getLast(), put.value());
        }
        if (document.path("name").asString("").isBlank()) {
            throw new BadChange("NAME_INVALID", "An app has a name.");
        }
        places.add(path.place());
    }

    private void addMenu(AddMenu added) throws BadChange {
        String id = newIds.get();
        String name = named(added.name());
        String caseType = added.caseType().strip();
        ObjectNode menu = switch (added.kind()) {
            case BASIC -> NewMenus.basic(id, name, language(), caseType);
            case ADVANCED -> NewMenus.advanced(id, name, language(), caseType);
            case SHADOW -> NewMenus.shadow(id, name, language(), source(added));
        };
        insert(menus(), menu, added.position());
        places.addAll(Places.order());
        places.add(Places.menu(id));
    }

    private ObjectNode source(AddMenu added) throws BadChange {
        ObjectNode source = menu(added.sourceMenuId().orElse(""));
        if (!ShadowMenus.hasForms(source)) {
            throw new BadChange("SHADOW", "A shadow menu shows the forms of a basic or of an advanced menu.");
        }
        return source;
    }

    private void addForm(AddForm added) throws BadChange {
        ObjectNode menu = menu(added.menuId());
        if (added.kind() != FormKind.SURVEY
                && menu.path("case_type").asString("").isEmpty()) {
            throw new BadChange("CASE_TYPE_MISSING", "Say of which type the cases of this menu are, first.");
        }
        String id = newIds.get();
        String xmlns = NEW_NAMESPACE + newIds.get();
        String name = named(added.name());
        ObjectNode form = isAdvanced(menu)
                ? NewForms.advanced(
                        id,
                        name,
                        language(),
                        xmlns,
                        added.kind(),
                        menu.path("case_type").asString(""))
                : NewForms.form(id, name, language(), xmlns, added.kind());
        insert(forms(menu), form, added.position());
        sources.put(id, NewForms.source(name, language(), xmlns, added.kind()));
        touchedForm(added.menuId(), id);
    }

    private void touchedForm(String menuId, String id) {
        places.add(Places.formsOf(menuId));
        places.add(Places.form(id));
    }

    private void copyForm(CopyForm copied) throws BadChange {
        Place place = place(copied.formId());
        ObjectNode copy = place.node.deepCopy();
        String id = newIds.get();
        String before = copy.path("xmlns").asString("");
        String xmlns = NEW_NAMESPACE + newIds.get();
        copy.put(ID, id).put("xmlns", xmlns);
        copy.putObject("name").put(language(), named(copied.name()));
        insert(place.list, copy, Optional.of(place.index + 1));
        String source = sources.get(copied.formId());
        if (source != null) {
            sources.put(id, source.replace("\"" + before + "\"", "\"" + xmlns + "\""));
        }
        touchedForm(place.menuId.orElseThrow(), id);
    }

    private void remove(String id) throws BadChange {
        Place place = place(id);
        place.list.remove(place.index);
        if (place.menuId.isPresent()) {
            sources.remove(id);
            touchedForm(place.menuId.get(), id);
        } else {
            for (JsonNode form : place.node.path(FORMS)) {
                sources.remove(form.path(ID).asString(""));
                places.add(Places.form(form.path(ID).asString("")));
            }
            places.addAll(Places.order());
            places.add(Places.menu(id));
        }
    }

    private void move(Move moved) throws BadChange {
        Place place = place(moved.id());
        if (place.menuId.isEmpty()) {
            place.list.remove(place.index);
            insert(menus(), place.node, Optional.of(moved.position()));
            places.addAll(Places.order());
            return;
        }
        String target = moved.menuId().orElse(place.menuId.get());
        ArrayNode there = forms(menu(target));
        if (isAdvanced(menu(target)) != isAdvanced(menu(place.menuId.get()))) {
            throw new BadChange(
                    "FORM_KIND",
                    "Forms of advanced menus say what they do with cases in a way of their own, so they stay in such menus.");
        }
        place.list.remove(place.index);
        insert(there, place.node, Optional.of(moved.position()));
        places.add(Places.formsOf(place.menuId.get()));
        places.add(Places.formsOf(target));
    }

    private void putSource(PutSource put) throws BadChange {
        ObjectNode form = form(put.formId());
        String before = sources.getOrDefault(put.formId(), "");
        if (put.basedOn().isPresent() && !put.basedOn().get().equals(digest(before))) {
            throw new BadChange("SOURCE_CHANGED", "Somebody else changed the questions of this form in the meantime.");
        }
        if (put.source().length() > LONGEST_SOURCE) {
            throw new BadChange("SOURCE_TOO_LONG", "A form has at most five million characters.");
        }
        try {
            XForm read = XForm.read(put.source());
            form.put("xmlns", read.xmlns());
            note(form, CaseNotes.of(read));
        } catch (BadForm bad) {
            throw new BadChange("SOURCE_INVALID", bad.sentence() + ".");
        }
        sources.put(put.formId(), put.source());
        places.add(Places.source(put.formId()));
    }

    /** What is known of the questions before is not true of those that came instead. */
    private static void note(ObjectNode form, ObjectNode notes) {
        boolean says = notes.valueStream().anyMatch(part -> !part.isEmpty());
        if (says || form.has("case_references_data")) {
            form.set("case_references_data", notes);
        }
    }

    /** What has another content gets another version, so that phones fetch it anew. */
    private void putMedia(PutMedia put) {
        ObjectNode media =
                document.path("multimedia_map") instanceof ObjectNode map ? map : document.putObject("multimedia_map");
        ObjectNode entry = media.path(put.path()) instanceof ObjectNode known ? known : media.putObject(put.path());
        if (!entry.path("multimedia_id").asString("").equals(put.mediaId())) {
            entry.put("version", document.path("version").asInt(0) + 1);
        }
        if (entry.path(ID).asString("").isEmpty()) {
            entry.put(ID, newIds.get());
        }
        entry.put("doc_type", "HQMediaMapItem")
                .put("multimedia_id", put.mediaId())
                .put("media_type", put.mediaType());
        places.add("multimedia_map[" + put.path() + "]");
    }

    /** A menu or a form in the list that it is in. */
    private record Place(ArrayNode list, int index, ObjectNode node, Optional<String> menuId) {}

    private Place place(String id) throws BadChange {
        ArrayNode menus = menus();
        for (int i = 0; i < menus.size(); i++) {
            if (menus.get(i) instanceof ObjectNode menu) {
                String menuId = menu.path(ID).asString("");
                if (menuId.equals(id)) {
                    return new Place(menus, i, menu, Optional.empty());
                }
                if (menu.path(FORMS) instanceof ArrayNode forms) {
                    for (int j = 0; j < forms.size(); j++) {
                        if (forms.get(j) instanceof ObjectNode form
                                && form.path(ID).asString("").equals(id)) {
                            return new Place(forms, j, form, Optional.of(menuId));
                        }
                    }
                }
            }
        }
        throw new BadChange("NOT_FOUND", "The app has no such menu or form any more.");
    }

    private ObjectNode menu(String id) throws BadChange {
        Place place = place(id);
        if (place.menuId.isPresent()) {
            throw new BadChange("NOT_FOUND", "The app has no such menu any more.");
        }
        return place.node;
    }

    private ObjectNode form(String id) throws BadChange {
        Place place = place(id);
        if (place.menuId.isEmpty()) {
            throw new BadChange("NOT_FOUND", "The app has no such form any more.");
        }
        return place.node;
    }

    private ArrayNode menus() {
        return document.path("modules") instanceof ArrayNode menus ? menus : document.putArray("modules");
    }

    private static boolean isAdvanced(ObjectNode menu) {
        return menu.path("doc_type").asString("").equals(NewMenus.ADVANCED);
    }

    private static ArrayNode forms(ObjectNode menu) throws BadChange {
        if (ShadowMenus.isShadow(menu)) {
            throw new BadChange("SHADOW", "A shadow menu shows the forms of another and has none of its own.");
        }
        return menu.path(FORMS) instanceof ArrayNode forms ? forms : menu.putArray(FORMS);
    }

    private static void insert(ArrayNode list, ObjectNode node, Optional<Integer> position) {
        int at = Math.clamp(position.orElse(list.size()), 0, list.size());
        list.insert(at, node);
    }

    private String language() {
        return App.of(document).langs().getFirst();
    }

    private static String named(String name) throws BadChange {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME || stripped.indexOf('\0') >= 0) {
            throw new BadChange("NAME_INVALID", "A menu or a form has a name of at most 255 characters.");
        }
        return stripped;
    }
}
