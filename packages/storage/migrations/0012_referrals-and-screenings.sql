CREATE TABLE "ledger"."referral" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"submitted" boolean NOT NULL,
	"current_state" text NOT NULL,
	"known_state" text NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"issue_ids" uuid[] NOT NULL,
	"state" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."screening" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"issue_id" uuid NOT NULL,
	"current_state" text NOT NULL,
	"due_on" date NOT NULL,
	"state" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."screening_opened" (
	"issue_id" uuid PRIMARY KEY NOT NULL,
	"screening_id" uuid NOT NULL,
	"find_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."screening_place" (
	"scope" integer NOT NULL,
	"screening_id" uuid NOT NULL,
	"current_state" text NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "screening_place_scope_screening_id_pk" PRIMARY KEY("scope","screening_id")
);
--> statement-breakpoint
CREATE INDEX "referral_region_idx" ON "ledger"."referral" USING btree ("region","drafted_at","id");--> statement-breakpoint
CREATE INDEX "referral_city_idx" ON "ledger"."referral" USING btree ("city","drafted_at","id");--> statement-breakpoint
CREATE INDEX "referral_province_idx" ON "ledger"."referral" USING btree ("province","drafted_at","id");--> statement-breakpoint
CREATE INDEX "referral_issue_idx" ON "ledger"."referral" USING gin ("issue_ids");--> statement-breakpoint
CREATE INDEX "screening_issue_idx" ON "ledger"."screening" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "screening_due_idx" ON "ledger"."screening" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "screening_place_due_idx" ON "ledger"."screening_place" USING btree ("scope","due_on","screening_id");--> statement-breakpoint
CREATE INDEX "screening_place_sweep_idx" ON "ledger"."screening_place" USING btree ("screening_id");