// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

/** What of a case decides where it belongs. */
record CaseFact(int number, String caseId, String ownerId, boolean closed, boolean deleted) {}
