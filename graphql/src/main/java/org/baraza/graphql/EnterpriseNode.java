// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.enterprise.AccountAccess;
import org.baraza.enterprise.Enterprise;

/** An enterprise account, with the access that it was reached with. */
record EnterpriseNode(AccountAccess access, Enterprise enterprise) {
    public String enterpriseId() {
        return enterprise.accountId().toString();
    }

    public String name() {
        return enterprise.name();
    }

    public Instant createdAt() {
        return enterprise.createdAt();
    }
}
