import { useQuery } from "@tanstack/solid-query";
import type { Conflict, Outcome, Refusal } from "@zhenggai/domain/kernel";
import type { RuleEntry } from "@zhenggai/domain/rules";
import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { queries } from "../api.ts";
import { failureOf } from "../failure.ts";
import { say, t } from "../i18n/index.ts";
import { newId } from "../ids.ts";
import { loaded } from "../loaded.ts";
import { Why } from "../rules/index.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorBox, notify } from "../ui/feedback.tsx";
import { TextArea } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { ConflictNotice, type Told } from "./conflict-notice.tsx";
import { DraftNote } from "./draft-note.tsx";
import type { KeptDraft } from "./kept-draft.ts";
import { Lacking } from "./lacking.tsx";
import { showAnswer } from "./unfilled.ts";

export type Envelope = { expectedVersion: number; idempotencyKey: string; justification?: string };

/** What the frame needs of a kept draft. */
export type FormDraft = Pick<KeptDraft<object>, "since" | "restart" | "drop" | "justification" | "justify">;

/** What a form's fields are told about the last answer. */
export type FormErrors = {
	/** The sentence for the field of this path, null when it is in order. */
	at: (path: string) => string | null;
};

/**
 * The frame of every command form: sends it, shows refusals beside their fields and above the button, asks for a
 * justification where a rule only warns, and on a conflict shows what the other person changed. The draft stays
 * whatever the answer is.
 */
