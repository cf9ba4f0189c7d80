// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that the database holds of one project, read in one moment. */
public record Snapshot(
        UUID project,
        List<FormRow> forms,
        Map<String, CaseRow> cases,
        List<Step> steps,
        List<LinkRow> links,
        List<StockRow> stock,
        List<ChangeRow> changes,
        List<PhotoRow> photos,
        Feed feed) {

    static final int NORMAL = 1;
    static final int DUPLICATE = 8;

    /**
     * @param statedMd5 digest that the row states
     * @param actualMd5 digest of the XML that it holds
     */
    public record FormRow(
            String formId, int state, @Nullable String originalId, String statedMd5, String actualMd5) {}

    public record CaseRow(
            String caseId,
            int caseNo,
            String type,
            String name,
            String owner,
            boolean closed,
            boolean deleted,
            @Nullable Instant openedOn,
            @Nullable String openedBy,
            @Nullable Instant modifiedOn,
            @Nullable String modifiedBy,
            @Nullable Instant closedOn,
            Map<String, String> properties,
            Set<LinkRow> links,
            int lastOrdinal) {}

    /** One transaction of a case. */
    public record Step(String caseId, int ordinal, @Nullable String formId, boolean revoked) {}

    public record LinkRow(String caseId, String name, String targetType, String targetId, String relationship) {}

    public record StockRow(String caseId, String section, String product, long balance) {}

    /**
     * One change that the feed tells of a form; those of workers and places, whom the run made, are not read.
     *
     * @param position null while it is not numbered
     */
    public record ChangeRow(long changeId, @Nullable Long position, String documentId, Set<String> caseIds) {}

    public record PhotoRow(String formId, String name, long length, String blobKey) {}

    /**
     * The feed across all projects.
     *
     * @param head what the sequencer remembers as its last position
     */
    public record Feed(long rows, long unnumbered, long distinctPositions, long highest, long head) {}
}
