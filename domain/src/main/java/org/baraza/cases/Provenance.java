// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

/**
 * Where a value of a case comes from.
 *
 * @param name a custom property, or a field by the name that forms set it by
 * @param step the latest step of the history that set it and still counts
 */
public record Provenance(String name, String value, CaseTransaction step) {}
