// SPDX-License-Identifier: Apache-2.0
package org.baraza.idempotency;

/**
 * What a request is known by.
 *
 * @param caller id of who sends it
 * @param key of the caller's choice
 */
public record RequestKey(String caller, String key) {}
