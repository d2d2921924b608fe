import type { PublicNoticeView } from "@zhenggai/domain/close-out";
import type { Refusal } from "@zhenggai/domain/kernel";
import { createSignal, createUniqueId, For, type JSX, Match, Show, Switch } from "solid-js";
import { client } from "../../api.ts";
import { type Failure, failureOf } from "../../failure.ts";
import { say, t } from "../../i18n/index.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { createObjectionDraft, type ObjectionDraft, type Receipt } from "./objection-draft.ts";

/** The least and the most of the text, as the API takes it. */
const LEAST = 10;
const MOST = 2000;

type Faults = { readonly text: string | null; readonly reach: string | null };

function faultsOf({ text, reach, name }: ObjectionDraft): Faults {
	const length = text.trim().length;
	const ofText = length < LEAST ? t("public.textShort") : null;
	return {
		text: length > MOST ? t("public.textLong", { most: MOST }) : ofText,
		reach: name.trim() !== "" && reach.trim() === "" ? t("public.nameAlone") : null,
	};
}

/** What came back instead of a receipt: refusals of the rules, or a failure. */
type Answer = { readonly refusals: readonly Refusal[] } | { readonly failure: Failure };

async function put(notice: PublicNoticeView, draft: ObjectionDraft): Promise<Receipt | Answer> {
	const { issueId, noticeId } = notice;
	const [reach, name] = [draft.reach.trim(), draft.name.trim()];
	try {
		const outcome = await client.closeOut.objectPublicly.mutate({
			...{ issueId, noticeId, objectionId: draft.objectionId, text: draft.text.trim() },
			contact: reach === "" ? null : { name: name === "" ? null : name, reach },
		});
		return outcome.ok ? outcome.value : { refusals: outcome.refusals };
	} catch (error) {
		return { failure: failureOf(error) };
	}
}

/** Objects to a running notice, without an account. What is written stays until it has been taken. */
export function ObjectionForm(props: {
	notice: PublicNoticeView;
	onSent: (receipt: Receipt) => void;
}): JSX.Element {
	const { draft, set, restart, renumber } = createObjectionDraft(props.notice.noticeId);
	const [tried, setTried] = createSignal(false);
	const [busy, setBusy] = createSignal(false);
	const [answer, setAnswer] = createSignal<Answer | null>(null);
	const faults = (): Faults => (tried() ? faultsOf(draft) : { text: null, reach: null });
	const noteId = createUniqueId();
	let form: HTMLFormElement | undefined;

	const submit = async () => {
		if (busy()) return;
		setTried(true);
		const { text, reach } = faultsOf(draft);
		if (text !== null || reach !== null) {
			form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
			return;
		}
		setBusy(true);
		setAnswer(null);
		const given = await put(props.notice, draft);
		setBusy(false);
		if ("objectionId" in given) {
			restart();
			props.onSent(given);
		} else {
			// The answer to the first sending was lost, and the words were changed since: they go under a number of their own.
			if ("failure" in given && given.failure.code === "CONFLICT") renumber();
			setAnswer(given);
		}
	};

	return (
		<Section title={t("public.form")} class="no-print">
			<form
				ref={(element) => {
					form = element;
				}}
				class="flex flex-col gap-4"
				novalidate
				aria-describedby={noteId}
				onSubmit={(event) => {
					event.preventDefault();
					void submit();
				}}
			>
				<div>
					<TextArea
						label={t("public.yourText")}
						hint={t("public.yourTextHint")}
						required={true}
						rows={6}
						value={draft.text}
						error={faults().text}
						onInput={(text) => set("text", text)}
					/>
					<p class="mt-1 text-right text-[0.9rem] text-ink-faint tabular-nums">
						{t("public.length", { n: draft.text.trim().length, most: MOST })}
					</p>
				</div>
				<Contact draft={draft} error={faults().reach} set={set} />
				<p id={noteId} class="text-ink-soft">
					{t("public.tab")}
				</p>
				<Show when={answer()}>{(given) => <Refused answer={given()} />}</Show>
				<Button look="primary" type="submit" class="self-start" busy={busy()}>
					{t(busy() ? "public.sending" : "public.send")}
				</Button>
			</form>
		</Section>
	);
}

type Fields = ReturnType<typeof createObjectionDraft>;

function Contact(props: { draft: ObjectionDraft; error: string | null; set: Fields["set"] }): JSX.Element {
	const sealedId = createUniqueId();
	return (
		<fieldset class="rounded border border-line p-3" aria-describedby={sealedId}>
			<legend class="px-1 font-medium">{t("public.about")}</legend>
			<p id={sealedId} class="mb-3 flex items-start gap-2 text-ink-soft">
				<Icon name="shield" class="mt-1 shrink-0" />
				<span>{t("public.sealed")}</span>
			</p>
			<div class="grid gap-3 sm:grid-cols-2">
				<TextField
					label={t("public.reach")}
					maxLength={100}
					autocomplete="off"
					value={props.draft.reach}
					error={props.error}
					onInput={(reach) => props.set("reach", reach)}
				/>
				<TextField
					label={t("public.name")}
					maxLength={40}
					autocomplete="off"
					value={props.draft.name}
					onInput={(name) => props.set("name", name)}
				/>
			</div>
		</fieldset>
	);
}

/** Why it was not taken, in the words of the rules or of the server, and what helps. */
function Refused(props: { answer: Answer }): JSX.Element {
	const failure = () => ("failure" in props.answer ? props.answer.failure : null);
	const refusals = () => ("refusals" in props.answer ? props.answer.refusals : []);
	return (
		<div class="rounded-md border border-late bg-late-wash p-3" role="alert" data-refused={failure()?.code}>
			<p class="flex items-center gap-2 font-medium text-late">
				<Icon name="alert" />
				{t("public.refused")}
			</p>
			<Switch>
				<Match when={failure()?.code === "NOT_FOUND"}>
					<p>{t("public.refusedOver")}</p>
				</Match>
				<Match when={failure()}>
					{(why) => (
						<p>
							{say(why().text)}
							<Show when={why().code === "INTERNAL" && why().requestId}>
								{(id) => <span class="ml-3 text-ink-soft">{t("error.reference", { id: id() })}</span>}
							</Show>
						</p>
					)}
				</Match>
			</Switch>
			<For each={refusals()}>
				{({ message, clears }) => (
					<p>
						{say(message)} <span class="text-ink-soft">{say(clears)}</span>
					</p>
				)}
			</For>
		</div>
	);
}
