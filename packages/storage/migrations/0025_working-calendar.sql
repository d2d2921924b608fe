CREATE TABLE "ledger"."calendar_year" (
	"year" integer PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" json NOT NULL,
	CONSTRAINT "calendar_year_id_key" UNIQUE("id")
);
