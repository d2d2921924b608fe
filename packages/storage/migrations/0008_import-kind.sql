ALTER TABLE "ledger"."import_draft" ADD COLUMN "kind" text;--> statement-breakpoint
-- The kind is the first thing of a proposal. Read from the text: a document may hold characters that json operators refuse.
UPDATE "ledger"."import_draft" SET "kind" = coalesce(substring("proposal"::text FROM $q$^\{"kind":"([a-z]+)"$q$), $q$unknown$q$);--> statement-breakpoint
ALTER TABLE "ledger"."import_draft" ALTER COLUMN "kind" SET NOT NULL;
