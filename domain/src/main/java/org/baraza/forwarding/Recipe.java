// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

/**
 * What a forwarder sends.
 *
 * @param type slug of its type
 * @param format slug of its format
 * @param script what the format is told; empty for formats that need nothing
 */
record Recipe(String type, String format, String script) {}
