// SPDX-License-Identifier: Apache-2.0
/** What the resources of CommCare HQ's data API have in common: how lists are paged and how bodies are read. */
@NullMarked
package org.baraza.api.hq;

import org.jspecify.annotations.NullMarked;
