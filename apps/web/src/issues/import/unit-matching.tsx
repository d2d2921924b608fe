import type { UnitMatch } from "@zhenggai/domain/issues";
import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { UnitPicker, useRegions } from "../../responsibilities/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { Wizard } from "./wizard.ts";

const needsChoice = (match: UnitMatch): boolean => match.matched === null && match.choice === null;

/** Which unit of the tree each name of the document means. Nothing is created unless the clerk says so. */
export function UnitMatching(props: { wizard: Wizard; units: readonly UnitMatch[] }): JSX.Element {
	const [all, setAll] = createSignal(false);
	const open = createMemo(() => props.units.filter((match) => match.matched === null));
	const undecided = () => props.units.filter(needsChoice);
	const shown = () => (all() ? props.units : open());
	const region = () => props.wizard.choices.context?.region;
	const createRest = () => {
		const code = region();
		if (code === undefined) return;
		const rest = undecided().filter((match) => !match.collective);
		props.wizard.setUnits(
			Object.fromEntries(rest.map((match) => [match.name, { kind: "create", region: code }])),
		);
	};
	return (
		<Section
			title={t("units.matching")}
			count={props.units.length}
			aside={
				<>
					<Show when={undecided().length > 0}>
						<Tag tone="attention">{t("units.undecided", { n: undecided().length })}</Tag>
						<Button size="small" disabled={region() === undefined} onClick={createRest}>
							{t("units.createRest")}
						</Button>
					</Show>
					<Button size="small" look="quiet" onClick={() => setAll(!all())}>
						{all() ? t("units.onlyOpen") : t("units.showAll")}
					</Button>
				</>
			}
		>
			<Show when={shown().length > 0} fallback={<p class="text-ink-soft">{t("units.allMatched")}</p>}>
				<ul class="flex flex-col divide-y divide-line">
					<For each={shown()}>{(match) => <MatchLine wizard={props.wizard} match={match} />}</For>
				</ul>
			</Show>
		</Section>
	);
}

function MatchLine(props: { wizard: Wizard; match: UnitMatch }): JSX.Element {
	const regions = useRegions();
	const match = () => props.match;
	const [looking, setLooking] = createSignal(false);
	const choose = (choice: Parameters<Wizard["setUnit"]>[1]) => {
		setLooking(false);
		props.wizard.setUnit(match().name, choice);
	};
	const create = () => {
		const region = props.wizard.choices.context?.region;
		if (region !== undefined) choose({ kind: "create", region });
	};
	const createLabel = () => {
		const region = props.wizard.choices.context?.region;
		return region === undefined ? t("units.createNew") : t("units.create", { region: regions.name(region) });
	};
	const pressed = (kind: string, unitId?: string): boolean => {
		const { choice } = match();
		if (choice === null || choice.kind !== kind) return false;
		return choice.kind !== "use" || choice.unitId === unitId;
	};
	const look = (on: boolean) => (on ? "primary" : "plain");
	return (
		<li class="grid gap-2 py-2 sm:grid-cols-[minmax(10rem,1fr)_2fr]">
			<div>
				<p class="font-medium">{match().name}</p>
				<p class="text-[0.9rem] text-ink-faint">
					{t("units.named", { n: match().count })}
					<Show when={match().collective}> · {t("units.collective")}</Show>
				</p>
			</div>
			<div class="flex flex-wrap items-center gap-1.5">
				<Show when={match().matched}>
					{(unit) => (
						<Tag tone="good">
							<Icon name="check" size={12} />
							{unit().name}
						</Tag>
					)}
				</Show>
				<Show when={match().matched === null}>
					<For each={match().suggestions}>
						{(suggestion) => (
							<Button
								size="small"
								look={look(pressed("use", suggestion.unitId))}
								aria-pressed={pressed("use", suggestion.unitId)}
								title={t("units.score", { n: Math.round(suggestion.score * 100) })}
								onClick={() => choose({ kind: "use", unitId: suggestion.unitId })}
							>
								{suggestion.name}
							</Button>
						)}
					</For>
					<Button size="small" look="quiet" icon="search" onClick={() => setLooking(!looking())}>
						{t("units.other")}
					</Button>
					<Show when={!match().collective}>
						<Button
							size="small"
							icon="plus"
							look={look(pressed("create"))}
							aria-pressed={pressed("create")}
							disabled={props.wizard.choices.context === null}
							onClick={create}
						>
							{createLabel()}
						</Button>
					</Show>
					<Button
						size="small"
						look={look(pressed("leaveOut"))}
						aria-pressed={pressed("leaveOut")}
						onClick={() => choose({ kind: "leaveOut" })}
					>
						{t("units.leaveOut")}
					</Button>
				</Show>
				<Show when={looking()}>
					<UnitPicker
						class="w-full"
						label={t("units.find", { name: match().name })}
						value={null}
						onChange={(option) => option !== null && choose({ kind: "use", unitId: option.id })}
					/>
				</Show>
			</div>
		</li>
	);
}
