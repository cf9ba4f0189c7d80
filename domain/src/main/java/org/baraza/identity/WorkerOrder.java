// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/** Orders of a list of mobile workers. */
public enum WorkerOrder {
    USERNAME_ASC,
    USERNAME_DESC,
    CREATED_ASC,
    CREATED_DESC;

    public boolean byName() {
        return this == USERNAME_ASC || this == USERNAME_DESC;
    }

    public boolean ascending() {
        return this == USERNAME_ASC || this == CREATED_ASC;
    }
}
