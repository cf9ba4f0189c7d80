// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a list says of the app in a version. */
final class VersionHeadTest {

    @Test
    void itIsTheDocumentWithoutItsLargeParts() {
        ObjectNode whole =
                TestApps.object("{'name': 'Visits', 'langs': ['en'], 'modules': [{'name': {}}], 'profile': {},"
                        + " 'multimedia_map': {'jr://file/a.png': {}}, 'translations': {}, 'unheard_of': 7}");
        VersionHead head = VersionHead.of(whole);
        assertThat(head.document().propertyNames())
                .containsExactlyInAnyOrder("name", "langs", "unheard_of", "include_media");
        assertThat(head.hasMedia()).isTrue();
        assertThat(whole.propertyNames()).as("the document itself").contains("modules");
    }

    @Test
    void anAppWithoutMediaHasNone() {
        assertThat(VersionHead.of(TestApps.object("{'name': 'Visits', 'multimedia_map': {}}"))
                        .hasMedia())
                .isFalse();
        assertThat(VersionHead.of(TestApps.object("{'name': 'Visits'}")).hasMedia())
                .isFalse();
    }
}
