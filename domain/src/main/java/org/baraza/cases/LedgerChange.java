// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.math.BigDecimal;

/**
 * What a form does to one stock value of a case (device protocol: ledgers).
 *
 * @param sets true for a balance, false for one side of a transfer
 * @param quantity the new balance, or what is added (negative at the source of a transfer)
 */
public record LedgerChange(String caseId, String sectionId, String entryId, boolean sets, BigDecimal quantity) {}
