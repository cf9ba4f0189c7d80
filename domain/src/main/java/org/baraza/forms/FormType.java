// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

/**
 * A kind of form.
 *
 * @param name as the latest one called itself; empty where it has none
 */
public record FormType(String xmlns, String name) {}
