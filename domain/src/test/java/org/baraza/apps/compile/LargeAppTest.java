// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.baraza.apps.LargeApp;
import org.baraza.apps.TestApps;
import org.baraza.apps.checks.AppChecks;
import org.baraza.apps.checks.CheckContext;
import org.baraza.apps.questions.Questions;
import org.junit.jupiter.api.Test;

/** An app of the size of a national programme's: 50 forms with 2,000 questions. */
final class LargeAppTest {

    @Test
    void fiftyFormsOfTwoThousandQuestionsAreBuiltAndNothingIsWrongWithThem() throws Exception {
        TestApps app = LargeApp.of(10, 5, 40);

        Build build = app.build();

        assertThat(build.versions().forms()).hasSize(50);
        int questions = 0;
        for (String path : List.copyOf(build.files().keySet())) {
            if (path.startsWith("modules-")) {
                questions += (int) Questions.of(new String(build.files().get(path), StandardCharsets.UTF_8)).stream()
                        .filter(question -> !question.isHidden())
                        .count();
            }
        }
        assertThat(questions).isEqualTo(2_000);
        assertThat(AppChecks.of(app.app(), app.sources(), CheckContext.NOTHING_KNOWN))
                .isEmpty();
    }
}
