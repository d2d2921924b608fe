CREATE TABLE "ledger"."exposure" (
	"issue_id" uuid NOT NULL,
	"exposure_id" uuid NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"on_day" date NOT NULL,
	"is_open" boolean NOT NULL,
	CONSTRAINT "exposure_pkey" PRIMARY KEY("issue_id","exposure_id")
);
--> statement-breakpoint
CREATE TABLE "ledger"."score_point" (
	"issue_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"rule" text NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"light" text NOT NULL,
	"nth" smallint NOT NULL,
	"points" numeric(10, 3) NOT NULL,
	CONSTRAINT "score_point_pkey" PRIMARY KEY("issue_id","unit_id","on_day","rule")
);
--> statement-breakpoint
CREATE INDEX "exposure_province_idx" ON "ledger"."exposure" USING btree ("province","on_day","exposure_id");--> statement-breakpoint
CREATE INDEX "exposure_city_idx" ON "ledger"."exposure" USING btree ("city","on_day","exposure_id");--> statement-breakpoint
CREATE INDEX "exposure_region_idx" ON "ledger"."exposure" USING btree ("region","on_day","exposure_id");--> statement-breakpoint
CREATE INDEX "score_point_unit_idx" ON "ledger"."score_point" USING btree ("unit_id","on_day","issue_id");--> statement-breakpoint
CREATE INDEX "score_point_province_idx" ON "ledger"."score_point" USING btree ("province","on_day","unit_id");--> statement-breakpoint
CREATE INDEX "score_point_city_idx" ON "ledger"."score_point" USING btree ("city","on_day","unit_id");--> statement-breakpoint
CREATE INDEX "score_point_region_idx" ON "ledger"."score_point" USING btree ("region","on_day","unit_id");--> statement-breakpoint
INSERT INTO "ledger"."exposure" ("issue_id", "exposure_id", "province", "city", "region", "kind", "level", "on_day", "is_open")
SELECT i.id, (e->>'id')::uuid, i.province, i.city, i.region, e->>'kind', e->>'level', (e->>'on')::date,
	json_typeof(e->'settled') = 'null'
FROM "ledger"."issue" i, json_array_elements(i.state->'supervision'->'exposures') e
WHERE position('"exposures":[{' IN i.state::text) > 0;--> statement-breakpoint
UPDATE "ledger"."sweep_region" SET "basis" = '';
