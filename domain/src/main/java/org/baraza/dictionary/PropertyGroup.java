// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

/**
 * Properties of a type that are shown together.
 *
 * @param number small, within the type
 * @param place its place among the groups of the type
 */
public record PropertyGroup(int number, String name, String description, int place, boolean deprecated) {}
