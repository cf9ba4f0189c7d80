// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

/** What a property with choices may be. */
public record AllowedValue(String value, String description) {}
