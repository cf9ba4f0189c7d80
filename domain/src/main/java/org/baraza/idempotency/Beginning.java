// SPDX-License-Identifier: Apache-2.0
package org.baraza.idempotency;

/** What is to be done with a request that comes with a key. */
public sealed interface Beginning {

    /** It is the first; it may run. */
    record First() implements Beginning {}

    /** It was answered already. */
    record Answered(KeptAnswer answer) implements Beginning {}

    /** It runs at this moment. */
    record Running() implements Beginning {}

    /** It began long ago and was never answered: the node died that ran it. */
    record Lost() implements Beginning {}

    /** The key came with another request. */
    record AnotherRequest() implements Beginning {}
}
