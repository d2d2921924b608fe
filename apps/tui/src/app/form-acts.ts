import { randomUUID } from "node:crypto";
import { failureOf } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { caseVocab, type Labels, labelOr, vocab } from "@zhenggai/domain/vocabulary";
import type { FormOutcome, FormSpec } from "../forms/form-spec.ts";
import {
	activeField,
	CONFIRM,
	type FormAction,
	type FormMode,
	firstProblem,
	formMode,
	isChoice,
	JUSTIFICATION,
} from "../forms/form-state.ts";
import { type Command, matchKey } from "../keymap.ts";
import { say } from "../say.ts";
import type { KeyPress } from "../terminal/chord.ts";
import { cleanLine, cleanText } from "../terminal/clean.ts";
import { inputText } from "../terminal/input-state.ts";
import { describeFailure } from "./failure-text.ts";
import { contextOf } from "./screen.ts";
import type { Services } from "./services.ts";
import { EDITS } from "./typing.ts";

/** What a form tells the program behind it. */
export type FormEffects = {
	/** It was accepted: what is shown of its subject is to be read anew. */
	done(): void;
	/** Somebody else was faster: read anew, and the form stays. */
	stale(): void;
};

const eventName = (type: string, language: "zh-CN" | "en"): string => {
	const events: Labels<string> = { ...vocab.issueEvent, ...caseVocab.instrumentEvent };
	return labelOr(events, type, language);
};

/** What others did since the form was opened, and that the next attempt is made on what they left. */
function notesOf(outcome: Extract<FormOutcome, { ok: false }>): Bilingual[] {
	if (outcome.conflict === null) return [];
	return [
		...outcome.conflict.changes.map(({ by, type }) =>
			say(`其间 ${by}：${eventName(type, "zh-CN")}`, `Meanwhile ${by}: ${eventName(type, "en")}`),
		),
		say(
			"未办理。核对后再次办理，即按最新状态办理",
			"Not sent. Look again; sending once more does it on the newest state",
		),
	];
}

