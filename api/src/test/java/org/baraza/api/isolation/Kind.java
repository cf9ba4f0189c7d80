// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

/** What the id is of that a probe asks for. */
enum Kind {
    /** Nothing but the project itself is asked for. */
    PROJECT,
    CASE,
    /** A case to which a form gave a file, called photo. */
    CASE_WITH_FILE,
    /** The external id of a case. */
    EXTERNAL_ID,
    FORM,
    WORKER,
    /** A worker made for this probe alone, who may go. */
    NEW_WORKER,
    /** A worker made for this probe alone, with an e-mail address. */
    WORKER_WITH_MAIL,
    /** The same, who has not chosen a password yet. */
    UNCONFIRMED_WORKER,
    /** A phone that was heard of; it calls itself by the id of its owner. */
    DEVICE,
    USERNAME,
    /** A web user who is a member, and no administrator. */
    MEMBER,
    /** A web user made for this probe alone. */
    NEW_MEMBER,
    /** A web user who is a member here only, and has a second factor. */
    MEMBER_WITH_PHONE,
    /** An invitation made for this probe alone. */
    NEW_INVITATION,
    /** Somebody who asks to be let in, for this probe alone. */
    NEW_JOIN_REQUEST,
    /** A role made for this probe alone. */
    NEW_ROLE,
    /** A profile of user data made for this probe alone. */
    NEW_PROFILE,
    TABLE,
    /** A lookup table made for this probe alone. */
    NEW_TABLE,
    TAG,
    PRODUCT,
    PROGRAM,
    /** A program made for this probe alone. */
    NEW_PROGRAM,
    APP,
    /** A form of that app. */
    APP_FORM,
    /** A version of that app. */
    APP_VERSION,
    /** What came of an archive of media for that app. */
    MEDIA_UPLOAD,
    /** An app made for this probe alone. */
    NEW_APP,
    /** A version of an app made for this probe alone. */
    NEW_APP_VERSION,
    /** A released version of an app made for this probe alone. */
    NEW_RELEASED_VERSION,
    /** A rollout of such a version. */
    NEW_ROLLOUT,
    /** A version that is kept to a location, made for this probe alone. */
    LOCATION_PIN,
    /** One that is kept to a language profile. */
    PROFILE_PIN,
    /** A type of cases that the dictionary describes. */
    CASE_TYPE,
    /** A type of cases made for this probe alone. */
    NEW_CASE_TYPE,
    ROW,
    /** A row of a lookup table made for this probe alone. */
    NEW_ROW,
    /** A claim made for this probe alone. */
    NEW_CLAIM,
    RESTORE,
    /** A job that is done and has a file. */
    JOB,
    /** A job that somebody uploaded a workbook of lookup tables for. */
    UPLOAD,
    /** A job that somebody sent a table of cases for. */
    IMPORT,
    /** An export of cases. */
    EXPORT,
    /** An export of forms. */
    FORM_EXPORT,
    /** An export of which a file is kept. */
    DAILY_EXPORT,
    /** Such a one made for this probe alone. */
    NEW_EXPORT,
    /** A place to which data is sent. */
    CONNECTION,
    /** Such a one made for this probe alone. */
    NEW_CONNECTION,
    FORWARDER,
    /** Such a one made for this probe alone. */
    NEW_FORWARDER,
    /** A delivery that waits. */
    FORWARDING_RECORD,
    /** A request that was sent to try a connection. */
    FORWARDING_REQUEST,
    /** A change that forwarding could not digest, made for this probe alone. */
    NEW_SET_ASIDE_CHANGE,
    /** An export that programs read as a feed. */
    FEED,
    /** A table of cases that waits for its import. */
    CASE_TABLE,
    /** A job that a program started on forms. */
    FORM_ACTION,
    /** A job made for this probe alone, which waits. */
    WAITING_JOB,
    API_KEY,
    /** A program that somebody registered, made for this probe alone. */
    NEW_APPLICATION,
    /** A program that somebody lets act for her. */
    NEW_AUTHORIZATION,
    /** An enterprise account made for this probe alone. */
    NEW_ENTERPRISE,
    /** An identity provider of such a one, by both ids. */
    NEW_PROVIDER,
    /** An e-mail domain of such a one, with the id of its account. */
    NEW_EMAIL_DOMAIN,
    GROUP,
    GROUP_NAME,
    LOCATION,
    SITE_CODE,
    /** The code of a level. */
    LEVEL,
    /** One that nothing else is asked about, so that it may be lost. */
    NEW_GROUP,
    NEW_LOCATION,
    NEW_LEVEL
}
