// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseFilter;
import org.baraza.forms.FormFilter;
import org.baraza.forms.FormState;
import org.baraza.forwarding.RecordQuery.RecordFilter;
import org.baraza.forwarding.RecordState;
import org.baraza.identity.WorkerOrder;
import org.baraza.identity.WorkerQuery;
import org.baraza.identity.WorkerQuery.Status;
import org.baraza.paging.PageRequest;
import org.baraza.places.LocationFilter;
import org.baraza.places.PlacedQuery;
import org.jspecify.annotations.Nullable;

/** Which of all there are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Selection.All.class, name = "all"),
    @JsonSubTypes.Type(value = Selection.Ids.class, name = "ids"),
    @JsonSubTypes.Type(value = Selection.Workers.class, name = "workers"),
    @JsonSubTypes.Type(value = Selection.Places.class, name = "places"),
    @JsonSubTypes.Type(value = Selection.RowsOf.class, name = "rows"),
    @JsonSubTypes.Type(value = Selection.SentForms.class, name = "forms"),
    @JsonSubTypes.Type(value = Selection.FoundCases.class, name = "cases"),
    @JsonSubTypes.Type(value = Selection.Deliveries.class, name = "deliveries")
})
public sealed interface Selection {

    /** All. */
    record All() implements Selection {}

    /** Those with one of the ids. */
    record Ids(List<String> ids) implements Selection {
        public Ids {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Workers as the list shows them.
     *
     * @param search beginning of the username
     * @param groupId null for any
     * @param locationId they work there or below; null for anywhere
     */
    record Workers(
            String search,
            Status status,
            @Nullable String groupId,
            @Nullable String locationId) implements Selection {
        public PlacedQuery page(PageRequest page) {
            return new PlacedQuery(
                    new WorkerQuery(search, status, WorkerOrder.USERNAME_ASC, page),
                    groupId == null ? "" : groupId,
                    locationId == null ? "" : locationId);
        }
    }

    /** Locations as the list shows them; null where it does not matter. */
    record Places(
            @Nullable String parentId,
            @Nullable String withinId,
            @Nullable String typeCode,
            @Nullable String siteCode,
            @Nullable String externalId,
            @Nullable Boolean archived,
            String search)
            implements Selection {

        public static Places of(LocationFilter filter) {
            return new Places(
                    filter.parentId(),
                    filter.withinId(),
                    filter.typeCode(),
                    filter.siteCode(),
                    filter.externalId(),
                    filter.archived(),
                    filter.search());
        }

        public LocationFilter filter() {
            return new LocationFilter(
                    parentId, withinId, typeCode, null, siteCode, externalId, archived, search, List.of());
        }
    }

    /** All rows of a lookup table. */
    record RowsOf(String tableId) implements Selection {}

    /** Cases as the list shows them. */
    record FoundCases(CaseFilter filter) implements Selection {}

    /** Records of forwarding as the list shows them; null where it does not matter. */
    record Deliveries(
            @Nullable String forwarderId,
            @Nullable RecordState state,
            @Nullable String payloadId,
            @Nullable Instant since,
            @Nullable Instant until)
            implements Selection {

        public static Deliveries of(RecordFilter filter) {
            return new Deliveries(
                    filter.forwarderId(),
                    filter.state().orElse(null),
                    filter.payloadId(),
                    filter.since().orElse(null),
                    filter.until().orElse(null));
        }

        public RecordFilter filter() {
            return new RecordFilter(
                    forwarderId == null ? "" : forwarderId,
                    Optional.ofNullable(state),
                    payloadId == null ? "" : payloadId,
                    Optional.ofNullable(since),
                    Optional.ofNullable(until));
        }
    }

    /** Forms as the list shows them; null where it does not matter. */
    record SentForms(
            Set<FormState> states,
            @Nullable String xmlns,
            @Nullable String userId,
            @Nullable Instant receivedFrom,
            @Nullable Instant receivedBefore)
            implements Selection {

        public static SentForms of(FormFilter filter) {
            return new SentForms(
                    filter.states(), filter.xmlns(), filter.userId(), filter.receivedFrom(), filter.receivedBefore());
        }

        public FormFilter filter() {
            return new FormFilter(states, xmlns, userId, receivedFrom, receivedBefore);
        }
    }
}
