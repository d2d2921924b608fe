ALTER TABLE "ledger"."closing" ADD COLUMN "watch_on" date;--> statement-breakpoint
CREATE INDEX "closing_province_watch_idx" ON "ledger"."closing" USING btree ("province","watch_on","issue_id") WHERE "ledger"."closing"."watch_on" is not null;--> statement-breakpoint
CREATE INDEX "closing_city_watch_idx" ON "ledger"."closing" USING btree ("city","watch_on","issue_id") WHERE "ledger"."closing"."watch_on" is not null;--> statement-breakpoint
CREATE INDEX "closing_region_watch_idx" ON "ledger"."closing" USING btree ("region","watch_on","issue_id") WHERE "ledger"."closing"."watch_on" is not null;--> statement-breakpoint
UPDATE "ledger"."closing" c SET "watch_on" = (
	SELECT min(w.due) FROM (
		SELECT (done.day + make_interval(months => p.months))::date AS due, (done.day + make_interval(months => p.until))::date AS until
		FROM (SELECT (i.state->'closeOut'->>'closedOn')::date AS day) done, (VALUES (3, 6), (6, 12), (12, NULL)) AS p(months, until)
	) w WHERE NOT EXISTS (
		SELECT 1 FROM json_array_elements(i.state->'closeOut'->'lookBacks') l
		WHERE (l->>'on')::date >= w.due AND (w.until IS NULL OR (l->>'on')::date < w.until)))
FROM "ledger"."issue" i WHERE i.id = c.issue_id AND c.stage = 'closed';--> statement-breakpoint
UPDATE "ledger"."issue_watch" w SET "due_on" = '-infinity', "touched" = w.touched + 1
FROM "ledger"."closing" c WHERE c.issue_id = w.issue_id AND c.stage = 'closed';
