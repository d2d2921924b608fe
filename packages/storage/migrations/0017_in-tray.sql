CREATE TABLE "ledger"."in_tray" (
	"issue_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"whose" text NOT NULL,
	"kind" text NOT NULL,
	"due_on" date NOT NULL,
	"region" integer NOT NULL,
	"item" json NOT NULL,
	CONSTRAINT "in_tray_pkey" PRIMARY KEY("issue_id","id")
);
--> statement-breakpoint
CREATE INDEX "in_tray_whose_idx" ON "ledger"."in_tray" USING btree ("whose","due_on","issue_id","id");--> statement-breakpoint
CREATE INDEX "in_tray_kind_idx" ON "ledger"."in_tray" USING btree ("whose","kind","due_on","issue_id","id");