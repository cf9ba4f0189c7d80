// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.baraza.forms.FormArchive;
import org.baraza.forms.FormCorrections;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Archives forms and puts them back, and corrects what they say. */
@Controller
final class FormMutations {
    private final Entrance entrance;
    private final FormArchive archive;
    private final FormCorrections corrections;
    private final Forms forms;

    FormMutations(Entrance entrance, FormArchive archive, FormCorrections corrections, Forms forms) {
        this.entrance = entrance;
        this.archive = archive;
        this.corrections = corrections;
        this.forms = forms;
    }

    /** Which form. */
    record Input(String project, String formId) {}

    /** What came of it. */
    record FormPayload(@Nullable FormNode form, List<UserError> userErrors) {}

    record Text(String path, String value) {}

    /** Which texts of which form. */
    record CleanInput(String project, String formId, List<Text> texts) {
        /** Of a path that is named twice, the last text counts. */
        Map<String, String> byPath() {
            Map<String, String> byPath = new LinkedHashMap<>();
            texts.forEach(text -> byPath.put(text.path(), text.value()));
            return byPath;
        }
    }

    /** What came of a correction. */
    record CleanPayload(@Nullable FormNode form, boolean changed, List<UserError> userErrors) {}

    private record Cleaned(FormNode form, boolean changed) {}

    @MutationMapping
    CleanPayload cleanForm(@Argument CleanInput input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    boolean changed = corrections.clean(access, input.formId, input.byPath());
                    return new Cleaned(node(access, input.formId), changed);
                },
                (cleaned, errors) -> cleaned == null
                        ? new CleanPayload(null, false, errors)
                        : new CleanPayload(cleaned.form, cleaned.changed, errors));
    }

    @MutationMapping
    FormPayload archiveForm(@Argument Input input) {
        return change(input, access -> archive.archive(access, input.formId));
    }

    @MutationMapping
    FormPayload unarchiveForm(@Argument Input input) {
        return change(input, access -> archive.unarchive(access, input.formId));
    }

    private FormPayload change(Input input, Consumer<ProjectAccess> deed) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    deed.accept(access);
                    return node(access, input.formId);
                },
                FormPayload::new);
    }

    private FormNode node(ProjectAccess access, String formId) {
        return new FormNode(access, forms.get(access, formId).orElseThrow());
    }
}
