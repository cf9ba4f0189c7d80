// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.baraza.exchange.exports.ExportType;
import org.baraza.exchange.exports.Exporting;
import org.baraza.exchange.exports.FeedField;
import org.baraza.exchange.exports.SavedExport;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.exchange.exports.Stretch;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Exports as programs read them, page by page (data API: OData). Needs {@code view_reports}, or the permission for feeds. What is
 * no feed, or not of that kind, is not there.
 */
public final class Feeds {
    private final SavedExports saved;
    private final Exporting exporting;

    public Feeds(SavedExports saved, Exporting exporting) {
        this.saved = saved;
        this.exporting = exporting;
    }

    /** What is done with each row of a page, its cells in the order of the properties. */
    @FunctionalInterface
    public interface Reader {
        void row(String[] cells) throws IOException;
    }

    /** The feed of forms or of cases by its id. */
    public SavedExport get(ProjectAccess who, ExportType type, String exportId) {
        return saved.find(who, exportId)
                .filter(export -> export.odata() && export.plan().type() == type)
                .orElseThrow(Feeds::notFound);
    }

    /** The properties of the rows of a table, the key among them. */
    public List<FeedField> fields(ProjectAccess who, SavedExport feed, int table) {
        return exporting.feedFields(who, feed.plan(), table).orElseThrow(Feeds::notFound);
    }

    /** What the key of a table is called. */
    public String key(SavedExport feed, int table) {
        return exporting.feedKey(feed.plan(), table).orElseThrow(Feeds::notFound);
    }

    /**
     * Reads a page; whoever begins one at the beginning is taken down.
     *
     * @param from where the caller reached the server
     * @return the place behind which the next page begins; empty behind the last one
     */
    public Optional<String> read(
            ProjectAccess who, SavedExport feed, int table, Stretch stretch, String from, Reader reader)
            throws IOException {
        exporting.checkFeed(who, feed.plan(), table);
        if (stretch.after().isEmpty()) {
            saved.streamed(who, feed);
        }
        return exporting.feed(who, feed.plan(), table, stretch, from, reader::row);
    }

    private static Refused notFound() {
        return new Refused(new Problem.NotFound("feed"));
    }
}
