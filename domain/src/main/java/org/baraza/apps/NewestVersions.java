// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.Optional;
import org.baraza.persistence.tenancy.Transactions;

/** The versions of an app that are newest, in the project in scope; for those who tell phones of updates. */
public final class NewestVersions {
    private final Transactions transactions;
    private final VersionStore store = new VersionStore();

    public NewestVersions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param id of an app, or of a version of it */
    public Optional<AppVersion> released(String id) {
        return transactions.read(tx -> store.latestReleased(
                tx, store.find(tx, id).map(AppVersion::appId).orElse(id)));
    }

    /** The app that an id means: itself, or that of which it names a version. */
    public String originOf(String id) {
        return transactions.read(tx -> store.find(tx, id).map(AppVersion::appId).orElse(id));
    }
}
