// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Optional;
import org.baraza.forms.Activity;
import org.baraza.forms.Form;
import org.baraza.forms.FormOrder;
import org.baraza.forms.FormQuery;
import org.baraza.forms.FormType;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Forms of a project. */
@Controller
final class FormController {
    private static final int DAYS = 14;

    private final Forms forms;

    FormController(Forms forms) {
        this.forms = forms;
    }

    @SchemaMapping(typeName = "Project", field = "forms")
    Connection<FormNode> forms(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable FormFilterInput filter,
            @Argument @Nullable FormOrder orderBy,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        FormQuery query = new FormQuery(
                FormFilterInput.filter(filter),
                orderBy == null ? FormOrder.RECEIVED_DESC : orderBy,
                Paging.wanted(first, after, selection));
        return InProject.scoped(access, () -> connection(access, forms.list(access, query), query));
    }

    static Connection<FormNode> connection(ProjectAccess access, Page<Form> page, FormQuery query) {
        return Connection.of(
                page, query.page(), form -> form.cursor(query.order()), form -> new FormNode(access, form));
    }

    @SchemaMapping(typeName = "Project", field = "form")
    Optional<FormNode> one(ProjectNode project, @Argument String formId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> forms.get(access, formId)).map(form -> new FormNode(access, form));
    }

    @SchemaMapping(typeName = "Project", field = "formTypes")
    List<FormType> types(ProjectNode project) {
        return InProject.scoped(project.access(), () -> forms.types(project.access()));
    }

    @SchemaMapping(typeName = "Project", field = "activity")
    Activity activity(ProjectNode project, @Argument @Nullable Integer days) {
        return InProject.scoped(
                project.access(),
                () -> forms.activity(project.access(), project.project().timeZone(), days == null ? DAYS : days));
    }
}
