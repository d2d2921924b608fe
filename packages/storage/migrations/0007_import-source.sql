CREATE TABLE "ledger"."import_source" (
	"import_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger"."import_draft" ADD COLUMN "hint" json DEFAULT '{}'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger"."import_source" ADD CONSTRAINT "import_source_import_id_import_draft_id_fk" FOREIGN KEY ("import_id") REFERENCES "ledger"."import_draft"("id") ON DELETE no action ON UPDATE no action;