// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.Optional;
import org.baraza.identity.ProjectAccess;

/** What phones of workers for practice get, told by whoever keeps it. Asked in the scope of the project. */
public interface PracticeRestores {
    /** The data of a worker; empty if she is none for practice. It is made where it was never asked for. */
    Optional<byte[]> of(ProjectAccess who, String userId);

    /** The same, if it was made before. */
    Optional<byte[]> kept(String userId);
}
