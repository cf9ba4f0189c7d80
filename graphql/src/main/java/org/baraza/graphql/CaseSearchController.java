// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.claims.SearchConfiguration;
import org.baraza.claims.SearchSettings;
import org.baraza.claims.SearchSettings.FuzzyProperty;
import org.baraza.claims.SearchSettings.IgnoredPattern;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What phones search by. */
@Controller
final class CaseSearchController {
    private final Entrance entrance;
    private final SearchConfiguration configuration;

    CaseSearchController(Entrance entrance, SearchConfiguration configuration) {
        this.entrance = entrance;
        this.configuration = configuration;
    }

    /** The settings in the words of the schema. */
    record SettingsNode(SearchSettings settings) {
        public boolean enabled() {
            return settings.enabled();
        }

        public List<FuzzyProperty> fuzzyProperties() {
            return settings.fuzzy();
        }

        public List<IgnoredPattern> ignorePatterns() {
            return settings.ignored();
        }
    }

    /** What is to be. */
    record Update(
            String project, boolean enabled, List<FuzzyProperty> fuzzyProperties, List<IgnoredPattern> ignorePatterns) {
        SearchSettings settings() {
            return new SearchSettings(enabled, fuzzyProperties, ignorePatterns);
        }
    }

    /** What came of it. */
    record SettingsPayload(@Nullable SettingsNode caseSearchSettings, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "caseSearchSettings")
    SettingsNode settings(ProjectNode project) {
        return new SettingsNode(InProject.scoped(project.access(), () -> configuration.get(project.access())));
    }

    @MutationMapping
    SettingsPayload updateCaseSearchSettings(@Argument Update input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> new SettingsNode(configuration.update(access, input.settings())),
                SettingsPayload::new);
    }
}
