// SPDX-License-Identifier: Apache-2.0
package org.baraza.idempotency;

/**
 * What a request is known by.
 *
 * @param caller id of who sends it
 * @param key of the caller's choice
 * @param inProject whether it is about the project in scope; else it is about none, and the caller's own
 */
public record RequestKey(String caller, String key, boolean inProject) {

    /** Of a request about the project in scope. */
    public RequestKey(String caller, String key) {
        this(caller, key, true);
    }

    /** Of a request that is about no project. */
    public static RequestKey own(String caller, String key) {
        return new RequestKey(caller, key, false);
    }
}
