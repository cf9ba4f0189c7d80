// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.math.BigDecimal;
import java.time.Instant;

/** How much of one product a case has in one section. */
record StockRow(String caseId, String sectionId, String entryId, BigDecimal balance, Instant modifiedOn) {}
