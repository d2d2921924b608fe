-- One index a scope and sort, each with the lifecycle in between and the filters behind: a page is read off in order,
-- state by state, without visiting rows that the filters leave out.
CREATE INDEX issue_province_due_idx ON ledger.issue (province, lifecycle, due, id)
	INCLUDE (kinds, rounds, tier, field, generality, incomplete);
--> statement-breakpoint
CREATE INDEX issue_city_due_idx ON ledger.issue (city, lifecycle, due, id)
	INCLUDE (kinds, rounds, tier, field, generality, incomplete);
--> statement-breakpoint
CREATE INDEX issue_region_due_idx ON ledger.issue (region, lifecycle, due, id)
	INCLUDE (kinds, rounds, tier, field, generality, incomplete);
--> statement-breakpoint
CREATE INDEX issue_province_updated_idx ON ledger.issue (province, lifecycle, updated_at, id)
	INCLUDE (due, kinds, rounds, tier, field, generality, incomplete);
--> statement-breakpoint
CREATE INDEX issue_city_updated_idx ON ledger.issue (city, lifecycle, updated_at, id)
	INCLUDE (due, kinds, rounds, tier, field, generality, incomplete);
--> statement-breakpoint
CREATE INDEX issue_region_updated_idx ON ledger.issue (region, lifecycle, updated_at, id)
	INCLUDE (due, kinds, rounds, tier, field, generality, incomplete);
--> statement-breakpoint
CREATE INDEX issue_province_number_idx ON ledger.issue (province, lifecycle, number_key, id)
	INCLUDE (due, kinds, rounds, tier, field, generality, incomplete);
--> statement-breakpoint
CREATE INDEX issue_city_number_idx ON ledger.issue (city, lifecycle, number_key, id)
	INCLUDE (due, kinds, rounds, tier, field, generality, incomplete);
--> statement-breakpoint
CREATE INDEX issue_place_number_idx ON ledger.issue (province, lifecycle, region, number_key, id)
	INCLUDE (due, kinds, rounds, tier, field, generality, incomplete);
--> statement-breakpoint
-- Room for new versions of a row in its page: no index of this table but GIN's has to learn of most changes.
ALTER TABLE ledger.issue_search SET (fillfactor = 80, toast_tuple_target = 256);
--> statement-breakpoint
ALTER TABLE ledger.issue SET (fillfactor = 90, toast_tuple_target = 4080);
--> statement-breakpoint
-- Index-only reads need the visibility map: keep it fresh on a large table too.
ALTER TABLE ledger.issue SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05,
	autovacuum_analyze_scale_factor = 0.02);
--> statement-breakpoint
ALTER TABLE ledger.issue_search SET (autovacuum_analyze_scale_factor = 0.02);
