CREATE TABLE "ledger"."issue_watch" (
	"city" integer NOT NULL,
	"issue_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"touched" integer NOT NULL,
	CONSTRAINT "issue_watch_pkey" PRIMARY KEY("city","issue_id")
);
--> statement-breakpoint
CREATE TABLE "ledger"."sweep" (
	"day" date NOT NULL,
	"city" integer NOT NULL,
	"full" boolean NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	"evaluated" integer NOT NULL,
	"changed" integer NOT NULL,
	"failed" integer NOT NULL,
	CONSTRAINT "sweep_pkey" PRIMARY KEY("city","day")
);
--> statement-breakpoint
CREATE TABLE "ledger"."sweep_failure" (
	"city" integer NOT NULL,
	"issue_id" uuid NOT NULL,
	"day" date NOT NULL,
	"message" text NOT NULL,
	CONSTRAINT "sweep_failure_pkey" PRIMARY KEY("city","issue_id")
);
--> statement-breakpoint
CREATE TABLE "ledger"."sweep_region" (
	"city" integer PRIMARY KEY NOT NULL,
	"swept_through" date NOT NULL,
	"basis" text NOT NULL,
	"day" date,
	"started_at" timestamp (3) with time zone,
	"full" boolean NOT NULL,
	"after" uuid,
	"evaluated" integer NOT NULL,
	"changed" integer NOT NULL,
	"failed" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "issue_watch_due_idx" ON "ledger"."issue_watch" USING btree ("city","due_on","issue_id");--> statement-breakpoint
INSERT INTO "ledger"."issue_watch" ("city", "issue_id", "due_on", "touched")
	SELECT "city", "id", '-infinity', 0 FROM "ledger"."issue" ORDER BY "city", "id";
