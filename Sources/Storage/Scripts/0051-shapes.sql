-- Lines and areas of records, as well-known text.
ALTER TABLE alleys ADD COLUMN line TEXT;
ALTER TABLE roads ADD COLUMN line TEXT;
ALTER TABLE cable_sections ADD COLUMN line TEXT;
ALTER TABLE deficient_areas ADD COLUMN area TEXT;
ALTER TABLE risk_areas ADD COLUMN area TEXT;
