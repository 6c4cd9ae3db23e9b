-- The level above asks for one month of many wards.
CREATE INDEX indicator_months_by_month ON indicator_months (month, ward);
