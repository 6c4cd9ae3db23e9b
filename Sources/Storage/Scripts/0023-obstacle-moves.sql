-- An obstacle that its recipient could not solve, and sent on to another.
CREATE TABLE obstacle_moves (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    obstacle TEXT NOT NULL,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    from_unit TEXT NOT NULL,
    to_unit TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT obstacle_moves_key PRIMARY KEY (ward, id),
    CONSTRAINT obstacle_moves_obstacle
        FOREIGN KEY (ward, obstacle) REFERENCES obstacles (ward, id),
    CONSTRAINT obstacle_moves_from_unit FOREIGN KEY (ward, from_unit) REFERENCES units (ward, id),
    CONSTRAINT obstacle_moves_to_unit FOREIGN KEY (ward, to_unit) REFERENCES units (ward, id)
);

CREATE INDEX obstacle_moves_of_obstacle ON obstacle_moves (ward, obstacle, at);
