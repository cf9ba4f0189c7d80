// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.Set;

/**
 * What somebody chose of a forwarder.
 *
 * @param includeAppId whether {@code app_id} is added to the address
 * @param xmlnses namespaces of the forms that are forwarded; empty for all
 * @param caseTypes types of the cases that are forwarded; empty for all
 * @param excludedUserIds whose changes are not forwarded
 * @param retryAllErrors whether failures that the other side will not take back are tried again, too
 * @param backOffCodes statuses that say that the other side is not well, so that nothing is sent for a while
 * @param snapshot whether what was so at the time of the change is sent
 * @param concurrency most requests at once
 * @param requestsPerSecond most requests a second; 0 for no limit
 */
public record ForwarderOptions(
        boolean includeAppId,
        Set<String> xmlnses,
        Set<String> caseTypes,
        Set<String> excludedUserIds,
        boolean retryAllErrors,
        Set<Integer> backOffCodes,
        boolean snapshot,
        int concurrency,
        int requestsPerSecond) {
    public static final int USUAL_CONCURRENCY = 16;
    public static final Set<Integer> USUAL_BACK_OFF_CODES = Set.of(502, 503, 504);

    public ForwarderOptions {
        xmlnses = Set.copyOf(xmlnses);
        caseTypes = Set.copyOf(caseTypes);
        excludedUserIds = Set.copyOf(excludedUserIds);
        // What was kept before there were any says nothing of them.
        backOffCodes = backOffCodes == null ? USUAL_BACK_OFF_CODES : Set.copyOf(backOffCodes);
    }

    /** Everything is forwarded as CommCare HQ does it. */
    public static ForwarderOptions usual() {
        return new ForwarderOptions(
                true, Set.of(), Set.of(), Set.of(), false, USUAL_BACK_OFF_CODES, false, USUAL_CONCURRENCY, 0);
    }
}
