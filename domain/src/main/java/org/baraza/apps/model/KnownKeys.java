// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of documents that are either understood or known to say nothing of how an app works on phones. */
final class KnownKeys {
    private KnownKeys() {}

    static final Set<String> APP = words("""
            doc_type name description comment langs version copy_of family_id build_spec build_profiles
            practice_mobile_worker_id profile translations translation_strategy multimedia_map logo_refs case_sharing
            secure_submissions cloudcare_enabled auto_gps_capture use_grid_menus grid_form_menus smart_lang_display
            add_ons show_breadcrumbs persistent_menu persistent_menu_display_style split_screen_dynamic_search
            custom_base_url target_commcare_flavor mobile_ucr_restore_version location_fixture_restore
            custom_assertions use_custom_suite custom_suite admin_password admin_password_charset platform text_input
            use_j2me_endpoint modules user_type attribution_notes cached_properties cp_is_active deployment_date
            phone_model application_version amplifies_workers amplifies_project minimum_use_threshold
            experienced_threshold vellum_case_management created_from_template media_language_map media_form_errors
            auto_generated upstream_app_id upstream_version linked_app_translations linked_app_logo_refs
            linked_app_attrs uses_master_app_form_ids origin_domain ui_translations_hash short_url short_odk_url
            """);

    static final Set<String> MODULE = words("""
            doc_type unique_id name case_type comment put_in_root root_module_id module_filter case_list_form
            case_list fixture_select parent_select case_details search_config display_style auto_select_case
            is_training_module session_endpoint_id case_list_session_endpoint_id custom_icons media_image media_audio
            use_default_image_for_all use_default_audio_for_all custom_assertions report_context_tile
            lazy_load_case_list_fields show_case_list_optimization_options forms source_module_id excluded_form_ids
            form_session_endpoints shadow_module_version report_configs has_schedule schedule_phases product_details
            task_list referral_list referral_label case_label ref_details
            """);

    static final Set<String> FORM = words("""
            doc_type unique_id name xmlns version comment requires actions form_filter post_form_workflow
            post_form_workflow_fallback form_links case_references_data auto_gps_capture no_vellum custom_instances
            custom_assertions is_release_notes_form enable_release_notes session_endpoint_id respect_relevancy
            function_datum_endpoints submit_label submit_notification_label show_count media_image media_audio
            custom_icons use_default_image_for_all use_default_audio_for_all vellum_type validation_cache form_type
            schedule_form_id schedule locked_questions shadow_parent_form_id extra_actions
            """);

    static final Set<String> DETAIL = words("""
            doc_type display type columns sort_elements sort_nodeset_columns filter tabs persist_case_context
            persistent_case_context_xml case_tile_template case_tile_template_config custom_xml persist_tile_on_forms
            persistent_case_tile_from_module pull_down_tile case_tile_group custom_variables_dict custom_variables
            multi_select auto_select max_select_value no_items_text select_text lookup_enabled lookup_autolaunch
            lookup_action lookup_name lookup_image lookup_extras lookup_responses lookup_display_results
            lookup_field_header lookup_field_template instance_name print_template parent_select
            sort_nodeset_columns_for_detail
            """);

    static final Set<String> COLUMN = words("""
            doc_type header model field format useXpathExpression hasNodeset hasAutocomplete enum date_format
            time_ago_interval late_flag filter_xpath case_tile_field grid_x grid_y width height horizontal_align
            vertical_align font_size show_border show_shading endpoint_action_id graph_configuration nodeset
            nodesetFilter nodesetCaseType calc_xpath advanced relevant isTab
            """);

    static final Set<String> SEARCH = words("""
            doc_type properties default_properties auto_launch default_search search_label search_again_label
            title_label description search_button_display_condition search_filter additional_relevant
            blacklisted_owner_ids_expression additional_case_types custom_related_case_property
            include_all_related_cases dynamic_search search_on_clear inline_search instance_name
            case_search_endpoint_id additional_registry_cases data_registry data_registry_workflow command_label
            """);

    static final Set<String> FORMATS = words("""
            plain date time-ago phone enum conditional-enum enum-image late-flag invisible address address-popup
            distance markdown picture audio clickable-icon filter
            """);

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
