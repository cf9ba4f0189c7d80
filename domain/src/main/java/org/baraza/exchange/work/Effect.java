// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

/** What became of the thing that a row is about. */
public enum Effect {
    CREATED,
    UPDATED,
    UNCHANGED,
    DELETED
}