/** Opens forms, gives them the keys, keeps what is typed and sends it. */
export function makeForms(services: Services, effects: FormEffects) {
	const { store, client, drafts } = services;
	let attempt: string | null = null;
	const act = (action: FormAction) => store.dispatch({ type: "mode", action: { type: "form", action } });
	const tell = (text: Bilingual, tone: "good" | "notice" | "danger") =>
		store.dispatch({ type: "said", message: { text, tone } });
	const current = (): FormMode | null => {
		const { mode } = store.get();
		return mode.kind === "form" ? mode : null;
	};

	/** The same person on the same server: nobody finds another one's draft. */
	const draftKey = ({ key }: FormSpec): string => {
		const { me } = store.get();
		return [services.url, me?.role, me?.region, me?.unit?.id ?? "", me?.name, key].join(" ");
	};

	/** Writes down what was typed; a form that was not touched leaves nothing behind. */
	const keep = (): boolean => {
		const mode = current();
		if (mode === null) return false;
		const { [CONFIRM]: _typed, ...values } = mode.values;
		const touched = Object.entries(values).some(([name, value]) => value !== (mode.spec.start[name] ?? ""));
		if (!touched) drafts.drop(draftKey(mode.spec));
		else drafts.put(draftKey(mode.spec), { at: new Date(store.get().now).toISOString(), values });
		return touched;
	};

	const open = (spec: FormSpec) => {
		attempt = null;
		const mode = formMode(spec, drafts.get(draftKey(spec)));
		store.dispatch({ type: "mode", action: { type: "opened", mode } });
	};

	const accepted = (mode: FormMode, outcome: Extract<FormOutcome, { ok: true }>) => {
		drafts.drop(draftKey(mode.spec));
		const { title } = mode.spec;
		const more = mode.spec.told?.(outcome) ?? outcome.warnings[0]?.message ?? null;
		tell(
			more === null
				? say(`已办理 ${title.zh}`, `Done: ${title.en}`)
				: say(`已办理 ${title.zh}；${more.zh}`, `Done: ${title.en}; ${more.en}`),
			"good",
		);
		const next = mode.spec.next?.(outcome) ?? null;
		if (current()?.spec === mode.spec) {
			if (next === null) store.dispatch({ type: "mode", action: { type: "closed" } });
			else open(next);
		}
		effects.done();
	};

	const send = async () => {
		const mode = current();
		if (mode === null || mode.sending) return;
		const problem = firstProblem(mode);
		if (problem !== null) return act({ type: "jumped", ...problem });
		keep();
		act({ type: "sending" });
		attempt ??= randomUUID();
		const justification = (mode.values[JUSTIFICATION] ?? "").trim();
		try {
			const outcome = await mode.spec.send(client, mode.values, {
				...{ expectedVersion: mode.version, idempotencyKey: attempt },
				...(justification === "" ? {} : { justification }),
			});
			// An answered request is over: the next attempt is a new one.
			attempt = null;
			if (outcome.ok) return accepted(mode, outcome);
			const version = outcome.conflict?.currentVersion ?? null;
			act({ type: "refused", refusals: outcome.refusals, notes: notesOf(outcome), version });
			if (version !== null) effects.stale();
		} catch (error) {
			const failure = failureOf(error);
			if (failure === null) throw error;
			// The key stays: sending again must not do it twice.
			act({ type: "refused", refusals: [], notes: [describeFailure(failure)], version: null });
		}
	};

	const edit = async () => {
		const mode = current();
		if (mode === null) return;
		const text = await services.edit(inputText(mode.input));
		if (text === null)
			return tell(say("没有可用的编辑器，请设 EDITOR", "There is no editor; set EDITOR"), "notice");
		act({
			type: "set",
			text: activeField(mode)?.kind === "text" ? cleanText(text).trimEnd() : cleanLine(text).trim(),
		});
		keep();
	};

	const leave = () => {
		const kept = keep();
		store.dispatch({ type: "mode", action: { type: "closed" } });
		tell(
			kept
				? say("已离开，未办理，草稿保留", "Left, nothing was done; the draft stays")
				: say("已离开，未办理", "Left, nothing was done"),
			"notice",
		);
	};

	const commands: Partial<Record<Command, () => void>> = {
		"form.next": () => {
			const mode = current();
			if (mode !== null && activeField(mode) === null) return run(send());
			keep();
			act({ type: "moved", by: 1 });
		},
		"form.previous": () => act({ type: "moved", by: -1 }),
		"form.choose": () => act({ type: "chosen", number: null }),
		"form.forward": () => act({ type: "picked", by: 1 }),
		"form.backward": () => act({ type: "picked", by: -1 }),
		"form.send": () => run(send()),
		"form.editor": () => run(edit()),
		"form.restart": () => {
			const mode = current();
			if (mode === null) return;
			drafts.drop(draftKey(mode.spec));
			act({ type: "restarted" });
		},
		"form.leave": leave,
	};

	/** Nobody waits for it. A mistake of our own ends the program with its trace. */
	const run = (work: Promise<void>) => {
		work.catch((error: unknown) => services.quit({ kind: "broken", error }));
	};

	return {
		open,
		keep,
		key(press: KeyPress) {
			const state = store.get();
			const mode = current();
			if (mode === null || mode.sending) return;
			if (state.message !== null) store.dispatch({ type: "said", message: null });
			const match = matchKey(services.keymap, contextOf(state), "", press.chord);
			if (match.kind === "command") return commands[match.command]?.();
			if (isChoice(activeField(mode))) {
				if (/^[1-9]$/.test(press.text ?? "")) act({ type: "chosen", number: Number(press.text) - 1 });
				return;
			}
			const input = EDITS[press.chord];
			if (input !== undefined) store.dispatch({ type: "mode", action: { type: "typed", input } });
			else if (press.text !== null)
				store.dispatch({
					type: "mode",
					action: { type: "typed", input: { type: "insert", text: press.text } },
				});
		},
		paste(text: string) {
			const mode = current();
			if (mode === null) return;
			const clean = activeField(mode)?.kind === "text" ? cleanText(text) : cleanLine(text);
			store.dispatch({ type: "mode", action: { type: "typed", input: { type: "insert", text: clean } } });
		},
	};
}

export type Forms = ReturnType<typeof makeForms>;
