// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Optional;
import org.baraza.paging.PageRequest;

/**
 * A page of jobs, newest first.
 *
 * @param state empty for any
 */
public record JobQuery(Optional<JobState> state, PageRequest page) {}
