// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

/** How deliveries are handed over. */
public enum Method {
    POST,
    PUT,
    DELETE
}
