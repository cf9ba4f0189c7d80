// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.Optional;

/** What the reader of expressions knows about functions: how many arguments each takes. */
@FunctionalInterface
public interface Signatures {

    /** Nothing is known, so every count is accepted. */
    Signatures NONE = function -> Optional.empty();

    /** Empty if there is no such function; that is no fault of syntax. */
    Optional<Arity> arity(String function);
}
