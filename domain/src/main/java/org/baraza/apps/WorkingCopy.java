// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.Map;
import org.baraza.apps.model.App;
import org.baraza.apps.model.FormSources;
import tools.jackson.databind.node.ObjectNode;

/**
 * An app as its builders see it.
 *
 * @param document whoever changes it works on a copy of her own
 * @param sources the forms' XForms by the unique ids of the forms
 */
public record WorkingCopy(AppSummary summary, ObjectNode document, Map<String, String> sources) {
    public WorkingCopy {
        sources = Map.copyOf(sources);
    }

    public String appId() {
        return summary.appId();
    }

    public App app() {
        return App.of(document);
    }

    public FormSources formSources() {
        return FormSources.of(sources);
    }
}
