-- One index a scope and sort with the filters behind: a page is read off in order, without visiting rows that the
-- filters leave out.
CREATE INDEX complaint_province_batch_idx ON ledger.complaint (province, withdrawn, batch_key, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
CREATE INDEX complaint_province_receipt_idx ON ledger.complaint (province, withdrawn, receipt_order, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
CREATE INDEX complaint_province_updated_idx ON ledger.complaint (province, withdrawn, updated_at, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
CREATE INDEX complaint_city_batch_idx ON ledger.complaint (city, withdrawn, batch_key, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
CREATE INDEX complaint_city_receipt_idx ON ledger.complaint (city, withdrawn, receipt_order, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
CREATE INDEX complaint_city_updated_idx ON ledger.complaint (city, withdrawn, updated_at, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
CREATE INDEX complaint_region_batch_idx ON ledger.complaint (region, withdrawn, batch_key, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
CREATE INDEX complaint_region_receipt_idx ON ledger.complaint (region, withdrawn, receipt_order, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
CREATE INDEX complaint_region_updated_idx ON ledger.complaint (region, withdrawn, updated_at, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
CREATE INDEX complaint_province_place_idx ON ledger.complaint (province, withdrawn, region, batch_key, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day, city);
--> statement-breakpoint
CREATE INDEX complaint_city_place_idx ON ledger.complaint (city, withdrawn, region, batch_key, id)
	INCLUDE (channel, is_key, types, verdict, status, batch_day);
--> statement-breakpoint
-- Index-only reads need the visibility map: keep it fresh on a large table too.
ALTER TABLE ledger.complaint SET (toast_tuple_target = 4080, autovacuum_vacuum_scale_factor = 0.02,
	autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
--> statement-breakpoint
ALTER TABLE ledger.complaint_search SET (toast_tuple_target = 256, autovacuum_analyze_scale_factor = 0.02);
