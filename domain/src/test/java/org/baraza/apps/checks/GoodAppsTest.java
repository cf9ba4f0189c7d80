// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.baraza.apps.AppVectors;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.FormSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GoodAppsTest {

    @ParameterizedTest
    @ValueSource(strings = {"01-chw", "02-household", "03-survey"})
    void nothingIsWrongWithTheAppsOfTheVectors(String name) {
        AppImport.Imported imported = AppVectors.imported(name);

        assertThat(AppChecks.of(
                        App.of(imported.document()), FormSources.of(imported.sources()), CheckContext.NOTHING_KNOWN))
                .isEmpty();
    }
}
