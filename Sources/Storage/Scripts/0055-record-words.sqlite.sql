-- Words of records. A table of FTS5 keeps no text of its own; rows are named by their rowid, which
-- VACUUM may change: `Engine.forget` builds the words anew after one. Beginnings of up to seven letters,
-- the longest syllable, are looked up, not gathered.

CREATE VIRTUAL TABLE alleys_words USING fts5 (
    search, content = 'alleys', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO alleys_words (alleys_words) VALUES ('rebuild');
CREATE TRIGGER alleys_words_added AFTER INSERT ON alleys BEGIN
    INSERT INTO alleys_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER alleys_words_changed AFTER UPDATE OF search ON alleys WHEN new.search <> old.search BEGIN
    INSERT INTO alleys_words (alleys_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO alleys_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER alleys_words_gone AFTER DELETE ON alleys BEGIN
    INSERT INTO alleys_words (alleys_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE app_guidances_words USING fts5 (
    search, content = 'app_guidances', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO app_guidances_words (app_guidances_words) VALUES ('rebuild');
CREATE TRIGGER app_guidances_words_added AFTER INSERT ON app_guidances BEGIN
    INSERT INTO app_guidances_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER app_guidances_words_changed AFTER UPDATE OF search ON app_guidances WHEN new.search <> old.search BEGIN
    INSERT INTO app_guidances_words (app_guidances_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO app_guidances_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER app_guidances_words_gone AFTER DELETE ON app_guidances BEGIN
    INSERT INTO app_guidances_words (app_guidances_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE assembly_points_words USING fts5 (
    search, content = 'assembly_points', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO assembly_points_words (assembly_points_words) VALUES ('rebuild');
CREATE TRIGGER assembly_points_words_added AFTER INSERT ON assembly_points BEGIN
    INSERT INTO assembly_points_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER assembly_points_words_changed AFTER UPDATE OF search ON assembly_points WHEN new.search <> old.search BEGIN
    INSERT INTO assembly_points_words (assembly_points_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO assembly_points_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER assembly_points_words_gone AFTER DELETE ON assembly_points BEGIN
    INSERT INTO assembly_points_words (assembly_points_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE broadcast_slots_words USING fts5 (
    search, content = 'broadcast_slots', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO broadcast_slots_words (broadcast_slots_words) VALUES ('rebuild');
CREATE TRIGGER broadcast_slots_words_added AFTER INSERT ON broadcast_slots BEGIN
    INSERT INTO broadcast_slots_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER broadcast_slots_words_changed AFTER UPDATE OF search ON broadcast_slots WHEN new.search <> old.search BEGIN
    INSERT INTO broadcast_slots_words (broadcast_slots_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO broadcast_slots_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER broadcast_slots_words_gone AFTER DELETE ON broadcast_slots BEGIN
    INSERT INTO broadcast_slots_words (broadcast_slots_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE budget_lines_words USING fts5 (
    search, content = 'budget_lines', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO budget_lines_words (budget_lines_words) VALUES ('rebuild');
CREATE TRIGGER budget_lines_words_added AFTER INSERT ON budget_lines BEGIN
    INSERT INTO budget_lines_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER budget_lines_words_changed AFTER UPDATE OF search ON budget_lines WHEN new.search <> old.search BEGIN
    INSERT INTO budget_lines_words (budget_lines_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO budget_lines_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER budget_lines_words_gone AFTER DELETE ON budget_lines BEGIN
    INSERT INTO budget_lines_words (budget_lines_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE cable_sections_words USING fts5 (
    search, content = 'cable_sections', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO cable_sections_words (cable_sections_words) VALUES ('rebuild');
CREATE TRIGGER cable_sections_words_added AFTER INSERT ON cable_sections BEGIN
    INSERT INTO cable_sections_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER cable_sections_words_changed AFTER UPDATE OF search ON cable_sections WHEN new.search <> old.search BEGIN
    INSERT INTO cable_sections_words (cable_sections_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO cable_sections_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER cable_sections_words_gone AFTER DELETE ON cable_sections BEGIN
    INSERT INTO cable_sections_words (cable_sections_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE callable_resources_words USING fts5 (
    search, content = 'callable_resources', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO callable_resources_words (callable_resources_words) VALUES ('rebuild');
CREATE TRIGGER callable_resources_words_added AFTER INSERT ON callable_resources BEGIN
    INSERT INTO callable_resources_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER callable_resources_words_changed AFTER UPDATE OF search ON callable_resources WHEN new.search <> old.search BEGIN
    INSERT INTO callable_resources_words (callable_resources_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO callable_resources_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER callable_resources_words_gone AFTER DELETE ON callable_resources BEGIN
    INSERT INTO callable_resources_words (callable_resources_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE cameras_words USING fts5 (
    search, content = 'cameras', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO cameras_words (cameras_words) VALUES ('rebuild');
CREATE TRIGGER cameras_words_added AFTER INSERT ON cameras BEGIN
    INSERT INTO cameras_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER cameras_words_changed AFTER UPDATE OF search ON cameras WHEN new.search <> old.search BEGIN
    INSERT INTO cameras_words (cameras_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO cameras_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER cameras_words_gone AFTER DELETE ON cameras BEGIN
    INSERT INTO cameras_words (cameras_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE campaigns_words USING fts5 (
    search, content = 'campaigns', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO campaigns_words (campaigns_words) VALUES ('rebuild');
CREATE TRIGGER campaigns_words_added AFTER INSERT ON campaigns BEGIN
    INSERT INTO campaigns_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER campaigns_words_changed AFTER UPDATE OF search ON campaigns WHEN new.search <> old.search BEGIN
    INSERT INTO campaigns_words (campaigns_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO campaigns_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER campaigns_words_gone AFTER DELETE ON campaigns BEGIN
    INSERT INTO campaigns_words (campaigns_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE commitments_words USING fts5 (
    search, content = 'commitments', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO commitments_words (commitments_words) VALUES ('rebuild');
CREATE TRIGGER commitments_words_added AFTER INSERT ON commitments BEGIN
    INSERT INTO commitments_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER commitments_words_changed AFTER UPDATE OF search ON commitments WHEN new.search <> old.search BEGIN
    INSERT INTO commitments_words (commitments_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO commitments_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER commitments_words_gone AFTER DELETE ON commitments BEGIN
    INSERT INTO commitments_words (commitments_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE community_models_words USING fts5 (
    search, content = 'community_models', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO community_models_words (community_models_words) VALUES ('rebuild');
CREATE TRIGGER community_models_words_added AFTER INSERT ON community_models BEGIN
    INSERT INTO community_models_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER community_models_words_changed AFTER UPDATE OF search ON community_models WHEN new.search <> old.search BEGIN
    INSERT INTO community_models_words (community_models_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO community_models_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER community_models_words_gone AFTER DELETE ON community_models BEGIN
    INSERT INTO community_models_words (community_models_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE contributions_words USING fts5 (
    search, content = 'contributions', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO contributions_words (contributions_words) VALUES ('rebuild');
CREATE TRIGGER contributions_words_added AFTER INSERT ON contributions BEGIN
    INSERT INTO contributions_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER contributions_words_changed AFTER UPDATE OF search ON contributions WHEN new.search <> old.search BEGIN
    INSERT INTO contributions_words (contributions_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO contributions_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER contributions_words_gone AFTER DELETE ON contributions BEGIN
    INSERT INTO contributions_words (contributions_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE deficient_areas_words USING fts5 (
    search, content = 'deficient_areas', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO deficient_areas_words (deficient_areas_words) VALUES ('rebuild');
CREATE TRIGGER deficient_areas_words_added AFTER INSERT ON deficient_areas BEGIN
    INSERT INTO deficient_areas_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER deficient_areas_words_changed AFTER UPDATE OF search ON deficient_areas WHEN new.search <> old.search BEGIN
    INSERT INTO deficient_areas_words (deficient_areas_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO deficient_areas_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER deficient_areas_words_gone AFTER DELETE ON deficient_areas BEGIN
    INSERT INTO deficient_areas_words (deficient_areas_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE drills_words USING fts5 (
    search, content = 'drills', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO drills_words (drills_words) VALUES ('rebuild');
CREATE TRIGGER drills_words_added AFTER INSERT ON drills BEGIN
    INSERT INTO drills_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER drills_words_changed AFTER UPDATE OF search ON drills WHEN new.search <> old.search BEGIN
    INSERT INTO drills_words (drills_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO drills_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER drills_words_gone AFTER DELETE ON drills BEGIN
    INSERT INTO drills_words (drills_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE duty_shifts_words USING fts5 (
    search, content = 'duty_shifts', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO duty_shifts_words (duty_shifts_words) VALUES ('rebuild');
CREATE TRIGGER duty_shifts_words_added AFTER INSERT ON duty_shifts BEGIN
    INSERT INTO duty_shifts_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER duty_shifts_words_changed AFTER UPDATE OF search ON duty_shifts WHEN new.search <> old.search BEGIN
    INSERT INTO duty_shifts_words (duty_shifts_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO duty_shifts_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER duty_shifts_words_gone AFTER DELETE ON duty_shifts BEGIN
    INSERT INTO duty_shifts_words (duty_shifts_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE early_warning_devices_words USING fts5 (
    search, content = 'early_warning_devices', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO early_warning_devices_words (early_warning_devices_words) VALUES ('rebuild');
CREATE TRIGGER early_warning_devices_words_added AFTER INSERT ON early_warning_devices BEGIN
    INSERT INTO early_warning_devices_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER early_warning_devices_words_changed AFTER UPDATE OF search ON early_warning_devices WHEN new.search <> old.search BEGIN
    INSERT INTO early_warning_devices_words (early_warning_devices_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO early_warning_devices_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER early_warning_devices_words_gone AFTER DELETE ON early_warning_devices BEGIN
    INSERT INTO early_warning_devices_words (early_warning_devices_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE equipment_items_words USING fts5 (
    search, content = 'equipment_items', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO equipment_items_words (equipment_items_words) VALUES ('rebuild');
CREATE TRIGGER equipment_items_words_added AFTER INSERT ON equipment_items BEGIN
    INSERT INTO equipment_items_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER equipment_items_words_changed AFTER UPDATE OF search ON equipment_items WHEN new.search <> old.search BEGIN
    INSERT INTO equipment_items_words (equipment_items_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO equipment_items_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER equipment_items_words_gone AFTER DELETE ON equipment_items BEGIN
    INSERT INTO equipment_items_words (equipment_items_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE facilities_words USING fts5 (
    search, content = 'facilities', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO facilities_words (facilities_words) VALUES ('rebuild');
CREATE TRIGGER facilities_words_added AFTER INSERT ON facilities BEGIN
    INSERT INTO facilities_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER facilities_words_changed AFTER UPDATE OF search ON facilities WHEN new.search <> old.search BEGIN
    INSERT INTO facilities_words (facilities_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO facilities_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER facilities_words_gone AFTER DELETE ON facilities BEGIN
    INSERT INTO facilities_words (facilities_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE facility_thresholds_words USING fts5 (
    search, content = 'facility_thresholds', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO facility_thresholds_words (facility_thresholds_words) VALUES ('rebuild');
CREATE TRIGGER facility_thresholds_words_added AFTER INSERT ON facility_thresholds BEGIN
    INSERT INTO facility_thresholds_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER facility_thresholds_words_changed AFTER UPDATE OF search ON facility_thresholds WHEN new.search <> old.search BEGIN
    INSERT INTO facility_thresholds_words (facility_thresholds_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO facility_thresholds_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER facility_thresholds_words_gone AFTER DELETE ON facility_thresholds BEGIN
    INSERT INTO facility_thresholds_words (facility_thresholds_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE findings_words USING fts5 (
    search, content = 'findings', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO findings_words (findings_words) VALUES ('rebuild');
CREATE TRIGGER findings_words_added AFTER INSERT ON findings BEGIN
    INSERT INTO findings_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER findings_words_changed AFTER UPDATE OF search ON findings WHEN new.search <> old.search BEGIN
    INSERT INTO findings_words (findings_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO findings_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER findings_words_gone AFTER DELETE ON findings BEGIN
    INSERT INTO findings_words (findings_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE force_members_words USING fts5 (
    search, content = 'force_members', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO force_members_words (force_members_words) VALUES ('rebuild');
CREATE TRIGGER force_members_words_added AFTER INSERT ON force_members BEGIN
    INSERT INTO force_members_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER force_members_words_changed AFTER UPDATE OF search ON force_members WHEN new.search <> old.search BEGIN
    INSERT INTO force_members_words (force_members_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO force_members_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER force_members_words_gone AFTER DELETE ON force_members BEGIN
    INSERT INTO force_members_words (force_members_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE forces_words USING fts5 (
    search, content = 'forces', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO forces_words (forces_words) VALUES ('rebuild');
CREATE TRIGGER forces_words_added AFTER INSERT ON forces BEGIN
    INSERT INTO forces_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER forces_words_changed AFTER UPDATE OF search ON forces WHEN new.search <> old.search BEGIN
    INSERT INTO forces_words (forces_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO forces_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER forces_words_gone AFTER DELETE ON forces BEGIN
    INSERT INTO forces_words (forces_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE holidays_words USING fts5 (
    search, content = 'holidays', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO holidays_words (holidays_words) VALUES ('rebuild');
CREATE TRIGGER holidays_words_added AFTER INSERT ON holidays BEGIN
    INSERT INTO holidays_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER holidays_words_changed AFTER UPDATE OF search ON holidays WHEN new.search <> old.search BEGIN
    INSERT INTO holidays_words (holidays_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO holidays_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER holidays_words_gone AFTER DELETE ON holidays BEGIN
    INSERT INTO holidays_words (holidays_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE household_visits_words USING fts5 (
    search, content = 'household_visits', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO household_visits_words (household_visits_words) VALUES ('rebuild');
CREATE TRIGGER household_visits_words_added AFTER INSERT ON household_visits BEGIN
    INSERT INTO household_visits_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER household_visits_words_changed AFTER UPDATE OF search ON household_visits WHEN new.search <> old.search BEGIN
    INSERT INTO household_visits_words (household_visits_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO household_visits_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER household_visits_words_gone AFTER DELETE ON household_visits BEGIN
    INSERT INTO household_visits_words (household_visits_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE houses_words USING fts5 (
    search, content = 'houses', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO houses_words (houses_words) VALUES ('rebuild');
CREATE TRIGGER houses_words_added AFTER INSERT ON houses BEGIN
    INSERT INTO houses_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER houses_words_changed AFTER UPDATE OF search ON houses WHEN new.search <> old.search BEGIN
    INSERT INTO houses_words (houses_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO houses_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER houses_words_gone AFTER DELETE ON houses BEGIN
    INSERT INTO houses_words (houses_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE improvement_works_words USING fts5 (
    search, content = 'improvement_works', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO improvement_works_words (improvement_works_words) VALUES ('rebuild');
CREATE TRIGGER improvement_works_words_added AFTER INSERT ON improvement_works BEGIN
    INSERT INTO improvement_works_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER improvement_works_words_changed AFTER UPDATE OF search ON improvement_works WHEN new.search <> old.search BEGIN
    INSERT INTO improvement_works_words (improvement_works_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO improvement_works_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER improvement_works_words_gone AFTER DELETE ON improvement_works BEGIN
    INSERT INTO improvement_works_words (improvement_works_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE incidents_words USING fts5 (
    search, content = 'incidents', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO incidents_words (incidents_words) VALUES ('rebuild');
CREATE TRIGGER incidents_words_added AFTER INSERT ON incidents BEGIN
    INSERT INTO incidents_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER incidents_words_changed AFTER UPDATE OF search ON incidents WHEN new.search <> old.search BEGIN
    INSERT INTO incidents_words (incidents_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO incidents_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER incidents_words_gone AFTER DELETE ON incidents BEGIN
    INSERT INTO incidents_words (incidents_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE infrastructure_norms_words USING fts5 (
    search, content = 'infrastructure_norms', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO infrastructure_norms_words (infrastructure_norms_words) VALUES ('rebuild');
CREATE TRIGGER infrastructure_norms_words_added AFTER INSERT ON infrastructure_norms BEGIN
    INSERT INTO infrastructure_norms_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER infrastructure_norms_words_changed AFTER UPDATE OF search ON infrastructure_norms WHEN new.search <> old.search BEGIN
    INSERT INTO infrastructure_norms_words (infrastructure_norms_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO infrastructure_norms_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER infrastructure_norms_words_gone AFTER DELETE ON infrastructure_norms BEGIN
    INSERT INTO infrastructure_norms_words (infrastructure_norms_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE inspection_cycles_words USING fts5 (
    search, content = 'inspection_cycles', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO inspection_cycles_words (inspection_cycles_words) VALUES ('rebuild');
CREATE TRIGGER inspection_cycles_words_added AFTER INSERT ON inspection_cycles BEGIN
    INSERT INTO inspection_cycles_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER inspection_cycles_words_changed AFTER UPDATE OF search ON inspection_cycles WHEN new.search <> old.search BEGIN
    INSERT INTO inspection_cycles_words (inspection_cycles_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO inspection_cycles_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER inspection_cycles_words_gone AFTER DELETE ON inspection_cycles BEGIN
    INSERT INTO inspection_cycles_words (inspection_cycles_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE inspections_words USING fts5 (
    search, content = 'inspections', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO inspections_words (inspections_words) VALUES ('rebuild');
CREATE TRIGGER inspections_words_added AFTER INSERT ON inspections BEGIN
    INSERT INTO inspections_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER inspections_words_changed AFTER UPDATE OF search ON inspections WHEN new.search <> old.search BEGIN
    INSERT INTO inspections_words (inspections_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO inspections_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER inspections_words_gone AFTER DELETE ON inspections BEGIN
    INSERT INTO inspections_words (inspections_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE kit_norms_words USING fts5 (
    search, content = 'kit_norms', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO kit_norms_words (kit_norms_words) VALUES ('rebuild');
CREATE TRIGGER kit_norms_words_added AFTER INSERT ON kit_norms BEGIN
    INSERT INTO kit_norms_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER kit_norms_words_changed AFTER UPDATE OF search ON kit_norms WHEN new.search <> old.search BEGIN
    INSERT INTO kit_norms_words (kit_norms_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO kit_norms_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER kit_norms_words_gone AFTER DELETE ON kit_norms BEGIN
    INSERT INTO kit_norms_words (kit_norms_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE learning_sessions_words USING fts5 (
    search, content = 'learning_sessions', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO learning_sessions_words (learning_sessions_words) VALUES ('rebuild');
CREATE TRIGGER learning_sessions_words_added AFTER INSERT ON learning_sessions BEGIN
    INSERT INTO learning_sessions_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER learning_sessions_words_changed AFTER UPDATE OF search ON learning_sessions WHEN new.search <> old.search BEGIN
    INSERT INTO learning_sessions_words (learning_sessions_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO learning_sessions_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER learning_sessions_words_gone AFTER DELETE ON learning_sessions BEGIN
    INSERT INTO learning_sessions_words (learning_sessions_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE learning_sites_words USING fts5 (
    search, content = 'learning_sites', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO learning_sites_words (learning_sites_words) VALUES ('rebuild');
CREATE TRIGGER learning_sites_words_added AFTER INSERT ON learning_sites BEGIN
    INSERT INTO learning_sites_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER learning_sites_words_changed AFTER UPDATE OF search ON learning_sites WHEN new.search <> old.search BEGIN
    INSERT INTO learning_sites_words (learning_sites_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO learning_sites_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER learning_sites_words_gone AFTER DELETE ON learning_sites BEGIN
    INSERT INTO learning_sites_words (learning_sites_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE media_items_words USING fts5 (
    search, content = 'media_items', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO media_items_words (media_items_words) VALUES ('rebuild');
CREATE TRIGGER media_items_words_added AFTER INSERT ON media_items BEGIN
    INSERT INTO media_items_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER media_items_words_changed AFTER UPDATE OF search ON media_items WHEN new.search <> old.search BEGIN
    INSERT INTO media_items_words (media_items_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO media_items_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER media_items_words_gone AFTER DELETE ON media_items BEGIN
    INSERT INTO media_items_words (media_items_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE model_evaluations_words USING fts5 (
    search, content = 'model_evaluations', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO model_evaluations_words (model_evaluations_words) VALUES ('rebuild');
CREATE TRIGGER model_evaluations_words_added AFTER INSERT ON model_evaluations BEGIN
    INSERT INTO model_evaluations_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER model_evaluations_words_changed AFTER UPDATE OF search ON model_evaluations WHEN new.search <> old.search BEGIN
    INSERT INTO model_evaluations_words (model_evaluations_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO model_evaluations_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER model_evaluations_words_gone AFTER DELETE ON model_evaluations BEGIN
    INSERT INTO model_evaluations_words (model_evaluations_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE mutual_aid_groups_words USING fts5 (
    search, content = 'mutual_aid_groups', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO mutual_aid_groups_words (mutual_aid_groups_words) VALUES ('rebuild');
CREATE TRIGGER mutual_aid_groups_words_added AFTER INSERT ON mutual_aid_groups BEGIN
    INSERT INTO mutual_aid_groups_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER mutual_aid_groups_words_changed AFTER UPDATE OF search ON mutual_aid_groups WHEN new.search <> old.search BEGIN
    INSERT INTO mutual_aid_groups_words (mutual_aid_groups_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO mutual_aid_groups_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER mutual_aid_groups_words_gone AFTER DELETE ON mutual_aid_groups BEGIN
    INSERT INTO mutual_aid_groups_words (mutual_aid_groups_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE on_site_profiles_words USING fts5 (
    search, content = 'on_site_profiles', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO on_site_profiles_words (on_site_profiles_words) VALUES ('rebuild');
CREATE TRIGGER on_site_profiles_words_added AFTER INSERT ON on_site_profiles BEGIN
    INSERT INTO on_site_profiles_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER on_site_profiles_words_changed AFTER UPDATE OF search ON on_site_profiles WHEN new.search <> old.search BEGIN
    INSERT INTO on_site_profiles_words (on_site_profiles_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO on_site_profiles_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER on_site_profiles_words_gone AFTER DELETE ON on_site_profiles BEGIN
    INSERT INTO on_site_profiles_words (on_site_profiles_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE outreach_activities_words USING fts5 (
    search, content = 'outreach_activities', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO outreach_activities_words (outreach_activities_words) VALUES ('rebuild');
CREATE TRIGGER outreach_activities_words_added AFTER INSERT ON outreach_activities BEGIN
    INSERT INTO outreach_activities_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER outreach_activities_words_changed AFTER UPDATE OF search ON outreach_activities WHEN new.search <> old.search BEGIN
    INSERT INTO outreach_activities_words (outreach_activities_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO outreach_activities_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER outreach_activities_words_gone AFTER DELETE ON outreach_activities BEGIN
    INSERT INTO outreach_activities_words (outreach_activities_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE outreach_channels_words USING fts5 (
    search, content = 'outreach_channels', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO outreach_channels_words (outreach_channels_words) VALUES ('rebuild');
CREATE TRIGGER outreach_channels_words_added AFTER INSERT ON outreach_channels BEGIN
    INSERT INTO outreach_channels_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER outreach_channels_words_changed AFTER UPDATE OF search ON outreach_channels WHEN new.search <> old.search BEGIN
    INSERT INTO outreach_channels_words (outreach_channels_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO outreach_channels_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER outreach_channels_words_gone AFTER DELETE ON outreach_channels BEGIN
    INSERT INTO outreach_channels_words (outreach_channels_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE outreach_floors_words USING fts5 (
    search, content = 'outreach_floors', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO outreach_floors_words (outreach_floors_words) VALUES ('rebuild');
CREATE TRIGGER outreach_floors_words_added AFTER INSERT ON outreach_floors BEGIN
    INSERT INTO outreach_floors_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER outreach_floors_words_changed AFTER UPDATE OF search ON outreach_floors WHEN new.search <> old.search BEGIN
    INSERT INTO outreach_floors_words (outreach_floors_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO outreach_floors_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER outreach_floors_words_gone AFTER DELETE ON outreach_floors BEGIN
    INSERT INTO outreach_floors_words (outreach_floors_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE penalties_words USING fts5 (
    search, content = 'penalties', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO penalties_words (penalties_words) VALUES ('rebuild');
CREATE TRIGGER penalties_words_added AFTER INSERT ON penalties BEGIN
    INSERT INTO penalties_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER penalties_words_changed AFTER UPDATE OF search ON penalties WHEN new.search <> old.search BEGIN
    INSERT INTO penalties_words (penalties_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO penalties_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER penalties_words_gone AFTER DELETE ON penalties BEGIN
    INSERT INTO penalties_words (penalties_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE public_fire_points_words USING fts5 (
    search, content = 'public_fire_points', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO public_fire_points_words (public_fire_points_words) VALUES ('rebuild');
CREATE TRIGGER public_fire_points_words_added AFTER INSERT ON public_fire_points BEGIN
    INSERT INTO public_fire_points_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER public_fire_points_words_changed AFTER UPDATE OF search ON public_fire_points WHEN new.search <> old.search BEGIN
    INSERT INTO public_fire_points_words (public_fire_points_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO public_fire_points_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER public_fire_points_words_gone AFTER DELETE ON public_fire_points BEGIN
    INSERT INTO public_fire_points_words (public_fire_points_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE public_trainings_words USING fts5 (
    search, content = 'public_trainings', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO public_trainings_words (public_trainings_words) VALUES ('rebuild');
CREATE TRIGGER public_trainings_words_added AFTER INSERT ON public_trainings BEGIN
    INSERT INTO public_trainings_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER public_trainings_words_changed AFTER UPDATE OF search ON public_trainings WHEN new.search <> old.search BEGIN
    INSERT INTO public_trainings_words (public_trainings_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO public_trainings_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER public_trainings_words_gone AFTER DELETE ON public_trainings BEGIN
    INSERT INTO public_trainings_words (public_trainings_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE publications_words USING fts5 (
    search, content = 'publications', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO publications_words (publications_words) VALUES ('rebuild');
CREATE TRIGGER publications_words_added AFTER INSERT ON publications BEGIN
    INSERT INTO publications_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER publications_words_changed AFTER UPDATE OF search ON publications WHEN new.search <> old.search BEGIN
    INSERT INTO publications_words (publications_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO publications_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER publications_words_gone AFTER DELETE ON publications BEGIN
    INSERT INTO publications_words (publications_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE rechecks_words USING fts5 (
    search, content = 'rechecks', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO rechecks_words (rechecks_words) VALUES ('rebuild');
CREATE TRIGGER rechecks_words_added AFTER INSERT ON rechecks BEGIN
    INSERT INTO rechecks_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER rechecks_words_changed AFTER UPDATE OF search ON rechecks WHEN new.search <> old.search BEGIN
    INSERT INTO rechecks_words (rechecks_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO rechecks_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER rechecks_words_gone AFTER DELETE ON rechecks BEGIN
    INSERT INTO rechecks_words (rechecks_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE recommendations_words USING fts5 (
    search, content = 'recommendations', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO recommendations_words (recommendations_words) VALUES ('rebuild');
CREATE TRIGGER recommendations_words_added AFTER INSERT ON recommendations BEGIN
    INSERT INTO recommendations_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER recommendations_words_changed AFTER UPDATE OF search ON recommendations WHEN new.search <> old.search BEGIN
    INSERT INTO recommendations_words (recommendations_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO recommendations_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER recommendations_words_gone AFTER DELETE ON recommendations BEGIN
    INSERT INTO recommendations_words (recommendations_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE response_plans_words USING fts5 (
    search, content = 'response_plans', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO response_plans_words (response_plans_words) VALUES ('rebuild');
CREATE TRIGGER response_plans_words_added AFTER INSERT ON response_plans BEGIN
    INSERT INTO response_plans_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER response_plans_words_changed AFTER UPDATE OF search ON response_plans WHEN new.search <> old.search BEGIN
    INSERT INTO response_plans_words (response_plans_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO response_plans_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER response_plans_words_gone AFTER DELETE ON response_plans BEGIN
    INSERT INTO response_plans_words (response_plans_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE risk_areas_words USING fts5 (
    search, content = 'risk_areas', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO risk_areas_words (risk_areas_words) VALUES ('rebuild');
CREATE TRIGGER risk_areas_words_added AFTER INSERT ON risk_areas BEGIN
    INSERT INTO risk_areas_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER risk_areas_words_changed AFTER UPDATE OF search ON risk_areas WHEN new.search <> old.search BEGIN
    INSERT INTO risk_areas_words (risk_areas_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO risk_areas_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER risk_areas_words_gone AFTER DELETE ON risk_areas BEGIN
    INSERT INTO risk_areas_words (risk_areas_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE road_checks_words USING fts5 (
    search, content = 'road_checks', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO road_checks_words (road_checks_words) VALUES ('rebuild');
CREATE TRIGGER road_checks_words_added AFTER INSERT ON road_checks BEGIN
    INSERT INTO road_checks_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER road_checks_words_changed AFTER UPDATE OF search ON road_checks WHEN new.search <> old.search BEGIN
    INSERT INTO road_checks_words (road_checks_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO road_checks_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER road_checks_words_gone AFTER DELETE ON road_checks BEGIN
    INSERT INTO road_checks_words (road_checks_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE road_obstacles_words USING fts5 (
    search, content = 'road_obstacles', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO road_obstacles_words (road_obstacles_words) VALUES ('rebuild');
CREATE TRIGGER road_obstacles_words_added AFTER INSERT ON road_obstacles BEGIN
    INSERT INTO road_obstacles_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER road_obstacles_words_changed AFTER UPDATE OF search ON road_obstacles WHEN new.search <> old.search BEGIN
    INSERT INTO road_obstacles_words (road_obstacles_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO road_obstacles_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER road_obstacles_words_gone AFTER DELETE ON road_obstacles BEGIN
    INSERT INTO road_obstacles_words (road_obstacles_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE roads_words USING fts5 (
    search, content = 'roads', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO roads_words (roads_words) VALUES ('rebuild');
CREATE TRIGGER roads_words_added AFTER INSERT ON roads BEGIN
    INSERT INTO roads_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER roads_words_changed AFTER UPDATE OF search ON roads WHEN new.search <> old.search BEGIN
    INSERT INTO roads_words (roads_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO roads_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER roads_words_gone AFTER DELETE ON roads BEGIN
    INSERT INTO roads_words (roads_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE school_points_words USING fts5 (
    search, content = 'school_points', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO school_points_words (school_points_words) VALUES ('rebuild');
CREATE TRIGGER school_points_words_added AFTER INSERT ON school_points BEGIN
    INSERT INTO school_points_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER school_points_words_changed AFTER UPDATE OF search ON school_points WHEN new.search <> old.search BEGIN
    INSERT INTO school_points_words (school_points_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO school_points_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER school_points_words_gone AFTER DELETE ON school_points BEGIN
    INSERT INTO school_points_words (school_points_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE self_inspections_words USING fts5 (
    search, content = 'self_inspections', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO self_inspections_words (self_inspections_words) VALUES ('rebuild');
CREATE TRIGGER self_inspections_words_added AFTER INSERT ON self_inspections BEGIN
    INSERT INTO self_inspections_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER self_inspections_words_changed AFTER UPDATE OF search ON self_inspections WHEN new.search <> old.search BEGIN
    INSERT INTO self_inspections_words (self_inspections_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO self_inspections_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER self_inspections_words_gone AFTER DELETE ON self_inspections BEGIN
    INSERT INTO self_inspections_words (self_inspections_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE signing_powers_words USING fts5 (
    search, content = 'signing_powers', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO signing_powers_words (signing_powers_words) VALUES ('rebuild');
CREATE TRIGGER signing_powers_words_added AFTER INSERT ON signing_powers BEGIN
    INSERT INTO signing_powers_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER signing_powers_words_changed AFTER UPDATE OF search ON signing_powers WHEN new.search <> old.search BEGIN
    INSERT INTO signing_powers_words (signing_powers_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO signing_powers_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER signing_powers_words_gone AFTER DELETE ON signing_powers BEGIN
    INSERT INTO signing_powers_words (signing_powers_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE sms_campaigns_words USING fts5 (
    search, content = 'sms_campaigns', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO sms_campaigns_words (sms_campaigns_words) VALUES ('rebuild');
CREATE TRIGGER sms_campaigns_words_added AFTER INSERT ON sms_campaigns BEGIN
    INSERT INTO sms_campaigns_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER sms_campaigns_words_changed AFTER UPDATE OF search ON sms_campaigns WHEN new.search <> old.search BEGIN
    INSERT INTO sms_campaigns_words (sms_campaigns_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO sms_campaigns_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER sms_campaigns_words_gone AFTER DELETE ON sms_campaigns BEGIN
    INSERT INTO sms_campaigns_words (sms_campaigns_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE staff_words USING fts5 (
    search, content = 'staff', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO staff_words (staff_words) VALUES ('rebuild');
CREATE TRIGGER staff_words_added AFTER INSERT ON staff BEGIN
    INSERT INTO staff_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER staff_words_changed AFTER UPDATE OF search ON staff WHEN new.search <> old.search BEGIN
    INSERT INTO staff_words (staff_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO staff_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER staff_words_gone AFTER DELETE ON staff BEGIN
    INSERT INTO staff_words (staff_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE supplies_words USING fts5 (
    search, content = 'supplies', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO supplies_words (supplies_words) VALUES ('rebuild');
CREATE TRIGGER supplies_words_added AFTER INSERT ON supplies BEGIN
    INSERT INTO supplies_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER supplies_words_changed AFTER UPDATE OF search ON supplies WHEN new.search <> old.search BEGIN
    INSERT INTO supplies_words (supplies_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO supplies_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER supplies_words_gone AFTER DELETE ON supplies BEGIN
    INSERT INTO supplies_words (supplies_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE suspensions_words USING fts5 (
    search, content = 'suspensions', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO suspensions_words (suspensions_words) VALUES ('rebuild');
CREATE TRIGGER suspensions_words_added AFTER INSERT ON suspensions BEGIN
    INSERT INTO suspensions_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER suspensions_words_changed AFTER UPDATE OF search ON suspensions WHEN new.search <> old.search BEGIN
    INSERT INTO suspensions_words (suspensions_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO suspensions_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER suspensions_words_gone AFTER DELETE ON suspensions BEGIN
    INSERT INTO suspensions_words (suspensions_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE training_courses_words USING fts5 (
    search, content = 'training_courses', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO training_courses_words (training_courses_words) VALUES ('rebuild');
CREATE TRIGGER training_courses_words_added AFTER INSERT ON training_courses BEGIN
    INSERT INTO training_courses_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER training_courses_words_changed AFTER UPDATE OF search ON training_courses WHEN new.search <> old.search BEGIN
    INSERT INTO training_courses_words (training_courses_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO training_courses_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER training_courses_words_gone AFTER DELETE ON training_courses BEGIN
    INSERT INTO training_courses_words (training_courses_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE transmitters_words USING fts5 (
    search, content = 'transmitters', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO transmitters_words (transmitters_words) VALUES ('rebuild');
CREATE TRIGGER transmitters_words_added AFTER INSERT ON transmitters BEGIN
    INSERT INTO transmitters_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER transmitters_words_changed AFTER UPDATE OF search ON transmitters WHEN new.search <> old.search BEGIN
    INSERT INTO transmitters_words (transmitters_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO transmitters_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER transmitters_words_gone AFTER DELETE ON transmitters BEGIN
    INSERT INTO transmitters_words (transmitters_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE unit_checks_words USING fts5 (
    search, content = 'unit_checks', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO unit_checks_words (unit_checks_words) VALUES ('rebuild');
CREATE TRIGGER unit_checks_words_added AFTER INSERT ON unit_checks BEGIN
    INSERT INTO unit_checks_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER unit_checks_words_changed AFTER UPDATE OF search ON unit_checks WHEN new.search <> old.search BEGIN
    INSERT INTO unit_checks_words (unit_checks_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO unit_checks_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER unit_checks_words_gone AFTER DELETE ON unit_checks BEGIN
    INSERT INTO unit_checks_words (unit_checks_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE upkeep_cycles_words USING fts5 (
    search, content = 'upkeep_cycles', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO upkeep_cycles_words (upkeep_cycles_words) VALUES ('rebuild');
CREATE TRIGGER upkeep_cycles_words_added AFTER INSERT ON upkeep_cycles BEGIN
    INSERT INTO upkeep_cycles_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER upkeep_cycles_words_changed AFTER UPDATE OF search ON upkeep_cycles WHEN new.search <> old.search BEGIN
    INSERT INTO upkeep_cycles_words (upkeep_cycles_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO upkeep_cycles_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER upkeep_cycles_words_gone AFTER DELETE ON upkeep_cycles BEGIN
    INSERT INTO upkeep_cycles_words (upkeep_cycles_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE utility_cuts_words USING fts5 (
    search, content = 'utility_cuts', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO utility_cuts_words (utility_cuts_words) VALUES ('rebuild');
CREATE TRIGGER utility_cuts_words_added AFTER INSERT ON utility_cuts BEGIN
    INSERT INTO utility_cuts_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER utility_cuts_words_changed AFTER UPDATE OF search ON utility_cuts WHEN new.search <> old.search BEGIN
    INSERT INTO utility_cuts_words (utility_cuts_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO utility_cuts_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER utility_cuts_words_gone AFTER DELETE ON utility_cuts BEGIN
    INSERT INTO utility_cuts_words (utility_cuts_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE violations_words USING fts5 (
    search, content = 'violations', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO violations_words (violations_words) VALUES ('rebuild');
CREATE TRIGGER violations_words_added AFTER INSERT ON violations BEGIN
    INSERT INTO violations_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER violations_words_changed AFTER UPDATE OF search ON violations WHEN new.search <> old.search BEGIN
    INSERT INTO violations_words (violations_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO violations_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER violations_words_gone AFTER DELETE ON violations BEGIN
    INSERT INTO violations_words (violations_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE water_sources_words USING fts5 (
    search, content = 'water_sources', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO water_sources_words (water_sources_words) VALUES ('rebuild');
CREATE TRIGGER water_sources_words_added AFTER INSERT ON water_sources BEGIN
    INSERT INTO water_sources_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER water_sources_words_changed AFTER UPDATE OF search ON water_sources WHEN new.search <> old.search BEGIN
    INSERT INTO water_sources_words (water_sources_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO water_sources_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER water_sources_words_gone AFTER DELETE ON water_sources BEGIN
    INSERT INTO water_sources_words (water_sources_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;
