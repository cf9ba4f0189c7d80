// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.CannotBuild;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.model.App;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives out an old version under a new number. Phones only ever go up, so this is how they go back; the working copy keeps its
 * content, and goes on counting behind the new number.
 */
final class Reissue {
    private final Clock clock;
    private final AppStore apps = new AppStore();
    private final VersionStore versions = new VersionStore();
    private final MediaStore media = new MediaStore();

    Reissue(Clock clock) {
        this.clock = clock;
    }

    /** @param base scheme and host under which phones reach this server */
    AppVersion of(Tx tx, ProjectAccess who, AppVersion old, String base) {
        WorkingCopy now = apps.lock(tx, old.appId())
                .filter(app -> !app.summary().deleted())
                .orElseThrow(Apps::unknown);
        int number = now.summary().version() + 1;
        WorkingCopy content =
                versions.content(tx, old.buildId()).orElseThrow(() -> new Refused(new Problem.NotFound("version")));
        ObjectNode document = content.document().deepCopy().put("version", number);
        WorkingCopy again = new WorkingCopy(content.summary(), document, content.sources());
        AppVersion made = new AppVersion(
                Apps.newId(),
                old.appId(),
                number,
                comment(old),
                clock.instant(),
                who.actor().userId(),
                false,
                null,
                Apps.newCode());
        versions.insert(tx, who.project(), made, again, compiled(tx, who, made, again, old, base));
        versions.setReleased(tx, made.buildId(), true, clock.instant());
        apps.raiseTo(tx, old.appId(), number + 1);
        return versions.find(tx, made.buildId()).orElseThrow();
    }

    private static String comment(AppVersion old) {
        return "Version " + old.number() + " again" + (old.comment().isEmpty() ? "" : ": " + old.comment());
    }

    /** The data for practice of the version that comes again. */
    private Map<String, byte[]> restores(Tx tx, App app, AppVersion old) {
        Map<String, byte[]> restores = new HashMap<>();
        app.practiceMobileWorkerId()
                .ifPresent(worker -> versions.file(tx, old.buildId(), Build.PRACTICE_FILE)
                        .ifPresent(file -> restores.put(worker, file.content())));
        app.languageProfiles()
                .forEach((profile, languages) -> languages
                        .practiceMobileWorkerId()
                        .ifPresent(worker -> versions.file(tx, old.buildId(), profile + "/" + Build.PRACTICE_FILE)
                                .ifPresent(file -> restores.put(worker, file.content()))));
        return restores;
    }

    private Build compiled(
            Tx tx, ProjectAccess who, AppVersion version, WorkingCopy content, AppVersion old, String base) {
        BuildContext context = BuildContext.first(
                        base,
                        who.projectName(),
                        version.appId(),
                        version.buildId(),
                        version.number(),
                        content.app().engine())
                .after(versions.numbers(tx, version.appId()))
                .withPractice(restores(tx, content.app(), old))
                .withMedia(media.kept(tx, content.app()));
        try {
            return Compiler.compile(content.app(), content.formSources(), context);
        } catch (CannotBuild _) {
            throw new Refused(new Problem.Conflict(
                    "CANNOT_BUILD", "This version cannot be built any more. Go back to its content and repair it."));
        }
    }
}
