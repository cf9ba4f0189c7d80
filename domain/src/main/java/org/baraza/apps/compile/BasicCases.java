// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.FormActions;
import org.baraza.apps.model.OpenSubcase;
import org.baraza.apps.model.Update;
import org.baraza.xml.EditableElement;

/** The case blocks and preloads of a basic form. */
final class BasicCases {
    private final FormEdit edit;
    private final FormSession session;
    private final String caseType;
    private final boolean caseSharing;
    private final BasicForm form;
    private final FormActions actions;
    private final String caseId;

    BasicCases(FormEdit edit, FormSession session, String caseType, boolean caseSharing, BasicForm form) {
        this.edit = edit;
        this.session = session;
        this.caseType = caseType;
        this.caseSharing = caseSharing;
        this.form = form;
        this.actions = form.actions();
        this.caseId = SessionPaths.variable(session.variable("case_id"));
    }

    void add() {
        boolean opens = form.opensCase();
        if (opens) {
            edit.form().data().add(opened().element());
        } else if (followsOne() && hasBlock()) {
            edit.form().data().add(followedUp().element());
        }
        if (followsOne() || !form.requiresCase()) {
            subcases(opens);
        }
        if (followsOne()) {
            relatives();
            preload(actions.preload(), caseId);
        }
        usercase();
    }

    /** Where several cases are chosen there is no case at hand; the form itself says what becomes of them. */
    private boolean followsOne() {
        return form.requiresCase()
                && session.datums().stream().noneMatch(datum -> datum.kind() == Datum.Kind.SELECT_SEVERAL);
    }

    private boolean hasBlock() {
        return actions.touchesCase()
                || actions.usesUsercase()
                || actions.subcases().stream().anyMatch(OpenSubcase::active);
    }

    private CaseBlock opened() {
        Map<String, Update> updates = new LinkedHashMap<>(updates(actions.updateCase()));
        if (!actions.openCase().externalId().isBlank()) {
            updates.putIfAbsent("external_id", new Update(actions.openCase().externalId(), false));
        }
        return new CaseBlock(edit, edit.path("case"))
                .newId(session.variable("case_id_new_" + caseType + "_0"))
                .when(actions.openCase().condition())
                .create(caseType, actions.openCase().name().question(), owner(updates, false))
                .update(updates, Optional.empty())
                .close(actions.closeCase());
    }

    private CaseBlock followedUp() {
        return new CaseBlock(edit, edit.path("case"))
                .existingId(caseId)
                .update(updates(actions.updateCase()), Optional.of(SessionPaths.caseOf(caseId)))
                .close(actions.closeCase());
    }

    private static Map<String, Update> updates(FormActions.Updates updates) {
        return updates.active() ? updates.byProperty() : Map.of();
    }

    private CaseBlock.Owner owner(Map<String, Update> updates, boolean inRepeat) {
        if (updates.containsKey("owner_id")) {
            return CaseBlock.Owner.NONE;
        }
        if (!caseSharing) {
            return CaseBlock.Owner.USER;
        }
        return inRepeat ? CaseBlock.Owner.GROUP_IN_REPEAT : CaseBlock.Owner.GROUP;
    }

    private void subcases(boolean caseIsOpened) {
        List<OpenSubcase> subcases = actions.subcases();
        for (int i = 0; i < subcases.size(); i++) {
            OpenSubcase subcase = subcases.get(i);
            if (!subcase.active()) {
                continue;
            }
            if (subcase.repeat().isPresent()) {
                inRepeat(subcase, i, subcase.repeat().get());
            } else {
                String wrapper = "subcase_" + i;
                CaseBlock block = new CaseBlock(edit, edit.path(wrapper + "/case"))
                        .newId(session.variable(subcase.variable(i, caseIsOpened)));
                edit.form().data().add(edit.dataNode(wrapper).add(filled(block, subcase, false)));
            }
        }
    }

    /** The only case of a repeat stands in it by itself. */
    private void inRepeat(OpenSubcase subcase, int position, String repeat) {
        boolean alone = actions.subcases().stream()
                        .filter(other -> other.active() && other.repeat().equals(subcase.repeat()))
                        .count()
                == 1;
        String wrapper = "subcase_" + position;
        String path = alone ? repeat + "/case" : repeat + "/" + wrapper + "/case";
        EditableElement block = filled(new CaseBlock(edit, path).newIdInRepeat(), subcase, true);
        edit.nodes(repeat)
                .forEach(node ->
                        node.add(alone ? block.copy() : edit.dataNode(wrapper).add(block.copy())));
    }

    /** A case below the form's own, or, in a form that has none, one by itself. */
    private EditableElement filled(CaseBlock block, OpenSubcase subcase, boolean inRepeat) {
        block.when(subcase.condition())
                .create(subcase.caseType(), subcase.name().question(), owner(subcase.properties(), inRepeat))
                .emptyUpdate()
                .update(subcase.properties(), Optional.empty());
        if (form.opensCase() || form.requiresCase()) {
            block.index(subcase.reference(), caseType, edit.path("case/@case_id"), "child");
        }
        return block.close(subcase.closeCondition()).element();
    }

    private void relatives() {
        new RelativeCases(edit, edit.form().data(), edit.form().dataPath()).add(updates(actions.updateCase()), caseId);
    }

    private void usercase() {
        String id = SessionPaths.variable(session.variable("usercase_id"));
        if (actions.usercaseUpdate().active()) {
            CaseBlock block = new CaseBlock(edit, edit.path("commcare_usercase/case"))
                    .existingId(id)
                    .update(updates(actions.usercaseUpdate()), Optional.of(SessionPaths.caseOf(id)));
            edit.form().data().add(edit.dataNode("commcare_usercase").add(block.element()));
        }
        preload(actions.usercasePreload(), id);
    }

    private void preload(FormActions.Preloads preloads, String id) {
        if (preloads.active()) {
            preloads.byQuestion().forEach((question, property) -> edit.firstValue(question, property(id, property)));
        }
    }

    /** A property of a case or, by indices, of one that it belongs to. */
    static String property(String id, String property) {
        String[] parts = property.split("/", -1);
        String at = id;
        for (int i = 0; i < parts.length - 1; i++) {
            at = SessionPaths.indexed(at, parts[i]);
        }
        return SessionPaths.caseOf(at) + "/" + Properties.name(parts[parts.length - 1]);
    }
}
