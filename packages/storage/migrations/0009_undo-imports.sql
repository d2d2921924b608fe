ALTER TABLE "ledger"."import_draft" ADD COLUMN "undone" json;--> statement-breakpoint
ALTER TABLE "ledger"."issue" ADD COLUMN "ended_into" uuid;--> statement-breakpoint
CREATE INDEX "issue_ended_into_idx" ON "ledger"."issue" USING btree ("ended_into") WHERE "ledger"."issue"."ended_into" is not null;--> statement-breakpoint
-- Read from the text: it may hold characters that json operators refuse. 14 and 15: carried over, merged.
UPDATE "ledger"."issue" SET "ended_into" = substring("state"::text FROM $q$"ending":\{"kind":"(?:merged|carriedOver)","(?:into|to)":"([0-9a-f-]{36})"$q$)::uuid
	WHERE "lifecycle" IN (14, 15);
