// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.baraza.forms.FormCondition.Reads;
import org.baraza.forms.FormCondition.Says;
import org.baraza.forms.FormCondition.TextField;
import org.baraza.forms.FormCondition.TimeField;
import org.baraza.forms.FormCondition.Xmlns;
import org.baraza.forms.testing.IntakeFixture;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.testing.FormXml;
import org.baraza.testing.NoBlobs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Forms are looked through for what they say, within limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormScanTest {
    private static final FormChunks NO_CHUNKS = new FormChunks(new NoBlobs());
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
        FormScan scan = new FormScan(fixture.transactions(), NO_CHUNKS, 10, 1, Duration.ZERO);
        assertThatThrownBy(() -> found(scan, list(new Says("ward", "1")))).hasMessage("TOO_MUCH_TO_LOOK_THROUGH");
        assertThat(found(scan, list(new Xmlns("urn:few"), new Says("ward", "1"))))
                .containsExactly("form-1", "form-4");
    }

    @Test
    void everyFormIsLookedAtOnceAcrossAllPortions() {
        FormScan scan = new FormScan(fixture.transactions(), NO_CHUNKS, 30, 1, Duration.ZERO);
        assertThat(found(scan, list(new Says("ward", "2")))).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void whoComesWhileOthersLookThroughFormsIsAskedToComeAgain() {
        FormScan busy = new FormScan(fixture.transactions(), NO_CHUNKS, 30, 0, Duration.ofMillis(1));
        assertThatThrownBy(() -> found(busy, list(new Says("ward", "2")))).hasMessage("TOO_MANY_REQUESTS");
    }

    @Test
    void aKindIsFoundInWhicheverLetterCaseAndByItsIndex() {
        assertThat(listed(new FormLists(fixture.transactions(), NO_CHUNKS), new Reads(TextField.XMLNS, "URN:Few")))
                .isEqualTo(5);
        assertThat(listed(new FormLists(fixture.transactions(), NO_CHUNKS), new Reads(TextField.XMLNS, "urn:none")))
                .isZero();
        assertThat(listed(
                        new FormLists(fixture.transactions(), NO_CHUNKS),
                        new Reads(TextField.XMLNS, "URN:FEW"),
                        new Says("ward", "1")))
                .isEqualTo(2);
    }

    @Test
    void aTextInNoIndexIsLookedForWithinATime() {
        FormLists hasty = new FormLists(fixture.transactions(), NO_CHUNKS, Duration.ofMillis(1));
        FormCondition[] slow = java.util.stream.IntStream.range(0, 400)
                .mapToObj(n -> new Reads(TextField.DEVICE_ID, "device-" + n))
                .toArray(FormCondition[]::new);
        assertThatThrownBy(() -> listed(hasty, slow)).hasMessage("TOOK_TOO_LONG");
    }

    private long listed(FormLists lists, FormCondition... conditions) {
        return ProjectScope.in(
                world.id(),
                () -> lists.slice(world.admin(), list(conditions), new SliceRequest(100, 0))
                        .total());
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
