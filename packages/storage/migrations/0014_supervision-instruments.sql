CREATE TABLE "ledger"."instrument" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"issue_id" uuid NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"kind" text NOT NULL,
	"current_state" text NOT NULL,
	"is_open" boolean NOT NULL,
	"dispatched" boolean NOT NULL,
	"drafted_unit_id" uuid,
	"reply_due_on" date,
	"addressees" uuid[] NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"state" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "instrument_issue_idx" ON "ledger"."instrument" USING btree ("issue_id","drafted_at","id");--> statement-breakpoint
CREATE INDEX "instrument_province_idx" ON "ledger"."instrument" USING btree ("province","drafted_at","id");--> statement-breakpoint
CREATE INDEX "instrument_city_idx" ON "ledger"."instrument" USING btree ("city","drafted_at","id");--> statement-breakpoint
CREATE INDEX "instrument_region_idx" ON "ledger"."instrument" USING btree ("region","drafted_at","id");--> statement-breakpoint
CREATE INDEX "instrument_province_due_idx" ON "ledger"."instrument" USING btree ("province","reply_due_on","id") WHERE "ledger"."instrument"."reply_due_on" is not null;--> statement-breakpoint
CREATE INDEX "instrument_city_due_idx" ON "ledger"."instrument" USING btree ("city","reply_due_on","id") WHERE "ledger"."instrument"."reply_due_on" is not null;--> statement-breakpoint
CREATE INDEX "instrument_region_due_idx" ON "ledger"."instrument" USING btree ("region","reply_due_on","id") WHERE "ledger"."instrument"."reply_due_on" is not null;--> statement-breakpoint
CREATE INDEX "instrument_addressee_idx" ON "ledger"."instrument" USING gin ("addressees");