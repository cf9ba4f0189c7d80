// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import org.baraza.paging.PageRequest;

/** A page of the cases that pass a filter, in an order. */
public record CaseQuery(CaseFilter filter, CaseOrder order, PageRequest page) {}
