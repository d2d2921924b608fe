CREATE TABLE "ledger"."import_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"source_name" text NOT NULL,
	"sha256" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"started_by" text NOT NULL,
	"applied_at" timestamp (3) with time zone,
	"result" json,
	"proposal" json NOT NULL,
	"choices" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."import_progress" (
	"import_id" uuid PRIMARY KEY NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"phase" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."inspection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"state" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."inspection_tally" (
	"inspection_id" uuid NOT NULL,
	"region" integer NOT NULL,
	"issues" integer NOT NULL,
	CONSTRAINT "inspection_tally_inspection_id_region_pk" PRIMARY KEY("inspection_id","region")
);
--> statement-breakpoint
CREATE TABLE "ledger"."issue" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"lifecycle" smallint NOT NULL,
	"due" date NOT NULL,
	"number_key" text COLLATE "C" NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"kinds" integer NOT NULL,
	"rounds" bigint NOT NULL,
	"tier" smallint NOT NULL,
	"field" smallint NOT NULL,
	"generality" smallint NOT NULL,
	"incomplete" boolean NOT NULL,
	"parent_id" uuid,
	"changes_on" date NOT NULL,
	"row" json NOT NULL,
	"state" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."issue_number" (
	"inspection_id" uuid NOT NULL,
	"tier" smallint NOT NULL,
	"list_region" integer NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"issue_id" uuid NOT NULL,
	CONSTRAINT "issue_number_pkey" PRIMARY KEY("inspection_id","tier","list_region","number")
);
--> statement-breakpoint
CREATE TABLE "ledger"."issue_search" (
	"issue_id" uuid PRIMARY KEY NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"lifecycle" smallint NOT NULL,
	"due" date NOT NULL,
	"number_key" text COLLATE "C" NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"kinds" integer NOT NULL,
	"rounds" bigint NOT NULL,
	"tier" smallint NOT NULL,
	"field" smallint NOT NULL,
	"generality" smallint NOT NULL,
	"incomplete" boolean NOT NULL,
	"haystack" text NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"unit_id" uuid,
	"title" text,
	"province" integer NOT NULL,
	"phone" text,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."region" (
	"code" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger"."unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"aliases" text[] NOT NULL,
	"kind" text NOT NULL,
	"province" integer NOT NULL,
	"city" integer NOT NULL,
	"region" integer NOT NULL,
	"parent_id" uuid,
	"active" boolean NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "import_draft_province_idx" ON "ledger"."import_draft" USING btree ("province","started_at","id");--> statement-breakpoint
CREATE INDEX "import_draft_city_idx" ON "ledger"."import_draft" USING btree ("city","started_at","id");--> statement-breakpoint
CREATE INDEX "import_draft_region_idx" ON "ledger"."import_draft" USING btree ("region","started_at","id");--> statement-breakpoint
CREATE INDEX "inspection_province_idx" ON "ledger"."inspection" USING btree ("province");--> statement-breakpoint
CREATE INDEX "issue_parent_idx" ON "ledger"."issue" USING btree ("parent_id") WHERE "ledger"."issue"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX "issue_changes_on_idx" ON "ledger"."issue" USING btree ("changes_on") WHERE "ledger"."issue"."changes_on" < 'infinity';--> statement-breakpoint
CREATE INDEX "issue_number_issue_idx" ON "ledger"."issue_number" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "issue_search_words_idx" ON "ledger"."issue_search" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "person_province_idx" ON "ledger"."person" USING btree ("province","name","id");--> statement-breakpoint
CREATE INDEX "person_unit_idx" ON "ledger"."person" USING btree ("unit_id","name","id") WHERE "ledger"."person"."unit_id" is not null;--> statement-breakpoint
CREATE INDEX "person_words_idx" ON "ledger"."person" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "unit_region_idx" ON "ledger"."unit" USING btree ("province","region","name","id");--> statement-breakpoint
CREATE INDEX "unit_parent_idx" ON "ledger"."unit" USING btree ("parent_id","region","name","id") WHERE "ledger"."unit"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX "unit_words_idx" ON "ledger"."unit" USING gin ("words") WITH (fastupdate=false);