-- Lists of registers in their order, without sorting; what words are found by stands in the engine's
-- own part.

-- Lists that run by a day, the latest first.
CREATE INDEX inspections_by_visited_on ON inspections (ward, COALESCE(visited_on, ''), id)
    WHERE ended_at IS NULL;
CREATE INDEX suspensions_by_from_on ON suspensions (ward, COALESCE(from_on, ''), id)
    WHERE ended_at IS NULL;
CREATE INDEX recommendations_by_sent_on ON recommendations (ward, COALESCE(sent_on, ''), id)
    WHERE ended_at IS NULL;
CREATE INDEX violations_by_found_on ON violations (ward, COALESCE(found_on, ''), id)
    WHERE ended_at IS NULL;

-- The lists that grow with the ward, narrowed by a field; the others are short.
CREATE INDEX facilities_by_kind ON facilities (ward, kind, search, id)
    WHERE ended_at IS NULL;
CREATE INDEX facilities_by_managed_by ON facilities (ward, managed_by, search, id)
    WHERE ended_at IS NULL AND managed_by IS NOT NULL;
CREATE INDEX facilities_by_hazard_group ON facilities (ward, hazard_group, search, id)
    WHERE ended_at IS NULL AND hazard_group IS NOT NULL;
CREATE INDEX facilities_by_state ON facilities (ward, state, search, id)
    WHERE ended_at IS NULL;
CREATE INDEX facilities_by_legacy ON facilities (ward, legacy, search, id)
    WHERE ended_at IS NULL AND legacy IS NOT NULL;
CREATE INDEX facilities_by_group_unit ON facilities (ward, group_unit, search, id)
    WHERE ended_at IS NULL AND group_unit IS NOT NULL;
CREATE INDEX houses_by_kind ON houses (ward, kind, search, id)
    WHERE ended_at IS NULL;
CREATE INDEX houses_by_safety ON houses (ward, safety, search, id)
    WHERE ended_at IS NULL AND safety IS NOT NULL;
CREATE INDEX houses_by_cage ON houses (ward, cage, search, id)
    WHERE ended_at IS NULL AND cage IS NOT NULL;
CREATE INDEX houses_by_second_exit ON houses (ward, second_exit, search, id)
    WHERE ended_at IS NULL AND second_exit IS NOT NULL;
CREATE INDEX houses_by_group_unit ON houses (ward, group_unit, search, id)
    WHERE ended_at IS NULL AND group_unit IS NOT NULL;
