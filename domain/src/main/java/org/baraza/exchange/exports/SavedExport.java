// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Cursor;

/**
 * An export that somebody wants again and again.
 *
 * @param odata whether programs read it as an OData feed
 * @param round raised whenever its daily round begins anew
 */
public record SavedExport(
        String exportId,
        ExportPlan plan,
        String description,
        ExportSharing sharing,
        String ownerId,
        String ownerName,
        Instant createdAt,
        Instant updatedAt,
        boolean daily,
        boolean odata,
        boolean rebuilding,
        int round,
        Optional<KeptFile> file,
        Optional<Instant> fetchedAt) {
    static final String LIST = "exports";

    /** The file that a daily export last became. */
    public record KeptFile(String key, String name, long size, Instant builtAt, Duration took) {}

    public boolean isOwnedBy(ProjectAccess who) {
        return ownerId.equals(who.actor().userId());
    }

    /** Its owner may, and of what is shared for it also whoever may edit shared exports. */
    public boolean isEditableBy(ProjectAccess who) {
        return switch (sharing) {
            case PRIVATE -> isOwnedBy(who);
            case EXPORT_ONLY -> (isOwnedBy(who) || who.isAdmin()) && who.may(Permission.EDIT_SHARED_EXPORTS);
            case EDIT_AND_EXPORT -> who.may(Permission.EDIT_SHARED_EXPORTS);
        };
    }

    /** Where this server gives the kept file of a daily export. */
    public Optional<String> dailyPath(String projectName) {
        return daily
                ? Optional.of("/a/" + projectName + "/data/export/custom/dailysaved/download/" + exportId + "/")
                : Optional.empty();
    }

    /** Where programs read the tables of a feed, the main one first; nothing for what is none (data API: OData). */
    public List<FeedPath> feedPaths(String projectName) {
        if (!odata) {
            return List.of();
        }
        String base = "/a/" + projectName + "/api/odata/" + plan.type().wireName() + "s/v1/" + exportId + "/";
        return IntStream.range(0, plan.tables().size())
                .filter(place -> plan.tables().get(place).selected())
                .mapToObj(place ->
                        new FeedPath(plan.tables().get(place).label(), base + (place == 0 ? "" : place + "/") + "feed"))
                .toList();
    }

    /** Where programs read a table. */
    public record FeedPath(String label, String path) {}

    /** Where this server streams it. */
    public String streamPath(String projectName) {
        return "/a/" + projectName + "/data/export/stream/" + exportId;
    }

    /** Its place among the exports of its project. */
    public String cursor() {
        return Cursor.of(LIST, plan.name(), exportId);
    }
}
