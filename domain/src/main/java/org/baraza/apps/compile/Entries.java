// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.Assertion;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.EngineVersion;
import org.baraza.apps.model.FormActions;
import org.baraza.apps.model.MenuSettings;
import org.baraza.xml.EditableElement;

/** The entries of a suite: what a command opens and what the session must hold before (generated build, section 7). */
final class Entries {
    private final Menus menus;
    private final Sessions sessions;
    private final Conditions conditions;
    private final AfterForms after;
    private final InstanceNames instances;
    private final EngineVersion engine;
    private final DetailInstances details;
    private final SearchRequests requests;
    private final CaseCounts counts;

    Entries(
            Menus menus,
            Sessions sessions,
            Conditions conditions,
            AfterForms after,
            InstanceNames instances,
            EngineVersion engine,
            DetailInstances details,
            SearchRequests requests,
            CaseCounts counts) {
        this.menus = menus;
        this.sessions = sessions;
        this.conditions = conditions;
        this.after = after;
        this.instances = instances;
        this.engine = engine;
        this.details = details;
        this.requests = requests;
        this.counts = counts;
    }

    List<EditableElement> of(int module) throws CannotBuild {
        List<EditableElement> entries = new ArrayList<>();
        for (ShownForm form : menus.forms(module)) {
            entries.add(entry(form));
        }
        if (showsList(module)) {
            entries.add(view(module));
        }
        return entries;
    }

    boolean showsList(int module) {
        return menus.module(module).menu().caseList().show()
                && !menus.caseType(module).isBlank();
    }

    private EditableElement entry(ShownForm form) throws CannotBuild {
        FormSession session = sessions.of(form);
        Optional<EditableElement> stack = after.stack(form);
        List<EditableElement> rest = new ArrayList<>();
        session(session).ifPresent(rest::add);
        stack.ifPresent(rest::add);
        assertions(form, session).ifPresent(rest::add);
        EditableElement entry = tag("entry");
        if (!form.form().xmlns().isBlank()) {
            entry.add("form", form.form().xmlns());
        }
        Optional<EditableElement> post = session.lastSelection()
                .filter(chosen -> chosen.search().isPresent())
                .map(requests::claim);
        post.ifPresent(entry::add);
        EditableElement command = tag("command")
                .set("id", form.command())
                .add(counts.in(
                        Tags.display(
                                form.textKey(),
                                menus.shown(form.form().settings().media()),
                                form.form().settings().badges()),
                        form,
                        session));
        entry.add(command);
        Set<String> used = used(form.module(), rest, session);
        used.addAll(instances.in(List.of(command)));
        used.addAll(form.form().settings().instances().keySet());
        post.ifPresent(claim -> used.addAll(instances.in(List.of(claim))));
        conditions.ofForm(form).ifPresent(condition -> used.addAll(instances.in(condition)));
        return entry.add(InstanceNames.declarations(
                        used, sources(session, form.form().settings().instances()), form.command()))
                .add(rest);
    }

    /** The case list by itself: no form follows. */
    private EditableElement view(int module) throws CannotBuild {
        MenuSettings menu = menus.module(module).menu();
        FormSession session = sessions.ofCaseList(module);
        List<EditableElement> rest = new ArrayList<>();
        session(session).ifPresent(rest::add);
        return tag("entry")
                .add(tag("command")
                        .set("id", Ids.caseListCommand(module))
                        .add(Tags.display(
                                Ids.caseListText(module),
                                menus.shown(menu.caseList().media()))))
                .add(InstanceNames.declarations(
                        used(module, rest, session), sources(session, Map.of()), Ids.caseListCommand(module)))
                .add(rest);
    }

