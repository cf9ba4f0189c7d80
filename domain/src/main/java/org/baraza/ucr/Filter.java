// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

/** Whether an item is wanted. */
@FunctionalInterface
public interface Filter {
    boolean accepts(Value item, Situation situation);
}
