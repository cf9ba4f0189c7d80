// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.time.Duration;

/**
 * How far requests of one kind may go.
 *
 * @param connect for one of these connections to be free, and for it to be made
 * @param answer for an answer to begin, and for it to be read
 * @param largest bytes of an answer that are read
 * @param atOnce requests in all
 * @param atOnePlace requests to one host and port
 */
public record EgressLimits(Duration connect, Duration answer, long largest, int atOnce, int atOnePlace) {}
