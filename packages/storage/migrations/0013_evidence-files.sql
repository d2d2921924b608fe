CREATE TABLE "ledger"."evidence" (
	"issue_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"sha256" "bytea" NOT NULL,
	"site_id" uuid,
	"region" integer NOT NULL,
	"withdrawn" boolean NOT NULL,
	CONSTRAINT "evidence_pkey" PRIMARY KEY("issue_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "ledger"."evidence_upload" (
	"sha256" "bytea" NOT NULL,
	"issue_id" uuid NOT NULL,
	"bytes" bigint NOT NULL,
	"media_type" text NOT NULL,
	"taken_at" timestamp (3) with time zone,
	"longitude" double precision,
	"latitude" double precision,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"uploaded_by" json NOT NULL,
	CONSTRAINT "evidence_upload_pkey" PRIMARY KEY("sha256","issue_id")
);
--> statement-breakpoint
CREATE INDEX "evidence_sha256_idx" ON "ledger"."evidence" USING btree ("sha256") WHERE not "ledger"."evidence"."withdrawn";