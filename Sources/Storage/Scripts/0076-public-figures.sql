-- Figures that a ward has chosen to show to everybody; nothing is shown until somebody chooses.
CREATE TABLE public_figures (
    ward TEXT NOT NULL REFERENCES wards (code),
    -- key of an indicator, or 'work': how far the plans are
    figure TEXT NOT NULL,
    chosen_at BIGINT NOT NULL,
    chosen_by TEXT NOT NULL,
    CONSTRAINT public_figures_key PRIMARY KEY (ward, figure)
);
