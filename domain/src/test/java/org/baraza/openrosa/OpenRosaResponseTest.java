// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenRosaResponseTest {

    @Test
    void thanksAreWhatDevicesExpectToTheLetter() {
        assertThat(new String(OpenRosaResponse.write(OpenRosaNature.SUBMIT_SUCCESS, OpenRosaResponse.THANKS), UTF_8))
                .isEqualTo("<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\">"
                        + "<message nature=\"submit_success\">   √   </message></OpenRosaResponse>");
    }

    @Test
    void aMessageIsEscaped() {
        assertThat(new String(OpenRosaResponse.write(OpenRosaNature.PROCESSING_FAILURE, "a < b & \u0000"), UTF_8))
                .contains("<message nature=\"processing_failure\">a &lt; b &amp; \uFFFD</message>");
    }

    @Test
    void everyNatureHasItsNameOnTheWire() {
        assertThat(OpenRosaNature.values())
                .extracting(OpenRosaNature::wireName)
                .contains("submit_error", "post_processing_failure", "ota_restore_success", "ota_restore_pending");
    }
}
