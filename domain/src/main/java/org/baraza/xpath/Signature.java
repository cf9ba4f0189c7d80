// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/**
 * What a function is called and takes and gives.
 *
 * @param parameters what stands between the brackets, in words: {@code text, start, end?}; a question mark behind what may be
 *     left out, dots where more may follow
 * @param nodes whether the first argument must be a path
 */
public record Signature(String name, Arity arity, Kind result, String parameters, boolean nodes) {}
