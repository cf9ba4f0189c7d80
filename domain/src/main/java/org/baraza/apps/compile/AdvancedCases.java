// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.List;
import java.util.Optional;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.LoadCase;
import org.baraza.apps.model.OpenAdvanced;
import org.baraza.xml.EditableElement;

/** The case blocks and preloads of an advanced form. */
final class AdvancedCases {
    private final FormEdit edit;
    private final FormSession session;
    private final boolean caseSharing;
    private final AdvancedForm form;
    private final String place;

    AdvancedCases(FormEdit edit, FormSession session, boolean caseSharing, AdvancedForm form, String place) {
        this.edit = edit;
        this.session = session;
        this.caseSharing = caseSharing;
        this.form = form;
        this.place = place;
    }

    void add() throws CannotBuild {
        form.loads().forEach(this::loaded);
        for (OpenAdvanced open : form.opens()) {
            if (open.active()) {
                opened(open);
            }
        }
    }

    private void loaded(LoadCase load) {
        String id = loadedId(load);
        if (!load.properties().isEmpty() || load.closeCondition().active()) {
            CaseBlock block = new CaseBlock(edit, blockPath(load.tag()))
                    .existingId(id)
                    .update(load.properties(), Optional.of(SessionPaths.caseOf(id)))
                    .close(load.closeCondition());
            EditableElement wrapper = edit.dataNode(wrapper(load.tag())).add(block.element());
            edit.form().data().add(wrapper);
            new RelativeCases(edit, wrapper, edit.path(wrapper(load.tag()))).add(load.properties(), id);
        }
        load.preload().forEach((question, property) -> edit.firstValue(question, BasicCases.property(id, property)));
    }

    private String loadedId(LoadCase load) {
        return SessionPaths.variable(session.variable(load.variable()));
    }

    private static String wrapper(String tag) {
        return "case_" + tag;
    }

    private String blockPath(String tag) {
        return edit.path(wrapper(tag) + "/case");
    }

    private void opened(OpenAdvanced open) throws CannotBuild {
        if (open.repeat().isEmpty()) {
            CaseBlock block = new CaseBlock(edit, blockPath(open.tag())).newId(session.variable(open.variable()));
            edit.form().data().add(edit.dataNode(wrapper(open.tag())).add(filled(block, open)));
            return;
        }
        String repeat = open.repeat().get();
        boolean alone = form.opens().stream()
                        .filter(other -> other.active() && other.repeat().equals(open.repeat()))
                        .count()
                == 1;
        CaseBlock block = new CaseBlock(edit, inRepeat(open, repeat, alone)).newIdInRepeat();
        EditableElement filled = filled(block, open);
        edit.nodes(repeat)
                .forEach(node -> node.add(
                        alone
                                ? filled.copy()
                                : edit.dataNode(wrapper(open.tag())).add(filled.copy())));
    }

    private static String inRepeat(OpenAdvanced open, String repeat, boolean alone) {
        return alone ? repeat + "/case" : repeat + "/" + wrapper(open.tag()) + "/case";
    }

    private EditableElement filled(CaseBlock block, OpenAdvanced open) throws CannotBuild {
        block.when(open.openCondition())
                .create(open.caseType(), open.name().question(), owner(open))
                .update(open.properties(), Optional.empty());
        askedOwner(open).ifPresent(block::ownedBy);
        for (LoadCase.Index index : open.indices()) {
            boolean asked = index.relationship().equals("question");
            block.index(
                    index.reference(),
                    caseType(index.tag()),
                    id(index.tag()),
                    asked ? "@relationship" : index.relationship());
            if (asked) {
                edit.calculate(
                        pathOf(open) + "/index/" + index.reference() + "/@relationship", index.relationshipQuestion());
            }
        }
        return block.close(open.closeCondition()).element();
    }

    private String pathOf(OpenAdvanced open) {
        if (open.repeat().isEmpty()) {
            return blockPath(open.tag());
        }
        boolean alone = form.opens().stream()
                        .filter(other -> other.active() && other.repeat().equals(open.repeat()))
                        .count()
                == 1;
        return inRepeat(open, open.repeat().get(), alone);
    }

    /** Where an answer says whether the case is an extension, the answer says who owns it, too. */
    private Optional<String> askedOwner(OpenAdvanced open) {
        List<String> questions = open.indices().stream()
                .filter(index -> index.relationship().equals("question"))
                .map(index -> index.relationshipQuestion() + " = 'extension'")
                .toList();
        if (questions.isEmpty()
                || owner(open) != CaseBlock.Owner.NONE
                || open.properties().containsKey("owner_id")) {
            return Optional.empty();
        }
        String otherwise = caseSharing ? CaseBlock.GROUP_ID : edit.path("meta/userID");
        return Optional.of("if(" + String.join(" and ", questions) + ", '-', " + otherwise + ")");
    }

    /** Whether neither an update nor the case that it extends says who owns a new case. */
    static boolean isOwnedByItself(OpenAdvanced open) {
        boolean extension = !open.indices().isEmpty()
                && open.indices().stream()
                        .allMatch(index -> index.relationship().equals("extension"));
        return !open.properties().containsKey("owner_id") && !extension;
    }

    private CaseBlock.Owner owner(OpenAdvanced open) {
        boolean noChild = !open.indices().isEmpty()
                && open.indices().stream()
                        .noneMatch(index -> index.relationship().equals("child"));
        if (open.properties().containsKey("owner_id") || noChild) {
            return CaseBlock.Owner.NONE;
        }
        if (!caseSharing) {
            return CaseBlock.Owner.USER;
        }
        return open.repeat().isPresent() ? CaseBlock.Owner.GROUP_IN_REPEAT : CaseBlock.Owner.GROUP;
    }

    private String caseType(String tag) throws CannotBuild {
        return form.loads().stream()
                .filter(load -> load.tag().equals(tag))
                .map(LoadCase::caseType)
                .findFirst()
                .or(() -> form.opens().stream()
                        .filter(open -> open.tag().equals(tag))
                        .map(OpenAdvanced::caseType)
                        .findFirst())
                .orElseThrow(() -> new CannotBuild(place, "No case of the form has the tag " + tag));
    }

    private String id(String tag) {
        Optional<String> loaded = form.loads().stream()
                .filter(load -> load.tag().equals(tag))
                .map(this::loadedId)
                .findFirst();
        return loaded.orElseGet(() -> form.opens().stream()
                        .filter(open -> open.tag().equals(tag))
                        .map(this::pathOf)
                        .findFirst()
                        .orElse(blockPath(tag))
                + "/@case_id");
    }
}
