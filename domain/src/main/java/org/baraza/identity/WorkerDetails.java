// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a mobile worker besides her login.
 *
 * @param phoneNumbers the first one is hers by default
 * @param userData custom data about her, as it goes to her phone
 * @param deactivateAfter the day, in UTC, from which she is no longer let in; empty for none
 */
record WorkerDetails(
        String firstName,
        String lastName,
        String email,
        String language,
        List<String> phoneNumbers,
        Map<String, String> userData,
        Optional<LocalDate> deactivateAfter) {

    static WorkerDetails of(NewMobileWorker worker) {
        return new WorkerDetails(
                worker.firstName(),
                worker.lastName(),
                worker.email(),
                worker.language(),
                worker.phoneNumbers(),
                worker.userData(),
                Optional.empty());
    }

    static WorkerDetails of(MobileWorker worker) {
        return new WorkerDetails(
                worker.firstName(),
                worker.lastName(),
                worker.email(),
                worker.language(),
                worker.phoneNumbers(),
                worker.userData(),
                worker.deactivateAfter());
    }

    /** As they are after the change; a new password or role changes nothing of them. */
    WorkerDetails after(WorkerChange change) {
        return switch (change) {
            case WorkerChange.FirstName(var name) ->
                new WorkerDetails(name, lastName, email, language, phoneNumbers, userData, deactivateAfter);
            case WorkerChange.LastName(var name) ->
                new WorkerDetails(firstName, name, email, language, phoneNumbers, userData, deactivateAfter);
            case WorkerChange.Email(var address) ->
                new WorkerDetails(firstName, lastName, address, language, phoneNumbers, userData, deactivateAfter);
            case WorkerChange.Language(var code) ->
                new WorkerDetails(firstName, lastName, email, code, phoneNumbers, userData, deactivateAfter);
            case WorkerChange.PhoneNumbers(var numbers) ->
                new WorkerDetails(firstName, lastName, email, language, numbers, userData, deactivateAfter);
            case WorkerChange.DefaultPhoneNumber(var number) ->
                new WorkerDetails(firstName, lastName, email, language, first(number), userData, deactivateAfter);
            case WorkerChange.UserData(var data) ->
                new WorkerDetails(firstName, lastName, email, language, phoneNumbers, data, deactivateAfter);
            case WorkerChange.DeactivateAfter(var day) ->
                new WorkerDetails(firstName, lastName, email, language, phoneNumbers, userData, day);
            case WorkerChange.Password _, WorkerChange.Role _ -> this;
        };
    }

    private List<String> first(String number) {
        List<String> numbers = new ArrayList<>(phoneNumbers);
        numbers.remove(number);
        numbers.addFirst(number);
        return numbers;
    }

    WorkerDetails withUserData(Map<String, String> data) {
        return after(new WorkerChange.UserData(data));
    }
}
