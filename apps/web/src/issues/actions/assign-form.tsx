import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { newId } from "../../ids.ts";
import { PersonPicker, UnitPicker } from "../../responsibilities/index.ts";
import { useMe } from "../../shell/me.tsx";
import type { CommandOf } from "../../types.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import type { Option } from "../../ui/combobox.tsx";
import { TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { CommandForm } from "./command-form.tsx";
import { createFormDraft } from "./form-draft.ts";
import type { FormProps } from "./form-props.ts";

type Assignment = CommandOf<"assignIssue">["assignments"][number];
export type RoleKey = Assignment["role"];

/** One line while it is being filled. */
type Line = {
	id: string;
	role: RoleKey;
	kind: NonNullable<Assignment["kind"]> | "";
	unit: Option | null;
	person: Option | null;
	from: string;
};

const PERSON_ROLES: ReadonlySet<RoleKey> = new Set([
	"responsibleLeader",
	"responsiblePerson",
	"contact",
	"expert",
]);
export const isPersonRole = (role: RoleKey): boolean => PERSON_ROLES.has(role);

/** Roles that a chain needs and this issue has nobody for: the lines the form begins with. */
const NEEDED: readonly RoleKey[] = [
	"lead",
	"responsible",
	"supervising",
	"responsibleLeader",
	"responsiblePerson",
];

const isRole = (text: string | undefined): text is RoleKey =>
	text !== undefined && Object.hasOwn(vocab.assignmentRole, text);

function startRoles(props: FormProps): RoleKey[] {
	const { part } = props.request;
	if (isRole(part)) return [part];
	const held = new Set(props.detail.assignments.filter((one) => one.until === null).map((one) => one.role));
	const open = NEEDED.filter((role) => !held.has(role));
	return open.length > 0 ? open : ["responsible"];
}

/** 交办: names units and people, several at once. */
export function AssignForm(props: FormProps): JSX.Element {
	const me = useMe();
	const line = (role: RoleKey): Line => ({
		id: newId(),
		role,
		kind: "",
		unit: null,
		person: null,
		from: me().today,
	});
	const draft = createFormDraft<{ lines: Line[] }>(props, () => ({
		lines: startRoles(props).map(line),
	}));
	const { value, set } = draft;
	const named = () => value.lines.filter((one) => (isPersonRole(one.role) ? one.person : one.unit) !== null);
	const toAssignment = (one: Line): Assignment => ({
		id: one.id,
		role: one.role,
		kind: one.kind === "" ? null : one.kind,
		unitId: one.unit?.id ?? null,
		personId: isPersonRole(one.role) ? (one.person?.id ?? null) : null,
		from: one.from,
	});
	return (
		<CommandForm
			{...props}
			verb="assignIssue"
			wide={true}
			draft={draft}
			intro={t("assign.intro")}
			command={
				named().length > 0
					? { type: "assignIssue", assignments: named().map(toAssignment), importId: null }
					: null
			}
		>
			{(errors) => (
				<>
					<ul class="flex flex-col gap-3">
						<For each={value.lines}>
							{(one, index) => (
								<li class="flex flex-wrap items-start gap-2 rounded border border-line p-2.5">
									<Select
										class="w-36"
										label={t("assign.role")}
										value={one.role}
										choices={choicesOf(vocab.assignmentRole, language())}
										onChange={(role) => role !== "" && set("lines", index(), "role", role)}
									/>
									<UnitPicker
										class="min-w-44 flex-1"
										label={t("assign.unit")}
										value={one.unit}
										error={errors.at(`assignments.${index()}`)}
										onChange={(unit) => set("lines", index(), "unit", unit)}
									/>
									<Show when={isPersonRole(one.role)}>
										<PersonPicker
											class="min-w-40 flex-1"
											label={t("assign.person")}
											value={one.person}
											unitId={one.unit?.id}
											onChange={(person) => set("lines", index(), "person", person)}
										/>
									</Show>
									<Select
										class="w-32"
										label={t("assign.kind")}
										value={one.kind}
										none={t("assign.kindAuto")}
										choices={choicesOf(vocab.responsibilityKind, language())}
										onChange={(kind) => set("lines", index(), "kind", kind)}
									/>
									<TextField
										class="w-38"
										type="date"
										label={t("assign.from")}
										value={one.from}
										onInput={(from) => set("lines", index(), "from", from)}
									/>
									<IconButton
										icon="close"
										label={t("assign.remove")}
										class="mt-6"
										onClick={() => set("lines", (old) => old.filter((other) => other.id !== one.id))}
									/>
								</li>
							)}
						</For>
					</ul>
					<div>
						<Button
							icon="plus"
							size="small"
							onClick={() => set("lines", value.lines.length, line("supporting"))}
						>
							{t("assign.add")}
						</Button>
					</div>
				</>
			)}
		</CommandForm>
	);
}
