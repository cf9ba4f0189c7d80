// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.baraza.apps.MediaFile;
import org.baraza.apps.MediaKind;
import org.baraza.apps.MediaReference;
import org.baraza.apps.MediaUploads;
import org.baraza.apps.WorkingCopy;
import org.baraza.apps.model.App;
import org.baraza.paging.PageRequest;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Pictures, sounds and films of applications. */
@Controller
final class AppMediaController {
    private final MediaUploads media;

    AppMediaController(MediaUploads media) {
        this.media = media;
    }

    /** A file that an application names. */
    record AppMediaFile(String path, String kind, @Nullable AppMediaContent file, List<AppPlaceNode> places) {
        private static AppMediaFile of(App app, MediaReference reference) {
            return new AppMediaFile(
                    reference.path(),
                    MediaKind.of(reference.path()).map(MediaKind::name).orElse("OTHER"),
                    reference
                            .file()
                            .map(file -> AppMediaContent.of(reference, file))
                            .orElse(null),
                    reference.places().stream()
                            .map(place -> AppPlaceNode.of(app, place))
                            .toList());
        }
    }

    /** The content of such a file. */
    record AppMediaContent(String mediaId, String address, String contentType, int length) {
        private static AppMediaContent of(MediaReference reference, MediaFile file) {
            return new AppMediaContent(
                    file.mediaId(), reference.address(file), file.contentType(), Math.toIntExact(file.length()));
        }
    }

    @SchemaMapping(typeName = "App", field = "media")
    CompletableFuture<Connection<AppMediaFile>> media(
            AppNode app,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Boolean missingOnly,
            DataFetchingFieldSelectionSet selection,
            DataLoader<Key, WorkingCopy> appContent) {
        PageRequest page = Paging.wanted(first, after, selection);
        boolean missing = missingOnly != null && missingOnly;
        return appContent.load(app.key()).thenApply(copy -> {
            App content = copy.app();
            return Connection.of(
                    InProject.scoped(app.access(), () -> media.references(app.access(), copy, missing, page)),
                    page,
                    MediaReference::cursor,
                    reference -> AppMediaFile.of(content, reference));
        });
    }
}
