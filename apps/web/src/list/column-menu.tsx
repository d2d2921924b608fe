import { For, type JSX } from "solid-js";
import { t } from "../i18n/index.ts";
import { density, setDensity } from "../shell/preferences.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import type { ColumnSet } from "./column-table.ts";

const DENSITIES = ["compact", "normal", "roomy"] as const;

/** Which columns are shown, in which order, which are frozen, and how high the rows are. */
export function ColumnMenu<R, S extends string>(props: { columns: ColumnSet<R, S> }): JSX.Element {
	const table = () => props.columns.table;
	const ids = () => table().atoms.columnOrder.get();
	const move = (id: string, by: number) => {
		const order = [...ids()];
		const from = order.indexOf(id);
		const to = from + by;
		if (to < 0 || to >= order.length) return;
		table().setColumnOrder(order.toSpliced(from, 1).toSpliced(to, 0, id));
	};
	return (
		<Popover label={t("columns.label")} title={t("columns.title")} icon="columns">
			<fieldset class="mb-2 border-b border-line pb-2">
				<legend class="px-1 text-ink-faint">{t("density.label")}</legend>
				<div class="flex gap-1 px-1 pt-1">
					<For each={DENSITIES}>
						{(option) => (
							<Button
								size="small"
								look={density() === option ? "primary" : "plain"}
								aria-pressed={density() === option}
								onClick={() => setDensity(option)}
							>
								{t(`density.${option}`)}
							</Button>
						)}
					</For>
				</div>
			</fieldset>
			<ul class="flex w-72 flex-col">
				<For each={ids()}>
					{(id) => <ColumnLine columns={props.columns} id={id} onMove={(by) => move(id, by)} />}
				</For>
			</ul>
			<Button size="small" look="quiet" icon="refresh" onClick={() => props.columns.reset()}>
				{t("columns.reset")}
			</Button>
		</Popover>
	);
}

function ColumnLine<R, S extends string>(props: {
	columns: ColumnSet<R, S>;
	id: string;
	onMove: (by: number) => void;
}): JSX.Element {
	const column = () => props.columns.table.getColumn(props.id);
	const name = () =>
		props.columns.columns.find((candidate) => candidate.id === props.id)?.heading() ?? props.id;
	const frozen = () => column()?.getIsPinned() === "start";
	return (
		<li class="flex items-center rounded hover:bg-hover">
			<label class="tap flex flex-1 items-center gap-2 px-1 py-0.5">
				<input
					type="checkbox"
					class="size-4 accent-accent"
					checked={column()?.getIsVisible() ?? false}
					onChange={(event) => column()?.toggleVisibility(event.currentTarget.checked)}
				/>
				{name()}
			</label>
			<IconButton
				icon="pin"
				label={frozen() ? t("columns.unfreeze", { name: name() }) : t("columns.freeze", { name: name() })}
				pressed={frozen()}
				class={frozen() ? "text-accent!" : "opacity-60"}
				onClick={() => column()?.pin(frozen() ? false : "start")}
			/>
			<IconButton
				icon="chevronUp"
				label={t("columns.up", { name: name() })}
				onClick={() => props.onMove(-1)}
			/>
			<IconButton
				icon="chevronDown"
				label={t("columns.down", { name: name() })}
				onClick={() => props.onMove(1)}
			/>
		</li>
	);
}
