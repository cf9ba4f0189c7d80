// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.List;
import org.baraza.identity.ProjectAccess;
import org.baraza.phone.Block;
import org.baraza.phone.Phone;

/** A phone in somebody's hand, and the forms that wait on it. */
final class Handset {
    final String name;
    final ProjectAccess owner;
    final List<Queued> unsent = new ArrayList<>();
    Phone phone;
    /** Who purges at all does so again before she syncs. */
    boolean purges;

    /** A form that the phone has not been told of that it arrived. */
    record Queued(String formId, List<Block> blocks) {}

    Handset(String name, ProjectAccess owner) {
        this.name = name;
        this.owner = owner;
        this.phone = new Phone(owner.actor().userId());
    }

    String userId() {
        return owner.actor().userId();
    }

    /** Its owner gets another one, with nothing on it. */
    void replace() {
        phone = new Phone(userId());
        purges = false;
        unsent.clear();
    }
}
