-- What waits on the list of complaints, by part of the country and by what it waits for: 3 to finish, 1 to verify, 2 to
-- reply, the oldest batch first. Only what is open is in them, so counting costs what waits.
CREATE INDEX complaint_province_waiting_idx ON ledger.complaint
	(province, (CASE WHEN status = 2 THEN 3 WHEN verdict = 0 THEN 1 ELSE 2 END), batch_day)
	INCLUDE (inspection_id, region) WHERE NOT withdrawn AND status <> 1;
--> statement-breakpoint
CREATE INDEX complaint_city_waiting_idx ON ledger.complaint
	(city, (CASE WHEN status = 2 THEN 3 WHEN verdict = 0 THEN 1 ELSE 2 END), batch_day)
	INCLUDE (inspection_id, region) WHERE NOT withdrawn AND status <> 1;
--> statement-breakpoint
CREATE INDEX complaint_region_waiting_idx ON ledger.complaint
	(region, (CASE WHEN status = 2 THEN 3 WHEN verdict = 0 THEN 1 ELSE 2 END), batch_day)
	INCLUDE (inspection_id, region) WHERE NOT withdrawn AND status <> 1;
