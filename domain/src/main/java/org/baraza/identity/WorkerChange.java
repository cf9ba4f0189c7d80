// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing about a mobile worker that becomes different; what no change names stays as it is. */
public sealed interface WorkerChange {

    /** Her first name. */
    record FirstName(String value) implements WorkerChange {}

    /** Her last name. */
    record LastName(String value) implements WorkerChange {}

    /** Her address, empty for none. */
    record Email(String value) implements WorkerChange {}

    /** The language that apps greet her in. */
    record Language(String value) implements WorkerChange {}

    /** All of her numbers; the first one is hers by default. */
    record PhoneNumbers(List<String> values) implements WorkerChange {
        public PhoneNumbers {
            values = List.copyOf(values);
        }
    }

    /** The number that becomes the first; the others stay behind it. */
    record DefaultPhoneNumber(String value) implements WorkerChange {}

    /** All of her user data; {@code commcare_profile} in it chooses her profile. */
    record UserData(Map<String, String> values) implements WorkerChange {
        public UserData {
            values = Map.copyOf(values);
        }
    }

    /** The day, in UTC, from which she is no longer let in; empty for none. */
    record DeactivateAfter(Optional<LocalDate> day) implements WorkerChange {}

    /** Another role, by its name. */
    record Role(String name) implements WorkerChange {}

    /** A new password; the old one is of no use within seconds. */
    record Password(String value) implements WorkerChange {
        @Override
        public String toString() {
            return "Password";
        }
    }

    /** What changes, in the words of the books. */
    default String what() {
        return switch (this) {
            case FirstName _ -> "first_name";
            case LastName _ -> "last_name";
            case Email _ -> "email";
            case Language _ -> "language";
            case PhoneNumbers _, DefaultPhoneNumber _ -> "phone_numbers";
            case UserData _ -> "user_data";
            case DeactivateAfter _ -> "deactivate_after";
            case Role _ -> "role";
            case Password _ -> "password";
        };
    }
}
