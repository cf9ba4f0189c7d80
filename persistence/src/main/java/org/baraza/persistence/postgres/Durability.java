// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

/** What a commit is worth. */
public enum Durability {
    /** A commit that was answered survives a loss of power. The only choice for anything that people enter. */
    DURABLE,
    /** Nothing survives a crash: fast, small, for tests and for generating code. */
    THROWAWAY
}
