// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.function.Consumer;
import org.baraza.forms.FormArchive;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Archives forms and puts them back. */
@Controller
final class FormMutations {
    private final Entrance entrance;
    private final FormArchive archive;
    private final Forms forms;

    FormMutations(Entrance entrance, FormArchive archive, Forms forms) {
        this.entrance = entrance;
        this.archive = archive;
        this.forms = forms;
    }

    /** Which form. */
    record Input(String project, String formId) {}

    /** What came of it. */
    record FormPayload(@Nullable FormNode form, List<UserError> userErrors) {}

    @MutationMapping
    FormPayload archiveForm(@Argument Input input) {
        return change(input, access -> archive.archive(access, input.formId));
    }

    @MutationMapping
    FormPayload unarchiveForm(@Argument Input input) {
        return change(input, access -> archive.unarchive(access, input.formId));
    }

    private FormPayload change(Input input, Consumer<ProjectAccess> deed) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(input.project);
                    return InProject.scoped(access, () -> {
                        deed.accept(access);
                        return new FormNode(
                                access, forms.get(access, input.formId).orElseThrow());
                    });
                },
                FormPayload::new);
    }
}
