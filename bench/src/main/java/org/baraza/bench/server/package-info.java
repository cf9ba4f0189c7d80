// SPDX-License-Identifier: Apache-2.0
/**
 * A real server in a process of its own: started, asked, frozen, killed. What is known of it is what an operator knows:
 * its command, its environment, its home folder and its doors.
 */
@NullMarked
package org.baraza.bench.server;

import org.jspecify.annotations.NullMarked;
