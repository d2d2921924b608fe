CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE SCHEMA "journal";
--> statement-breakpoint
CREATE SCHEMA "ledger";
--> statement-breakpoint
CREATE TABLE "journal"."clock" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"base" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "clock_only_check" CHECK ("journal"."clock"."only")
);
--> statement-breakpoint
CREATE TABLE "journal"."event" (
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"position" bigint NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "journal"."event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"stream_kind" text NOT NULL,
	"type" text NOT NULL,
	"payload" json NOT NULL,
	"actor" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"region" text,
	"cause" json NOT NULL,
	"import_id" uuid,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "event_stream_id_version_pk" PRIMARY KEY("stream_id","version"),
	CONSTRAINT "event_version_check" CHECK ("journal"."event"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "journal"."idempotency" (
	"actor_id" text NOT NULL,
	"key" text NOT NULL,
	"verb" text NOT NULL,
	"fingerprint" text NOT NULL,
	"result" json,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "journal"."seal" (
	"number" integer PRIMARY KEY NOT NULL,
	"after_position" bigint NOT NULL,
	"after_seq" bigint NOT NULL,
	"through_position" bigint NOT NULL,
	"through_seq" bigint NOT NULL,
	"count" integer NOT NULL,
	"root" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal"."stream" (
	"stream_id" uuid PRIMARY KEY NOT NULL,
	"stream_kind" text NOT NULL,
	"version" integer NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "event_id_key" ON "journal"."event" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_position_key" ON "journal"."event" USING btree ("position","seq");--> statement-breakpoint
CREATE INDEX "event_import_idx" ON "journal"."event" USING btree ("import_id","position","seq") WHERE "journal"."event"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "idempotency_at_idx" ON "journal"."idempotency" USING btree ("at");