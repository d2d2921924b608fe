CREATE TABLE "ledger"."region_rules" (
	"region" integer PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" json NOT NULL,
	CONSTRAINT "region_rules_id_key" UNIQUE("id")
);
