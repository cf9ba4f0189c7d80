// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.questions.Namespaces.CASE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.baraza.apps.model.Condition;
import org.baraza.apps.model.Update;
import org.baraza.xml.EditableElement;

/**
 * What a form says of one case, put together as a node of its data and the binds that fill it (generated build, section
 * 9.5).
 */
final class CaseBlock {
    /** The only group of a user who shares cases. */
    static final String GROUP_ID = "instance('groups')/groups/group/@id";

    private final FormEdit edit;
    private final String path;
    private final EditableElement element = EditableElement.of("case", CASE);

    /** The parts in the order in which they are written. */
    private Optional<EditableElement> create = Optional.empty();

    private Optional<EditableElement> update = Optional.empty();
    private Optional<EditableElement> attachment = Optional.empty();
    private Optional<EditableElement> index = Optional.empty();
    private Optional<EditableElement> close = Optional.empty();

    /** @param path where the block will stand */
    CaseBlock(FormEdit edit, String path) {
        this.edit = edit;
        this.path = path;
        element.set("case_id", "").set("date_modified", "").set("user_id", "");
        edit.bind(path + "/@date_modified").set("type", "xsd:dateTime").set("calculate", edit.path("meta/timeEnd"));
        edit.calculate(path + "/@user_id", edit.path("meta/userID"));
    }

    /** A new case whose id the session knows; it is set once. */
    CaseBlock newId(String variable) {
        edit.firstValue(path + "/@case_id", SessionPaths.variable(variable));
        return this;
    }

    /** A new case in each repetition. */
    CaseBlock newIdInRepeat() {
        edit.calculate(path + "/@case_id", "uuid()");
        return this;
    }

    CaseBlock existingId(String expression) {
        edit.calculate(path + "/@case_id", expression);
        return this;
    }

    CaseBlock when(Condition condition) {
        condition.expression().ifPresent(expression -> edit.relevant(path, expression));
        return this;
    }

    /** Who owns a new case. */
    enum Owner {
        USER,
        /** The only group of the user, where cases are shared. */
        GROUP,
        /** The same, looked up in each repetition. */
        GROUP_IN_REPEAT,
        /** Nobody by itself: an update says, or the case that it extends, or an answer that is looked at. */
        NONE
    }

    CaseBlock create(String caseType, String nameQuestion, Owner owner) {
        EditableElement ownerId = part("owner_id");
        create = Optional.of(part("create")
                .add(part("case_name"))
                .add(ownerId)
                .add(part("case_type").addText(caseType)));
        edit.calculate(path + "/create/case_name", nameQuestion);
        edit.bind(nameQuestion).set("required", "true()");
        String ownerPath = path + "/create/owner_id";
        switch (owner) {
            case USER -> edit.calculate(ownerPath, edit.path("meta/userID"));
            case GROUP -> edit.firstValue(ownerPath, GROUP_ID);
            case GROUP_IN_REPEAT -> edit.calculate(ownerPath, GROUP_ID);
            case NONE -> ownerId.addText("-");
        }
        return this;
    }

    /** The owner by an expression, where {@link Owner#NONE} is not the last word. */
    CaseBlock ownedBy(String expression) {
        edit.calculate(path + "/create/owner_id", expression);
        return this;
    }

    /** An update even if there is nothing to update, as sub-cases have it. */
    CaseBlock emptyUpdate() {
        update = update.or(() -> Optional.of(part("update")));
        return this;
    }

    /**
     * Answers by property; those of uploads become attachments. Properties of other cases, {@code parent/village}, are not
     * written here.
     *
     * @param current an expression of the case as it is, for updates that only say what changed
     */
    CaseBlock update(Map<String, Update> updates, Optional<String> current) {
        SortedMap<String, Update> sorted = new TreeMap<>(updates);
        sorted.keySet().removeIf(property -> property.contains("/"));
        if (!sorted.isEmpty()) {
            emptyUpdate();
        }
        sorted.forEach((key, answer) -> {
            String property = key.equals("name") ? "case_name" : key;
            if (edit.isUpload(answer.question())) {
                attach(property, answer.question());
            } else {
                update(property, answer, current);
            }
        });
        return this;
    }

    private void update(String property, Update answer, Optional<String> current) {
        update.orElseThrow().add(part(property));
        String at = path + "/update/" + property;
        edit.calculate(at, answer.question());
        String answered = "count(" + answer.question() + ") > 0";
        edit.relevant(
                at,
                answer.onlyIfChanged() && current.isPresent()
                        ? answered + " and " + current.get() + "/" + Properties.name(property) + " != "
                                + answer.question()
                        : answered);
    }

    private void attach(String property, String question) {
        attachment = attachment.or(() -> Optional.of(part("attachment")));
        attachment.orElseThrow().add(part(property).set("src", "").set("from", "local"));
        String at = path + "/attachment/" + property;
        edit.relevant(at, "count(" + question + ") = 1");
        edit.calculate(at + "/@src", question);
    }

    /** An index; its relationship is not written where it is the usual one. */
    CaseBlock index(String name, String caseType, String idExpression, String relationship) {
        index = index.or(() -> Optional.of(part("index")));
        EditableElement entry = part(name).set("case_type", caseType);
        if (!relationship.equals("child")) {
            entry.set("relationship", relationship);
        }
        index.orElseThrow().add(entry);
        edit.calculate(path + "/index/" + name, idExpression);
        return this;
    }

    CaseBlock close(Condition condition) {
        if (condition.active()) {
            close = Optional.of(part("close"));
            condition.expression().ifPresent(expression -> edit.relevant(path + "/close", expression));
        }
        return this;
    }

    private static EditableElement part(String name) {
        return EditableElement.of(name, CASE);
    }

    EditableElement element() {
        List<Optional<EditableElement>> parts = new ArrayList<>(List.of(create, update, attachment, index, close));
        parts.forEach(part -> part.ifPresent(element::add));
        return element;
    }
}
