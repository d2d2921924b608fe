CREATE TABLE "ledger"."column_layout" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"region" integer NOT NULL,
	"layout" text NOT NULL,
	"kind" text NOT NULL,
	"columns" json NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "column_layout_region_idx" ON "ledger"."column_layout" USING btree ("region","layout");