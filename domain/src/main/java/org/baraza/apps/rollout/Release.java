// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

/** A version that can be given to phones, by its id and its number. */
public record Release(String buildId, int number) {}
