// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.forms.Form;
import org.baraza.forms.FormFilter;
import org.baraza.forms.FormOrder;
import org.baraza.forms.FormQuery;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;

/** A page of the forms of a mobile worker, newest first. */
record WorkerForms(ProjectAccess access, String userId, PageRequest page) implements InProject {
    private FormQuery query() {
        return new FormQuery(FormFilter.NORMAL.by(userId), FormOrder.RECEIVED_DESC, page);
    }

    /** One transaction for each project, one statement in it for each worker. */
    static Map<WorkerForms, Connection<FormNode>> load(Set<WorkerForms> keys, Forms forms) {
        return Batch.byProject(keys, (access, same) -> {
            List<Page<Form>> pages =
                    forms.lists(access, same.stream().map(WorkerForms::query).toList());
            Map<WorkerForms, Connection<FormNode>> loaded = new LinkedHashMap<>();
            for (int n = 0; n < same.size(); n++) {
                loaded.put(
                        same.get(n),
                        FormController.connection(
                                access, pages.get(n), same.get(n).query()));
            }
            return loaded;
        });
    }
}
