// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.util.Objects;
import java.util.Optional;
import org.baraza.devices.AppReleases.Asker;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;

/** Answers phones that report (device protocol: heartbeat). One read by key; what they say is written later. */
public final class Heartbeats {
    private final Transactions transactions;
    private final DeviceActivity activity;
    private final UpdatePrompts prompts;
    private final LogRequestStore requests = new LogRequestStore();

    public Heartbeats(Transactions transactions, DeviceActivity activity, UpdatePrompts prompts) {
        this.transactions = transactions;
        this.activity = activity;
        this.prompts = prompts;
    }

    /**
     * What a phone is told.
     *
     * @param client the program that runs apps
     * @param forceLogs whether it shall send its log now
     */
    public record Answer(Optional<Offer> client, Optional<Offer> app, boolean forceLogs) {}

    /** Needs {@code access_mobile_endpoints}. */
    public Answer beat(ProjectAccess who, Heartbeat heartbeat) {
        who.require(Permission.ACCESS_MOBILE_ENDPOINTS);
        activity.heard(who, heartbeat);
        AppPrompts settings = prompts.of(heartbeat.appId());
        AppReleases.Newest newest = prompts.newest(asker(who, heartbeat));
        boolean logs =
                transactions.read(tx -> requests.isRequested(tx, who.actor().userId(), heartbeat.deviceId()));
        return new Answer(Offer.client(settings, newest), Offer.app(settings, newest), logs);
    }

    private static Asker asker(ProjectAccess who, Heartbeat heartbeat) {
        return new Asker(
                heartbeat.appId(),
                who.actor().userId(),
                heartbeat.deviceId(),
                Objects.requireNonNullElse(heartbeat.buildProfileId(), ""));
    }
}
