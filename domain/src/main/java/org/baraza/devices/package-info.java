// SPDX-License-Identifier: Apache-2.0
/**
 * What phones tell about themselves and what they are told: heartbeats, prompts to update, measures for apps that broke,
 * keys for what they keep, logs, and when each was last heard of. Owns the schema {@code devices}.
 *
 * <p>Invariants: a report is kept once, whatever the number of times a phone sends it; the key of a person keeps its id for
 * ever; the number of a measure is never given twice. What is heard of devices is written in batches and may be lost when
 * a server dies: nothing but monitoring rests on it. Calls identity for who is asking and who is known.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"identity", "memory", "openrosa", "paging", "problem", "tenancy", "vault", "xml"})
package org.baraza.devices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
