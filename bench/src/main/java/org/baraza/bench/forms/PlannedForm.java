// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forms;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A form and what it means.
 *
 * @param number place among the forms of its sender, who sends one after the other
 * @param date when it was filled in, by the phone; whole milliseconds
 * @param transfers stock that it adds to cases
 * @param attachment bytes of a photo; empty for none
 */
public record PlannedForm(
        String id,
        int number,
        Worker worker,
        Instant date,
        List<Block> blocks,
        List<Transfer> transfers,
        byte[] attachment) {

    /** Name of the photo within the form. */
    public static final String PHOTO = "photo.jpg";

    /** The sender, as the project knows her. */
    public record Worker(String userId, String username, String authorization) {}

    /** Adds to a stock value, so that applying it twice, or not at all, shows. */
    public record Transfer(String caseId, String product, int quantity) {}

    public boolean hasAttachment() {
        return attachment.length > 0;
    }

    /** Every case that it changes. */
    public Set<String> caseIds() {
        Set<String> ids = new TreeSet<>();
        blocks.forEach(block -> ids.add(block.caseId()));
        transfers.forEach(transfer -> ids.add(transfer.caseId()));
        return ids;
    }
}
