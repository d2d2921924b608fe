CREATE FUNCTION journal.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'journal.% is append-only: % refused', TG_TABLE_NAME, TG_OP
		USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.event
	FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
--> statement-breakpoint
CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.seal
	FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
--> statement-breakpoint
INSERT INTO journal.clock (base) VALUES (0);
--> statement-breakpoint
ALTER TABLE journal.stream SET (fillfactor = 80);
