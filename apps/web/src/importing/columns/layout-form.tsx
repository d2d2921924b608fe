import { type TableKind, TableKind as TableKinds } from "@zhenggai/domain/issues";
import { label, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Select } from "../../ui/select.tsx";
import { ColumnTable } from "./column-table.tsx";
import { HeaderPointer } from "./header-pointer.tsx";
import {
	checkChoice,
	type LayoutCheck,
	type LayoutChoice,
	type LayoutGroup,
	ofKind,
	startingChoice,
	withTarget,
} from "./layouts.ts";

/** Says what the columns of one header hold. */
export function LayoutForm(props: {
	groups: readonly LayoutGroup[];
	group: LayoutGroup;
	lines: readonly string[];
	busy: boolean;
	onGroup: (key: string) => void;
	onPoint: (line: number, rows: number) => void;
	onApply: (choice: LayoutChoice, remember: boolean) => void;
}): JSX.Element {
	const { table } = props.group;
	const [choice, setChoice] = createSignal<LayoutChoice>(startingChoice(table));
	const [remember, setRemember] = createSignal(true);
	const check = () => checkChoice(choice());
	const stopped = () => check().contested.length > 0 || check().lacking.length > 0;
	return (
		<div
			class="flex max-h-[48vh] flex-col gap-3 overflow-auto border-t border-line bg-sheet px-4 py-3"
			tabindex="0"
			role="group"
			aria-label={t("columns.fields")}
		>
			<div class="flex flex-wrap items-end gap-3">
				<Show when={props.groups.length > 1}>
					<Select
						label={t("columns.table")}
						value={props.group.key}
						choices={props.groups.map((group) => ({ value: group.key, label: placeText(group) }))}
						onChange={(key) => props.onGroup(key)}
					/>
				</Show>
				<Show when={table.kind === null}>
					<HeaderPointer table={table} lines={props.lines} busy={props.busy} onPoint={props.onPoint} />
				</Show>
				<Select
					label={t("columns.kind")}
					value={choice().kind}
					choices={TableKinds.options.map((kind) => ({
						value: kind,
						label: label(vocab.tableKind, kind, language()),
					}))}
					onChange={(kind: TableKind | "") => kind !== "" && setChoice(ofKind(choice(), kind))}
				/>
				<Show when={props.group.tables.length > 1}>
					<p class="pb-2 text-[0.93rem] text-ink-soft">
						{t("columns.sheets", { n: props.group.tables.length })}
					</p>
				</Show>
			</div>
			<ColumnTable
				columns={table.columns}
				choice={choice()}
				contested={check().contested}
				onTarget={(at, target) => setChoice(withTarget(choice(), at, target))}
			/>
			<Checks check={check()} />
			<div class="flex flex-wrap items-center gap-4">
				<Button
					look="primary"
					busy={props.busy}
					disabled={stopped()}
					onClick={() => props.onApply(choice(), remember())}
				>
					{t("columns.apply")}
				</Button>
				<Show
					when={table.layout !== null}
					fallback={<span class="text-ink-soft">{t("columns.cannotRemember")}</span>}
				>
					<CheckField label={t("columns.remember")} checked={remember()} onChange={setRemember} />
				</Show>
			</div>
		</div>
	);
}

/** Where tables with one header stand. */
const placeText = ({ table }: LayoutGroup): string => {
	const lines = t("columns.atLine", { from: table.lines[0], to: table.lines[1] });
	return table.sheet === null ? lines : `${table.sheet} · ${lines}`;
};

function Checks(props: { check: LayoutCheck }): JSX.Element {
	const field = (name: LayoutCheck["contested"][number]) => label(vocab.columnTarget, name, language());
	return (
		<ul class="flex flex-col gap-1 text-[0.93rem]" aria-live="polite">
			<For each={props.check.contested}>
				{(name) => (
					<li class="flex items-start gap-2 text-late">
						<Icon name="alert" size={14} class="mt-1" />
						{t("columns.contested", { field: field(name) })}
					</li>
				)}
			</For>
			<Show when={props.check.lacking.length > 0}>
				<li class="flex items-start gap-2 text-late">
					<Icon name="alert" size={14} class="mt-1" />
					{t("columns.lacking", { fields: props.check.lacking.map(field).join(t("columns.or")) })}
				</li>
			</Show>
			<For each={props.check.joined}>
				{(one) => (
					<li class="flex items-start gap-2 text-ink-soft">
						<Icon name="info" size={14} class="mt-1" />
						{t("columns.joined", { field: field(one.field), n: one.count })}
					</li>
				)}
			</For>
		</ul>
	);
}
