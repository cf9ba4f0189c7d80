// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

/** Makes a value of an item: a document, or a part of it. Never fails; what cannot be told is nothing. */
@FunctionalInterface
public interface Expression {
    Value of(Value item, Situation situation);
}
