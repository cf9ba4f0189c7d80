// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Clock;
import java.util.Collection;
import org.baraza.apps.AppCopies;
import org.baraza.apps.AppEditing;
import org.baraza.apps.AppMedia;
import org.baraza.apps.Apps;
import org.baraza.apps.MediaUploads;
import org.baraza.apps.PinnedReleases;
import org.baraza.apps.PracticeRestores;
import org.baraza.apps.ReleaseChoice;
import org.baraza.apps.Reverting;
import org.baraza.apps.Rollouts;
import org.baraza.apps.VersionHealth;
import org.baraza.apps.Versions;
import org.baraza.apps.checks.CheckContext;
import org.baraza.devices.RunningVersions;
import org.baraza.forms.FormTroubles;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.tenancy.Transactions;
import org.springframework.context.support.GenericApplicationContext;

/** What the fields of applications ask, for tests. */
final class AppBeans {
    private AppBeans() {}

    private static final class NobodyPractises implements PracticeRestores {
        @Override
        public Brought of(ProjectAccess who, Collection<String> userIds) {
            return Brought.NOTHING;
        }

        @Override
        public Brought kept(Collection<String> userIds) {
            return Brought.NOTHING;
        }
    }

    static void register(GenericApplicationContext beans, Transactions transactions, BlobStore blobs, Clock clock) {
        ReleaseChoice releases = new ReleaseChoice(transactions, clock);
        beans.registerBean(Apps.class, () -> new Apps(transactions, new Audit(), clock));
        beans.registerBean(AppEditing.class, () -> new AppEditing(transactions, new Audit(), clock));
        beans.registerBean(
                MediaUploads.class,
                () -> new MediaUploads(
                        transactions,
                        new AppMedia(transactions, blobs, clock),
                        beans.getBean(AppEditing.class),
                        clock));
        beans.registerBean(
                AppCopies.class,
                () -> new AppCopies(beans.getBean(Apps.class), new AppMedia(transactions, blobs, clock)));
        beans.registerBean(
                Versions.class,
                () -> new Versions(
                        transactions,
                        (_, _) -> CheckContext.NOTHING_KNOWN,
                        new NobodyPractises(),
                        releases,
                        new Audit(),
                        clock));
        beans.registerBean(
                Reverting.class, () -> new Reverting(beans.getBean(AppEditing.class), beans.getBean(Versions.class)));
        RunningVersions running = new RunningVersions(transactions, clock);
        beans.registerBean(RunningVersions.class, () -> running);
        beans.registerBean(
                Rollouts.class,
                () -> new Rollouts(
                        transactions, releases, new VersionHealth(running, new FormTroubles()), new Audit(), clock));
        beans.registerBean(PinnedReleases.class, () -> new PinnedReleases(transactions, releases, new Audit(), clock));
    }
}
