// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

/** Somebody, or some people, whom a row is for. */
public record RowOwner(Kind kind, String id) {

    /** What an owner is; a location stands for all who work at or below it. */
    public enum Kind {
        USER,
        GROUP,
        LOCATION
    }
}
