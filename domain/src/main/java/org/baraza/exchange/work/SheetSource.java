// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.List;

/** A sheet to be written, a part of its rows at a time. */
public interface SheetSource {

    String name();

    List<String> header();

    /** The next rows, some hundred at most; none at the end. */
    List<List<String>> next();
}
