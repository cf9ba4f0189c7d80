// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.math.BigDecimal;
import java.time.Instant;

/** The stock of one thing that a case has. */
public record LedgerValue(String sectionId, String entryId, BigDecimal balance, Instant modifiedOn) {}
