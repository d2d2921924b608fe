import "../i18n/form-words.ts";
import type { Refusal } from "@zhenggai/domain/kernel";
import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { say, t } from "../i18n/index.ts";
import { newId } from "../ids.ts";
import { Why } from "../rules/index.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { ErrorBox, notify } from "./feedback.tsx";

type Answer = { ok: true } | { ok: false; refusals: readonly Refusal[] };

/** A form in a window: refusals stay beside what was typed, and a repeated click does nothing twice. */
export function EditDialog<A extends Answer>(props: {
	title: string;
	submit: string;
	ready: boolean;
	wide?: boolean;
	send: (key: string) => Promise<A>;
	/** What follows from it; the window stays until then, so that its page already shows the outcome. */
	onSaved: (answer: Extract<A, { ok: true }>) => void | Promise<void>;
	/** What is told when it is done; that it is saved where left out. */
	done?: (answer: Extract<A, { ok: true }>) => string;
	onClose: () => void;
	children: (errorAt: (path: string) => string | null) => JSX.Element;
}): JSX.Element {
	const formId = createUniqueId();
	const [busy, setBusy] = createSignal(false);
	const [refusals, setRefusals] = createSignal<readonly Refusal[]>([]);
	const [failure, setFailure] = createSignal<unknown>(null);
	let key = newId();
	const isOk = (answer: A): answer is Extract<A, { ok: true }> => answer.ok;
	const errorAt = (path: string) => {
		const found = refusals().find((refusal) => refusal.field?.split(".").includes(path));
		return found === undefined ? null : say(found.message);
	};
	const submit = async () => {
		if (busy() || !props.ready) return;
		setBusy(true);
		setFailure(null);
		try {
			const answer = await props.send(key);
			key = newId();
			if (isOk(answer)) {
				notify(props.done?.(answer) ?? t("form.saved"));
				await props.onSaved(answer);
				props.onClose();
			} else if (!answer.ok) setRefusals(answer.refusals);
		} catch (error) {
			setFailure(() => error);
		} finally {
			setBusy(false);
		}
	};
	return (
		<Dialog
			open={true}
			title={props.title}
			shape={props.wide ? "wide" : "center"}
			onClose={() => props.onClose()}
			footer={
				<>
					<Button onClick={() => props.onClose()}>{t("cancel")}</Button>
					<Button look="primary" type="submit" form={formId} busy={busy()} disabled={!props.ready}>
						{props.submit}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				class="flex flex-col gap-4 p-4"
				onSubmit={(event) => {
					event.preventDefault();
					void submit();
				}}
			>
				{props.children(errorAt)}
				<Show when={refusals().length > 0}>
					<div class="rounded-md border border-late bg-late-wash p-3" role="alert">
						<p class="mb-2 font-medium text-late">{t("form.refused")}</p>
						<Why refusals={refusals()} />
					</div>
				</Show>
				<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
			</form>
		</Dialog>
	);
}
