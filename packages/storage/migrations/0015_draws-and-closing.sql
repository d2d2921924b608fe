CREATE TABLE "ledger"."closing" (
	"issue_id" uuid PRIMARY KEY NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"stage" text NOT NULL,
	"sort_on" date NOT NULL,
	"objection_due" date
);
--> statement-breakpoint
CREATE TABLE "ledger"."draw" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"current_state" text NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"state" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "closing_province_idx" ON "ledger"."closing" USING btree ("province","stage","sort_on","issue_id");--> statement-breakpoint
CREATE INDEX "closing_city_idx" ON "ledger"."closing" USING btree ("city","stage","sort_on","issue_id");--> statement-breakpoint
CREATE INDEX "closing_region_idx" ON "ledger"."closing" USING btree ("region","stage","sort_on","issue_id");--> statement-breakpoint
CREATE INDEX "closing_stage_idx" ON "ledger"."closing" USING btree ("stage","sort_on","issue_id");--> statement-breakpoint
CREATE INDEX "closing_province_objection_idx" ON "ledger"."closing" USING btree ("province","objection_due","issue_id") WHERE "ledger"."closing"."objection_due" is not null;--> statement-breakpoint
CREATE INDEX "closing_city_objection_idx" ON "ledger"."closing" USING btree ("city","objection_due","issue_id") WHERE "ledger"."closing"."objection_due" is not null;--> statement-breakpoint
CREATE INDEX "closing_region_objection_idx" ON "ledger"."closing" USING btree ("region","objection_due","issue_id") WHERE "ledger"."closing"."objection_due" is not null;--> statement-breakpoint
CREATE INDEX "draw_province_idx" ON "ledger"."draw" USING btree ("province","period_to","id");--> statement-breakpoint
CREATE INDEX "draw_city_idx" ON "ledger"."draw" USING btree ("city","period_to","id");--> statement-breakpoint
CREATE INDEX "draw_region_idx" ON "ledger"."draw" USING btree ("region","period_to","id");--> statement-breakpoint
-- Issues that were on the way out, or closed, before these lists were kept. What began on an unknown day began with the last change.
INSERT INTO "ledger"."closing" ("issue_id", "province", "city", "region", "stage", "sort_on", "objection_due")
SELECT r.id, r.province, r.city, r.region,
	CASE r.lifecycle WHEN 9 THEN 'publicNotice' WHEN 10 THEN 'signing' WHEN 12 THEN 'closed'
		WHEN 11 THEN CASE WHEN r.filed_on IS NULL THEN 'filing' ELSE 'receipt' END END,
	CASE r.lifecycle WHEN 9 THEN (r.notice->>'end')::date WHEN 12 THEN coalesce(r.closed_on, r.changed_on)
		WHEN 11 THEN coalesce(r.filed_on, r.changed_on) ELSE r.changed_on END,
	(SELECT min((o->>'answerDueOn')::date) FROM json_array_elements(r.notice->'objections') o
		WHERE r.lifecycle = 9 AND json_typeof(o->'answer') = 'null')
FROM (
	SELECT i.id, i.province, i.city, i.region, i.lifecycle,
		(i.updated_at AT TIME ZONE 'Asia/Shanghai')::date AS changed_on,
		(i.state->'closeOut'->>'closedOn')::date AS closed_on,
		(SELECT (f->>'on')::date FROM json_array_elements(i.state->'closeOut'->'filings') WITH ORDINALITY AS l(f, n)
			WHERE n = json_array_length(i.state->'closeOut'->'filings') AND json_typeof(f->'receipt') = 'null') AS filed_on,
		(SELECT n FROM json_array_elements(i.state->'closeOut'->'notices') n
			WHERE json_typeof(n->'ended') = 'null' AND json_typeof(n->'stopped') = 'null' LIMIT 1) AS notice
	FROM "ledger"."issue" i WHERE i.lifecycle IN (9, 10, 11, 12)
) r
WHERE r.lifecycle <> 9 OR r.notice IS NOT NULL;
