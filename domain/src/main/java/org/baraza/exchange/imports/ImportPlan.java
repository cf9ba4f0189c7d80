// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

/**
 * How rows become cases.
 *
 * @param caseType of the cases that are looked for and of those that are made
 * @param byExternalId whether the search column has external ids; else it has case ids
 * @param searchColumn header of the column by which cases are found
 * @param createsNew whether a row that finds no case makes one
 * @param nameColumn header of the column with the name
 * @param comment of whoever sent it
 */
public record ImportPlan(
        String caseType,
        boolean byExternalId,
        String searchColumn,
        boolean createsNew,
        String nameColumn,
        String comment) {}