export function CommandForm<D>(props: {
	/** The name of what is done: heading and button. */
	title: string;
	/** The version on which the draft is made; zero for what is not there yet. */
	version: number;
	ready: boolean;
	send: (envelope: Envelope) => Promise<Outcome<D>>;
	/** Takes the new state in. */
	onDone: (value: D) => void;
	/** What happened to it, for the notice that somebody else was faster. */
	told: Told;
	/** Asked when the reader goes on with the draft on the newest state: load that anew. */
	onStale: () => void;
	onClose: () => void;
	/** One sentence on what this does, above the fields. */
	intro?: string | undefined;
	wide?: boolean | undefined;
	/** What the step asks a justification for, known before it is sent. */
	warnings?: readonly Refusal[] | undefined;
	/** What is being written, where it is kept: told when it was brought back, forgotten when it has been sent. */
	draft?: FormDraft | undefined;
	children: (errors: FormErrors) => JSX.Element;
}): JSX.Element {
	const formId = createUniqueId();
	let form: HTMLFormElement | undefined;
	const [busy, setBusy] = createSignal(false);
	const [failure, setFailure] = createSignal<unknown>(null);
	const [refusals, setRefusals] = createSignal<readonly Refusal[]>([]);
	const [conflict, setConflict] = createSignal<Conflict | null>(null);
	// Where a draft is kept, the justification is kept with it.
	const [own, setOwn] = createSignal("");
	const justification = () => (props.draft === undefined ? own() : props.draft.justification());
	const setJustification = (text: string) =>
		props.draft === undefined ? setOwn(text) : props.draft.justify(text);
	// The version when the form was opened: what the draft was made on.
	const [version, setVersion] = createSignal(props.version);
	let key = newId();
	const rules = useQuery(() => ({ ...queries.rules.list(), staleTime: Number.POSITIVE_INFINITY }));
	const warned = () => refusals().filter((refusal) => isWarning(loaded(rules) ?? [], refusal));
	/** Said before the first answer; afterwards the answer says it. */
	const expected = () => (refusals().length > 0 ? [] : (props.warnings ?? []));
	const isAsked = () => warned().length + expected().length > 0;
	/** One that came back with the draft is shown even before a rule asks for it again: it would be sent unseen. */
	const cameBack = justification() !== "";
	const showsJustification = () => isAsked() || (cameBack && (props.draft?.since() ?? null) !== null);

	const errors: FormErrors = {
		at: (path) => {
			const found = refusals().find(
				(refusal) => refusal.field === path || refusal.field?.startsWith(`${path}.`),
			);
			return found === undefined ? null : say(found.message);
		},
	};

	/** Once the answer stands in the page. */
	const answer = () => requestAnimationFrame(() => form !== undefined && showAnswer(form));
	const settle = (outcome: Outcome<D>) => {
		// An answered request is over: the next attempt is a new one.
		key = newId();
		if (outcome.ok) {
			props.draft?.drop();
			props.onDone(outcome.value);
			const warning = outcome.warnings[0];
			notify(warning === undefined ? t("form.saved") : t("form.savedWarned", { text: say(warning.message) }));
			props.onClose();
			return;
		}
		setRefusals(outcome.refusals);
		setConflict(outcome.conflict);
		answer();
	};
	const submit = async (expectedVersion: number) => {
		if (busy() || !props.ready) return;
		setBusy(true);
		setFailure(null);
		const reason = justification().trim();
		try {
			settle(
				await props.send({
					expectedVersion,
					idempotencyKey: key,
					...(reason === "" ? {} : { justification: reason }),
				}),
			);
		} catch (error) {
			// The key stays: sending again must not do it twice. Only where the server says that the key was used for
			// something else – an answer was lost, and the text changed since – the next attempt is a new one; the version
			// it was made on tells whether the lost one was done.
			if (failureOf(error).code === "BAD_INPUT") key = newId();
			setFailure(() => error);
			answer();
		} finally {
			setBusy(false);
		}
	};
	const continueOn = (current: number) => {
		setVersion(current);
		setConflict(null);
		props.onStale();
		void submit(current);
	};

	return (
		<Dialog
			open={true}
			shape={props.wide ? "wide" : "center"}
			title={props.title}
			onClose={() => props.onClose()}
			footer={
				<>
					<Show when={!props.ready}>
						<Lacking form={() => form} />
					</Show>
					<Button onClick={() => props.onClose()}>{t("cancel")}</Button>
					<Button look="primary" type="submit" form={formId} busy={busy()} disabled={!props.ready}>
						{busy() ? t("form.sending") : props.title}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				ref={(element) => {
					form = element;
				}}
				class="flex flex-col gap-4 p-4"
				onSubmit={(event) => {
					event.preventDefault();
					void submit(version());
				}}
			>
				<Show when={props.intro}>
					<p class="text-ink-soft">{props.intro}</p>
				</Show>
				<DraftNote draft={props.draft} />
				{props.children(errors)}
				<Show when={conflict()}>
					{(found) => (
						<ConflictNotice
							told={props.told}
							seen={version()}
							conflict={found()}
							onContinue={() => continueOn(found().currentVersion)}
						/>
					)}
				</Show>
				<Show when={refusals().length > 0 && conflict() === null}>
					<div class="rounded-md border border-late bg-late-wash p-3" role="alert">
						<p class="mb-2 flex items-center gap-2 font-medium text-late">
							<Icon name="stop" />
							{t("form.refused")}
						</p>
						<Why refusals={refusals()} />
					</div>
				</Show>
				<Show when={expected().length > 0}>
					<div class="rounded-md border border-near bg-near-wash p-3" data-warnings>
						<p class="mb-2 flex items-center gap-2 font-medium text-near">
							<Icon name="alert" />
							{t("form.warned")}
						</p>
						<Why refusals={expected()} />
					</div>
				</Show>
				<Show when={showsJustification()}>
					<TextArea
						label={t("form.justification")}
						hint={t("form.justificationHint")}
						required={isAsked()}
						value={justification()}
						onInput={setJustification}
					/>
				</Show>
				<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
			</form>
		</Dialog>
	);
}

/** Whether a refusal can be passed with a written justification: the catalogue says which rules only warn. */
const isWarning = (rules: readonly RuleEntry[], refusal: Refusal): boolean =>
	rules.some((rule) => rule.id === refusal.rule && rule.severity === "warn");
