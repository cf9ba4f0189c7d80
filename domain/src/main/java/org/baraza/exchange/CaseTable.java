// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.time.Instant;
import org.baraza.exchange.imports.TableLook;

/** A table of cases that somebody sent, kept a day so that she can say what its columns mean. */
public record CaseTable(String tableId, JobFile file, TableLook look, String sentBy, Instant sentAt) {}
