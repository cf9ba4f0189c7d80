// SPDX-License-Identifier: Apache-2.0
package org.baraza.activity;

import java.time.Instant;
import java.util.Optional;
import org.baraza.paging.PageRequest;

/**
 * A page of accesses, newest first.
 *
 * @param username how whoever came signs in; a worker without the project
 * @param until the moment after the last
 */
public record AccessQuery(
        Optional<String> username,
        Optional<String> address,
        Optional<Instant> from,
        Optional<Instant> until,
        PageRequest page) {}
