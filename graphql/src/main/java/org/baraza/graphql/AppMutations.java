// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.baraza.apps.AppCopies;
import org.baraza.apps.AppEditing;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Apps;
import org.baraza.apps.Reverting;
import org.baraza.apps.editing.AppChange;
import org.baraza.apps.model.ImportNotice;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;

/** Makes and changes applications. */
@Controller
final class AppMutations {
    private final Entrance entrance;
    private final Apps apps;
    private final AppCopies copies;
    private final AppEditing editing;
    private final Reverting reverting;

    AppMutations(Entrance entrance, Apps apps, AppCopies copies, AppEditing editing, Reverting reverting) {
        this.entrance = entrance;
        this.apps = apps;
        this.copies = copies;
        this.editing = editing;
        this.reverting = reverting;
    }

    /** An application to be made. */
    record Creation(String project, String name, @Nullable String language) {}

    /** An application that comes in. */
    record Import(String project, String name, Object document) {}

    /** A copy to be made, in the same project or in another one. */
    record Copy(
            String project,
            String appId,
            String name,
            @Nullable String toProject) {}

    /** An application that goes, or comes back. */
    record Deletion(String project, String appId) {}

    /** A version whose content comes back. */
    record Reversion(String project, String buildId) {}

    /** Changes to be made to what the version was. */
    record Edit(String project, String appId, int version, List<Change> changes) {}

    /** One change: one of these is given. */
    record Change(
            @Nullable Put put,
            @Nullable AddMenu addMenu,
            @Nullable AddForm addForm,
            @Nullable CopyForm copyForm,
            @Nullable String remove,
            @Nullable Move move,
            @Nullable PutSource putSource) {

        private AppChange change() {
            if (put != null) {
                return new AppChange.Put(put.path, JsonMapper.shared().valueToTree(put.value));
            }
            if (addMenu != null) {
                return new AppChange.AddMenu(
                        addMenu.name,
                        addMenu.kind,
                        Objects.requireNonNullElse(addMenu.caseType, ""),
                        Optional.ofNullable(addMenu.sourceMenuId),
                        Optional.ofNullable(addMenu.position));
            }
            if (addForm != null) {
                return new AppChange.AddForm(
                        addForm.menuId, addForm.name, addForm.kind, Optional.ofNullable(addForm.position));
            }
            if (copyForm != null) {
                return new AppChange.CopyForm(copyForm.formId, copyForm.name);
            }
            if (remove != null) {
                return new AppChange.Remove(remove);
            }
            if (move != null) {
                return new AppChange.Move(move.id, Optional.ofNullable(move.menuId), move.position);
            }
            PutSource source = Objects.requireNonNull(putSource, "the schema lets exactly one through");
            return new AppChange.PutSource(source.formId, source.source, Optional.ofNullable(source.basedOn));
        }
    }

    /** A value and its place. */
    record Put(String path, @Nullable Object value) {}

    /** A menu to be added. */
    record AddMenu(
            String name,
            AppChange.MenuKind kind,
            @Nullable String caseType,
            @Nullable String sourceMenuId,
            @Nullable Integer position) {}

    /** A form to be added. */
    record AddForm(
            String menuId,
            String name,
            AppChange.FormKind kind,
            @Nullable Integer position) {}

    /** A form to be copied. */
    record CopyForm(String formId, String name) {}

    /** A menu or form and its new place. */
    record Move(String id, @Nullable String menuId, int position) {}

    /** An XForm and the form that it is of. */
    record PutSource(String formId, String source, @Nullable String basedOn) {}

    /** What came of it. */
    record AppPayload(@Nullable AppNode app, List<UserError> userErrors) {}

    /** Something of an import that is worth knowing. */
    record Notice(String place, String message) {
        private static Notice of(ImportNotice notice) {
            return new Notice(notice.place(), notice.sentence() + ".");
        }
    }

    /** What came of it. */
    record ImportAppPayload(@Nullable AppNode app, List<Notice> notices, List<UserError> userErrors) {}

    /** What came of it. */
    record RevertAppPayload(@Nullable AppNode app, @Nullable AppVersion version, List<UserError> userErrors) {}

    private record Back(AppNode app, @Nullable AppVersion version) {}

    private record Taken(AppNode app, List<Notice> notices) {}

    @MutationMapping
    AppPayload createApp(@Argument Creation input) {
        String language = input.language == null ? "en" : input.language;
        return Attempt.in(
                entrance,
                input.project,
                access -> AppNode.of(access, apps.create(access, input.name, language)),
                AppPayload::new);
    }

    @MutationMapping
    ImportAppPayload importApp(@Argument Import input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    Apps.Imported imported = apps.importApp(
                            access, input.name, JsonMapper.shared().valueToTree(input.document));
                    return new Taken(
                            AppNode.of(access, imported.app()),
                            imported.notices().stream().map(Notice::of).toList());
                },
                (taken, errors) -> taken == null
                        ? new ImportAppPayload(null, List.of(), errors)
                        : new ImportAppPayload(taken.app, taken.notices, errors));
    }

    @MutationMapping
    AppPayload copyApp(@Argument Copy input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    ProjectAccess to = input.toProject == null ? access : entrance.enter(input.toProject);
                    return AppNode.of(to, copies.copy(access, input.appId, to, input.name));
                },
                AppPayload::new);
    }

    @MutationMapping
    AppPayload deleteApp(@Argument Deletion input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    apps.delete(access, input.appId);
                    return new AppNode(access, apps.find(access, input.appId).orElseThrow());
                },
                AppPayload::new);
    }

    @MutationMapping
    AppPayload undeleteApp(@Argument Deletion input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> new AppNode(access, apps.undelete(access, input.appId)),
                AppPayload::new);
    }

    @MutationMapping
    AppPayload editApp(@Argument Edit input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> AppNode.of(
                        access,
                        editing.edit(
                                access,
                                input.appId,
                                input.version,
                                input.changes.stream().map(Change::change).toList())),
                AppPayload::new);
    }

    @MutationMapping
    RevertAppPayload revertApp(
            @Argument Reversion input, @ContextValue(name = ServerAddress.KEY) String serverAddress) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    Reverting.Reverted reverted = reverting.revert(access, input.buildId, serverAddress);
                    return new Back(
                            AppNode.of(access, reverted.copy()),
                            reverted.version().orElse(null));
                },
                (back, errors) -> back == null
                        ? new RevertAppPayload(null, null, errors)
                        : new RevertAppPayload(back.app, back.version, errors));
    }
}
