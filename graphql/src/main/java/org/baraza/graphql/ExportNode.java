// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import org.baraza.exchange.exports.ExportFilter;
import org.baraza.exchange.exports.ExportFormat;
import org.baraza.exchange.exports.ExportManner;
import org.baraza.exchange.exports.ExportSharing;
import org.baraza.exchange.exports.ExportTable;
import org.baraza.exchange.exports.ExportType;
import org.baraza.exchange.exports.SavedExport;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** What somebody wants to export again and again. */
record ExportNode(ProjectAccess access, SavedExport export) implements Node {
    @Override
    public String id() {
        return new GlobalId(GlobalId.Kind.EXPORT, access.projectName(), export.exportId()).text();
    }

    public String exportId() {
        return export.exportId();
    }

    public ExportType type() {
        return export.plan().type();
    }

    public String identifier() {
        return export.plan().identifier();
    }

    public String name() {
        return export.plan().name();
    }

    public String description() {
        return export.description();
    }

    public ExportFormat format() {
        return export.plan().format();
    }

    public ExportManner manner() {
        return export.plan().manner();
    }

    public List<ExportTable> tables() {
        return export.plan().tables();
    }

    public ExportFilter filter() {
        return export.plan().filter();
    }

    public ExportSharing sharing() {
        return export.sharing();
    }

    public boolean daily() {
        return export.daily();
    }

    public boolean odata() {
        return export.odata();
    }

    public List<SavedExport.FeedPath> feedPaths() {
        return export.feedPaths(access.projectName());
    }

    public boolean rebuilding() {
        return export.rebuilding();
    }

    public Instant updatedAt() {
        return export.updatedAt();
    }

    public @Nullable Instant builtAt() {
        return export.file().map(SavedExport.KeptFile::builtAt).orElse(null);
    }

    public @Nullable Double fileSize() {
        return export.file().map(file -> (Double) (double) file.size()).orElse(null);
    }

    public @Nullable Instant fetchedAt() {
        return export.fetchedAt().orElse(null);
    }

    public boolean mayEdit() {
        return export.isEditableBy(access);
    }

    public @Nullable String dailyPath() {
        return export.dailyPath(access.projectName()).orElse(null);
    }

    public String streamPath() {
        return export.streamPath(access.projectName());
    }
}
