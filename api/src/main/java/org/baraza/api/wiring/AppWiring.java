// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.AppCopies;
import org.baraza.apps.AppEditing;
import org.baraza.apps.AppMedia;
import org.baraza.apps.Apps;
import org.baraza.apps.Asker;
import org.baraza.apps.Drafts;
import org.baraza.apps.InstallFiles;
import org.baraza.apps.InstallableApps;
import org.baraza.apps.MediaUploads;
import org.baraza.apps.NewestVersions;
import org.baraza.apps.PinnedReleases;
import org.baraza.apps.PracticeRestores;
import org.baraza.apps.ReleaseChoice;
import org.baraza.apps.Reverting;
import org.baraza.apps.Rollouts;
import org.baraza.apps.Surroundings;
import org.baraza.apps.Translating;
import org.baraza.apps.VersionHealth;
import org.baraza.apps.Versions;
import org.baraza.apps.checks.CheckContext;
import org.baraza.apps.model.EngineVersion;
import org.baraza.devices.AppReleases;
import org.baraza.devices.RunningVersions;
import org.baraza.dictionary.Dictionary;
import org.baraza.forms.FormTroubles;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.sync.DemoRestores;
import org.baraza.tables.LookupTables;
import org.baraza.usercases.UserCases;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Applications: their working copies, versions and what phones fetch. */
@Configuration(proxyBeanMethods = false)
@Import({
    AppCopies.class,
    AppEditing.class,
    AppMedia.class,
    Drafts.class,
    Apps.class,
    FormTroubles.class,
    InstallFiles.class,
    InstallableApps.class,
    MediaUploads.class,
    NewestVersions.class,
    PinnedReleases.class,
    ReleaseChoice.class,
    Reverting.class,
    Rollouts.class,
    RunningVersions.class,
    Translating.class,
    VersionHealth.class,
    Versions.class
})
class AppWiring {

    /** Reports are not known here yet, so what an app says of them is taken as it is. */
    @Bean
    Surroundings surroundings(LookupTables tables, Dictionary dictionary, DemoRestores demo, UserCases usercases) {
        return (who, app) -> {
            Set<String> forPractice = demo.demoWorkers(app.practiceWorkers());
            return new CheckContext(
                    Optional.of(tables.columns(who)),
                    Optional.empty(),
                    Optional.of(forPractice),
                    demo.tooLarge(who.project(), forPractice),
                    Optional.empty(),
                    Optional.of(dictionary.propertyNames()),
                    usercases.areEnabled());
        };
    }

    @Bean
    PracticeRestores practiceRestores(DemoRestores demo) {
        return new PracticeRestores() {
            @Override
            public Brought of(ProjectAccess who, Collection<String> userIds) {
                return brought(demo.payloads(who, userIds));
            }

            @Override
            public Brought kept(Collection<String> userIds) {
                return brought(demo.keptPayloads(ProjectScope.current(), userIds));
            }

            private static Brought brought(DemoRestores.Brought found) {
                return new Brought(found.payloads(), found.tooLarge());
            }
        };
    }

    /** Phones of a released app are told of the client that apps are made for, and of the newest release. */
    @Bean
    AppReleases appReleases(NewestVersions versions) {
        return asker -> {
            Optional<Integer> newest = versions.releasedFor(
                    asker.appId(), Asker.signedIn(asker.userId(), asker.deviceId(), asker.profileId()));
            return new AppReleases.Newest(newest.map(_ -> EngineVersion.USUAL.toString()), newest);
        };
    }

    @Bean
    RolloutRounds rolloutRounds(@Qualifier("systemPool") HikariDataSource systemPool, Rollouts rollouts) {
        return new RolloutRounds(new ProjectsWithWork(systemPool), rollouts);
    }
}
