// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

/**
 * Why a delivery was not taken.
 *
 * @param reason for people
 * @param notYet whether the other side lacks something that another delivery brings: it is tried again later
 */
public record Refusal(String reason, boolean notYet) {}
