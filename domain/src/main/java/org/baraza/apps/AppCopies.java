// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppCopy;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.NotAnApp;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies an app into another project of whoever may change apps in both (app model, section 9). Its media come along; lookup
 * tables and reports that it names do not, and workers of the one project are nobody in the other.
 */
public final class AppCopies {
    private static final String PRACTICE = "practice_mobile_worker_id";

    private final Apps apps;
    private final AppMedia media;

    public AppCopies(Apps apps, AppMedia media) {
        this.apps = apps;
        this.media = media;
    }

    /** The new app, in the project that it was copied to; in the same one it stays of the same family. */
    public WorkingCopy copy(ProjectAccess from, String appId, ProjectAccess to, String name) {
        if (from.project().equals(to.project())) {
            return apps.copy(from, appId, name);
        }
        from.require(Permission.EDIT_APPS);
        to.require(Permission.EDIT_APPS);
        AppNames.checked(name);
        WorkingCopy of = ProjectScope.in(from.project(), () -> apps.read(from, appId))
                .filter(found -> !found.summary().deleted())
                .orElseThrow(Apps::unknown);
        try {
            AppImport.Imported copy = AppCopy.of(of.document(), of.formSources(), name, false, Apps::newId);
            ObjectNode document = copy.document();
            withoutWorkers(document);
            withMedia(document, from, to);
            return ProjectScope.in(to.project(), () -> apps.addCopy(to, name, document, copy.sources()));
        } catch (NotAnApp impossible) {
            throw new IllegalStateException("an app of ours cannot be read", impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutWorkers(ObjectNode document) {
        document.remove(PRACTICE);
        for (JsonNode profile : document.path("build_profiles")) {
            if (profile instanceof ObjectNode known) {
                known.remove(PRACTICE);
            }
        }
    }

    /** What was never uploaded there is missing here, too. */
    private void withMedia(ObjectNode document, ProjectAccess from, ProjectAccess to) throws IOException {
        Map<String, MediaFile> files = ProjectScope.in(from.project(), () -> media.of(App.of(document)));
        Set<String> digests = files.values().stream().map(MediaFile::digest).collect(Collectors.toSet());
        Map<String, MediaFile> there = new HashMap<>(ProjectScope.in(to.project(), () -> media.kept(digests)));
        for (JsonNode entry : document.path("multimedia_map")) {
            MediaFile file = files.get(entry.path("multimedia_id").asString(""));
            if (file != null && entry instanceof ObjectNode known) {
                if (!there.containsKey(file.digest())) {
                    there.put(file.digest(), brought(file, from, to));
                }
                known.put(
                        "multimedia_id",
                        Objects.requireNonNull(there.get(file.digest())).mediaId());
            }
        }
    }

    private MediaFile brought(MediaFile file, ProjectAccess from, ProjectAccess to) throws IOException {
        try (InputStream content = ProjectScope.<InputStream, IOException>in(from.project(), () -> media.open(file))) {
            return ProjectScope.<MediaFile, IOException>in(
                    to.project(), () -> media.keep(to.project(), file.contentType(), content));
        }
    }
}
