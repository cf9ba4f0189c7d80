// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

/**
 * Why no version can be made.
 *
 * @param place what it is about, for people
 * @param message one plain sentence
 */
public record BuildProblem(String place, String message) {}
