// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

/** The namespaces of forms. */
public final class Namespaces {
    public static final String XHTML = "http://www.w3.org/1999/xhtml";
    public static final String XFORMS = "http://www.w3.org/2002/xforms";
    public static final String JAVAROSA = "http://openrosa.org/javarosa";
    public static final String OPENROSA = "http://openrosa.org/jr/xforms";
    public static final String COMMCARE = "http://commcarehq.org/xforms";
    public static final String CASE = "http://commcarehq.org/case/transaction/v2";
    public static final String BUILDER = "http://commcarehq.org/xforms/vellum";

    private Namespaces() {}
}
