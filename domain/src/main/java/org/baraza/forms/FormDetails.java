// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.List;
import java.util.Map;

/**
 * What hangs on forms, by their ids.
 *
 * @param contents what the forms say, of those whose XML is there
 * @param attachments files by name; nothing for those without
 * @param events what was done to those that were edited, oldest first
 */
public record FormDetails(
        Map<String, FormContent> contents,
        Map<String, List<FormAttachment>> attachments,
        Map<String, List<FormEvent>> events) {}
