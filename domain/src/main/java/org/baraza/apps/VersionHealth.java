// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.apps.rollout.Health;
import org.baraza.apps.rollout.Rollout;
import org.baraza.devices.RunningVersions;
import org.baraza.devices.RunningVersions.PhoneOf;
import org.baraza.forms.FormTroubles;
import org.baraza.persistence.tenancy.Tx;

/** Counts how phones fare with a version since its rollout began: crashes in their logs, and forms kept as errors. */
public final class VersionHealth {
    private final RunningVersions running;
    private final FormTroubles forms;

    public VersionHealth(RunningVersions running, FormTroubles forms) {
        this.running = running;
        this.forms = forms;
    }

    Health of(Tx tx, Rollout rollout) {
        String appId = rollout.appId();
        int number = rollout.release().number();
        Instant since = rollout.startedAt();
        Set<String> phones = ids(running.running(tx, appId, number, since));
        Set<String> others = ids(running.runningOthers(tx, appId, number, since));
        Set<String> troubled = troubled(tx, rollout, false);
        Set<String> otherTroubled = troubled(tx, rollout, true);
        phones.addAll(troubled);
        others.addAll(otherTroubled);
        return new Health(phones.size(), troubled.size(), others.size(), otherTroubled.size());
    }

    private Set<String> troubled(Tx tx, Rollout rollout, boolean others) {
        Instant since = rollout.startedAt();
        Set<String> troubled = new HashSet<>(
                running.crashed(tx, rollout.appId(), rollout.release().number(), others, since));
        troubled.addAll(forms.phones(tx, rollout.appId(), rollout.release().buildId(), others, since));
        return troubled;
    }

    private static Set<String> ids(Set<PhoneOf> phones) {
        return phones.stream().map(PhoneOf::deviceId).collect(Collectors.toCollection(HashSet::new));
    }
}
