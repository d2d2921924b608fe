CREATE TABLE "auth"."device_request" (
	"device_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_hash" "bytea" NOT NULL,
	"terminal" text NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"interval_seconds" integer NOT NULL,
	"polled_at" timestamp (3) with time zone,
	"decision" text,
	"user_id" text
);
--> statement-breakpoint
CREATE TABLE "auth"."terminal_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"user_id" text NOT NULL,
	"terminal" text NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	"idle_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "auth"."device_request" ADD CONSTRAINT "device_request_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."terminal_session" ADD CONSTRAINT "terminal_session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "device_request_user_hash_key" ON "auth"."device_request" USING btree ("user_hash");--> statement-breakpoint
CREATE INDEX "device_request_expiry_idx" ON "auth"."device_request" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "terminal_session_hash_key" ON "auth"."terminal_session" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "terminal_session_user_idx" ON "auth"."terminal_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "terminal_session_end_idx" ON "auth"."terminal_session" USING btree ("ends_at");