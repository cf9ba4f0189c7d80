// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

/** What became of a request about cases. */
public sealed interface CaseOutcome permits CasesChanged, FormRefused {

    /**
     * What changed, for whoever has no words of her own for the other end.
     *
     * @throws org.baraza.problem.Refused when nothing did
     */
    CasesChanged orRefused();
}
