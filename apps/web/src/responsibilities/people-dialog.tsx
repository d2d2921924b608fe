import "../i18n/page-words.ts";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import type { UnitRow } from "@zhenggai/domain/responsibilities";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { client, queries } from "../api.ts";
import { word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { mayDo, useMe } from "../shell/me.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EditDialog } from "../ui/edit-dialog.tsx";
import { ErrorBox, SkeletonLines } from "../ui/feedback.tsx";
import { TextField } from "../ui/field.tsx";

/** The people of a unit, and registering one more. */
export function PeopleDialog(props: { unit: UnitRow; onClose: () => void }): JSX.Element {
	const me = useMe();
	const [adding, setAdding] = createSignal(false);
	const people = useQuery(() => queries.responsibilities.listPeople({ unitId: props.unit.id, limit: 500 }));
	return (
		<Show when={!adding()} fallback={<NewPerson unit={props.unit} onClose={() => setAdding(false)} />}>
			<Dialog
				open={true}
				title={t("people.title", { unit: props.unit.name })}
				onClose={() => props.onClose()}
				footer={
					<Show when={mayDo(me(), "registerPerson")}>
						<Button look="primary" icon="plus" onClick={() => setAdding(true)}>
							{word(vocab.otherVerb, "registerPerson")}
						</Button>
					</Show>
				}
			>
				<div class="p-4">
					<Show when={people.error}>
						{(error) => <ErrorBox error={error()} onRetry={() => void people.refetch()} />}
					</Show>
					<Show when={!people.isPending} fallback={<SkeletonLines lines={4} />}>
						<ul class="flex flex-col divide-y divide-line">
							<For each={loaded(people)?.items} fallback={<li class="text-ink-soft">{t("people.none")}</li>}>
								{(person) => (
									<li class="flex flex-wrap gap-x-4 py-2">
										<span class="font-medium">{person.name}</span>
										<span class="text-ink-soft">{person.title}</span>
										<span class="ml-auto text-ink-faint tabular-nums">{person.phone}</span>
									</li>
								)}
							</For>
						</ul>
					</Show>
				</div>
			</Dialog>
		</Show>
	);
}

function NewPerson(props: { unit: UnitRow; onClose: () => void }): JSX.Element {
	const queryClient = useQueryClient();
	const [draft, set] = createStore({ name: "", title: "", phone: "" });
	const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
	return (
		<EditDialog
			title={word(vocab.otherVerb, "registerPerson")}
			submit={t("save")}
			ready={draft.name.trim() !== ""}
			send={(key) =>
				client.responsibilities.registerPerson.mutate({
					person: {
						name: draft.name.trim(),
						unitId: props.unit.id,
						title: orNull(draft.title),
						phone: orNull(draft.phone),
					},
					idempotencyKey: key,
				})
			}
			onSaved={() => void queryClient.invalidateQueries({ queryKey: ["responsibilities", "listPeople"] })}
			onClose={() => props.onClose()}
		>
			{(errorAt) => (
				<>
					<TextField
						label={t("people.name")}
						required={true}
						value={draft.name}
						error={errorAt("name")}
						onInput={(name) => set({ name })}
					/>
					<TextField
						label={t("people.post")}
						value={draft.title}
						error={errorAt("title")}
						onInput={(title) => set({ title })}
					/>
					<TextField
						type="tel"
						label={t("people.phone")}
						hint={t("people.phoneHint")}
						value={draft.phone}
						error={errorAt("phone")}
						onInput={(phone) => set({ phone })}
					/>
				</>
			)}
		</EditDialog>
	);
}
