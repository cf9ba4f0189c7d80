// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.baraza.forms.FormCondition.Says;
import org.baraza.forms.FormCondition.TimeField;
import org.baraza.forms.FormCondition.Xmlns;
import org.baraza.forms.testing.IntakeFixture;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Forms are looked through for what they say, within limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormScanTest {
    private IntakeFixture fixture;
    private IntakeFixture.World world;

    @BeforeAll
    void thirtyForms() {
        fixture = IntakeFixture.open();
        world = fixture.world();
        FormIntake node = fixture.anotherNode();
        for (int n = 0; n < 30; n++) {
            world.submit(
                    node,
                    FormXml.visit("form-" + n, "u")
                            .ofKind(n < 5 ? "urn:few" : "urn:many")
                            .says("<ward>" + (n % 3) + "</ward>")
                            .text());
        }
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void moreThanAllowedIsRefusedUntilItIsNarrower() {
        FormScan scan = new FormScan(fixture.transactions(), 10);
        assertThatThrownBy(() -> found(scan, list(new Says("ward", "1")))).hasMessage("TOO_MUCH_TO_LOOK_THROUGH");
        assertThat(found(scan, list(new Xmlns("urn:few"), new Says("ward", "1"))))
                .containsExactly("form-1", "form-4");
    }

    @Test
    void everyFormIsLookedAtOnceAcrossAllPortions() {
        FormScan scan = new FormScan(fixture.transactions(), 30);
        assertThat(found(scan, list(new Says("ward", "2")))).hasSize(10).doesNotHaveDuplicates();
    }

    private static FormList list(FormCondition... conditions) {
        return new FormList(List.of(conditions), false, TimeField.RECEIVED_ON, false);
    }

    private List<String> found(FormScan scan, FormList list) {
        return ProjectScope.in(
                        world.id(),
                        () -> scan.slice(list, new SliceRequest(100, 0)).items())
                .stream()
                .map(one -> one.form().formId())
                .toList();
    }
}
