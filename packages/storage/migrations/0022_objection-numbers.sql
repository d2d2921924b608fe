CREATE TABLE "ledger"."objection" (
	"issue_id" uuid NOT NULL,
	"objection_id" uuid NOT NULL,
	"number" text NOT NULL,
	CONSTRAINT "objection_issue_id_objection_id_pk" PRIMARY KEY("issue_id","objection_id")
);
--> statement-breakpoint
CREATE INDEX "objection_number_idx" ON "ledger"."objection" USING btree ("number");--> statement-breakpoint
INSERT INTO "ledger"."objection" ("issue_id", "objection_id", "number")
SELECT "stream_id", ("payload"->'objection'->>'id')::uuid,
	upper(right(replace("payload"->'objection'->>'id', '-', ''), 12))
FROM "journal"."event" WHERE "type" = 'objectionRegistered'
ON CONFLICT DO NOTHING;
