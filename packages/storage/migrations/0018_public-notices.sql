CREATE TABLE "ledger"."objection_contact" (
	"objection_id" uuid PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger"."closing" ADD COLUMN "published_on" date;--> statement-breakpoint
CREATE INDEX "objection_contact_issue_idx" ON "ledger"."objection_contact" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "closing_published_idx" ON "ledger"."closing" USING btree ("published_on","issue_id") WHERE "ledger"."closing"."published_on" is not null;--> statement-breakpoint
CREATE INDEX "closing_province_published_idx" ON "ledger"."closing" USING btree ("province","published_on","issue_id") WHERE "ledger"."closing"."published_on" is not null;--> statement-breakpoint
CREATE INDEX "closing_city_published_idx" ON "ledger"."closing" USING btree ("city","published_on","issue_id") WHERE "ledger"."closing"."published_on" is not null;--> statement-breakpoint
CREATE INDEX "closing_region_published_idx" ON "ledger"."closing" USING btree ("region","published_on","issue_id") WHERE "ledger"."closing"."published_on" is not null;--> statement-breakpoint
UPDATE "ledger"."closing" c SET "published_on" = (i.state->'closeOut'->'resultPublished'->>'on')::date
FROM "ledger"."issue" i WHERE i.id = c.issue_id AND c.stage = 'closed' AND json_typeof(i.state->'closeOut'->'resultPublished') = 'object';