    private Set<String> used(int module, List<EditableElement> pieces, FormSession session) {
        Set<String> used = new TreeSet<>(instances.in(pieces));
        for (Datum datum : session.datums()) {
            used.addAll(details.of(datum));
            if (datum.isSeveral()) {
                used.add(datum.id());
            }
        }
        if (!engine.isAtLeast(2, 54)) {
            used.addAll(instances.ofAll(conditions.ofWholeMenu(module)));
            if (menus.menuId(module).equals(Menus.HOME)) {
                used.addAll(instances.ofAll(conditions.ofHome()));
            }
        }
        return used;
    }

    private Map<String, String> sources(FormSession session, Map<String, String> authored) {
        Map<String, String> sources = new HashMap<>(authored);
        session.datums()
                .forEach(datum -> datum.search()
                        .ifPresent(search -> requests.sources(search.module()).forEach(sources::putIfAbsent)));
        return sources;
    }

    private Optional<EditableElement> session(FormSession session) {
        if (session.datums().isEmpty()) {
            return Optional.empty();
        }
        EditableElement element = tag("session");
        for (Datum datum : session.datums()) {
            datum.search().ifPresent(search -> element.add(requests.query(search.module(), search.instance())));
            element.add(datum(datum));
        }
        return Optional.of(element);
    }

    static EditableElement datum(Datum datum) {
        if (datum.kind() == Datum.Kind.FUNCTION) {
            return tag("datum").set("id", datum.id()).set("function", datum.expression());
        }
        boolean several = datum.isSeveral();
        EditableElement element = tag(several ? "instance-datum" : "datum")
                .set("id", datum.id())
                .set("nodeset", datum.expression())
                .set("value", datum.value());
        datum.detailSelect().ifPresent(id -> element.set("detail-select", id));
        datum.detailConfirm().ifPresent(id -> element.set("detail-confirm", id));
        datum.detailPersistent().ifPresent(id -> element.set("detail-persistent", id));
        datum.detailInline().ifPresent(id -> element.set("detail-inline", id));
        if (datum.autoSelect()) {
            element.set("autoselect", "true");
        }
        if (several) {
            element.set("max-select-value", Integer.toString(datum.maxSelect()));
        }
        return element;
    }

    private Optional<EditableElement> assertions(ShownForm form, FormSession session) throws CannotBuild {
        EditableElement assertions = tag("assertions");
        List<Assertion> own = form.form().settings().assertions();
        for (int i = 0; i < own.size(); i++) {
            assertions.add(assertion(conditions.inForm(form, own.get(i).test()), assertionKey(form, i)));
        }
        session.requirements().forEach(required -> assertions.add(required(required)));
        if (menus.app().caseSharing() && opensForGroup(form)) {
            assertions.add(assertion("count(instance('groups')/groups/group) = 1", "case_sharing.exactly_one_group"));
        }
        return assertions.elements().isEmpty() ? Optional.empty() : Optional.of(assertions);
    }

    static String assertionKey(ShownForm form, int position) {
        return "custom_assertion.m" + form.source() + ".f" + form.index() + "." + position;
    }

    static EditableElement assertion(String test, String key) {
        return tag("assert").set("test", test).add(Tags.text(key));
    }

    private static EditableElement required(FormSession.Requirement required) {
        EditableElement locale = tag("locale").set("id", required.textKey());
        required.about().ifPresent(about -> locale.add("argument", about));
        return tag("assert").set("test", required.test()).add(tag("text").add(locale));
    }

    /** Whether the form opens a case that belongs to the user's group, because nothing else says whose it is. */
    private static boolean opensForGroup(ShownForm form) {
        return switch (form.form()) {
            case BasicForm basic ->
                (basic.opensCase() && !saysOwner(basic.actions().updateCase()))
                        || basic.actions().subcases().stream()
                                .anyMatch(subcase -> subcase.active()
                                        && !subcase.properties().containsKey("owner_id"));
            case AdvancedForm several ->
                several.opens().stream().anyMatch(open -> open.active() && AdvancedCases.isOwnedByItself(open));
        };
    }

    private static boolean saysOwner(FormActions.Updates updates) {
        return updates.active() && updates.byProperty().containsKey("owner_id");
    }
}
