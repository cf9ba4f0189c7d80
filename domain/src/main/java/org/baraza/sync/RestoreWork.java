// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

/**
 * A payload that is to be made.
 *
 * @param projectName as phones know it
 * @param log of the sync, on record already
 * @param standing told first whether there is a payload at all
 * @param progress told how far it is
 */
record RestoreWork(
        String projectName, RestoreRequest request, SyncLog log, Standing standing, RestoreProgress progress) {}
