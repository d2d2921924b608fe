CREATE TABLE "ledger"."complaint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"inspection_id" uuid NOT NULL,
	"batch" integer NOT NULL,
	"receipt_key" text COLLATE "C",
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"withdrawn" boolean NOT NULL,
	"batch_key" text COLLATE "C" NOT NULL,
	"receipt_order" text COLLATE "C" NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"batch_day" date NOT NULL,
	"channel" smallint NOT NULL,
	"is_key" boolean NOT NULL,
	"types" integer NOT NULL,
	"verdict" smallint NOT NULL,
	"status" smallint NOT NULL,
	"row" json NOT NULL,
	"state" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."complaint_relation" (
	"complaint_id" uuid NOT NULL,
	"at" smallint NOT NULL,
	"kind" text NOT NULL,
	"inspection_id" uuid NOT NULL,
	"target_key" text COLLATE "C",
	"target_id" uuid,
	CONSTRAINT "complaint_relation_complaint_id_at_pk" PRIMARY KEY("complaint_id","at")
);
--> statement-breakpoint
CREATE TABLE "ledger"."complaint_search" (
	"complaint_id" uuid PRIMARY KEY NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"withdrawn" boolean NOT NULL,
	"batch_key" text COLLATE "C" NOT NULL,
	"receipt_order" text COLLATE "C" NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"batch_day" date NOT NULL,
	"channel" smallint NOT NULL,
	"is_key" boolean NOT NULL,
	"types" integer NOT NULL,
	"verdict" smallint NOT NULL,
	"status" smallint NOT NULL,
	"haystack" text NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."complaint_tally" (
	"inspection_id" uuid NOT NULL,
	"batch" integer NOT NULL,
	"region" integer NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"cases" integer NOT NULL,
	"keys" integer NOT NULL,
	"multi_type" integer NOT NULL,
	"cross_region" integer NOT NULL,
	"no_type" integer NOT NULL,
	"no_channel" integer NOT NULL,
	"no_verdict" integer NOT NULL,
	"no_status" integer NOT NULL,
	"types_water" integer NOT NULL,
	"types_air" integer NOT NULL,
	"types_soil" integer NOT NULL,
	"types_noise" integer NOT NULL,
	"types_solid_waste" integer NOT NULL,
	"types_ecology" integer NOT NULL,
	"types_radiation" integer NOT NULL,
	"types_marine" integer NOT NULL,
	"types_fume" integer NOT NULL,
	"types_dust" integer NOT NULL,
	"types_other" integer NOT NULL,
	"roots_water" integer NOT NULL,
	"roots_air" integer NOT NULL,
	"roots_soil" integer NOT NULL,
	"roots_ecology" integer NOT NULL,
	"roots_noise" integer NOT NULL,
	"roots_marine" integer NOT NULL,
	"roots_radiation" integer NOT NULL,
	"roots_other" integer NOT NULL,
	"channels_phone" integer NOT NULL,
	"channels_letter" integer NOT NULL,
	"channels_wechat" integer NOT NULL,
	"channels_other" integer NOT NULL,
	"verdicts_true" integer NOT NULL,
	"verdicts_mostly_true" integer NOT NULL,
	"verdicts_partly_true" integer NOT NULL,
	"verdicts_untrue" integer NOT NULL,
	"statuses_closed" integer NOT NULL,
	"statuses_stage_closed" integer NOT NULL,
	"statuses_open" integer NOT NULL,
	CONSTRAINT "complaint_tally_inspection_id_batch_region_pk" PRIMARY KEY("inspection_id","batch","region")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "complaint_receipt_key" ON "ledger"."complaint" USING btree ("inspection_id","receipt_key") WHERE "ledger"."complaint"."receipt_key" is not null and not "ledger"."complaint"."withdrawn";--> statement-breakpoint
CREATE INDEX "complaint_receipt_any_idx" ON "ledger"."complaint" USING btree ("inspection_id","receipt_key");--> statement-breakpoint
CREATE INDEX "complaint_batch_idx" ON "ledger"."complaint" USING btree ("inspection_id","batch");--> statement-breakpoint
CREATE INDEX "complaint_relation_key_idx" ON "ledger"."complaint_relation" USING btree ("inspection_id","target_key") WHERE "ledger"."complaint_relation"."target_key" is not null;--> statement-breakpoint
CREATE INDEX "complaint_relation_target_idx" ON "ledger"."complaint_relation" USING btree ("target_id") WHERE "ledger"."complaint_relation"."target_id" is not null;--> statement-breakpoint
CREATE INDEX "complaint_search_words_idx" ON "ledger"."complaint_search" USING gin ("words") WITH (fastupdate=false);