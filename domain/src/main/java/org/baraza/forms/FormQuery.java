// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import org.baraza.paging.PageRequest;

/** A page of the forms that pass a filter, in an order. */
public record FormQuery(FormFilter filter, FormOrder order, PageRequest page) {}
